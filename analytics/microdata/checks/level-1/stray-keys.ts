import { sql } from 'kysely';
import { cbsTables } from '../../tables/all-tables.ts';
import { holds } from '../expressions.ts';
import { rowsOf } from '../relations/rows-of.ts';
import type { RowRule } from '../rule.ts';
import { keyPairs, text } from '../typed-rows.ts';

/** Such rows occur in delivered files. They belong to nobody and are passed over. */
export const strayKeys: RowRule = {
	id: 'stray-keys',
	level: 1,
	severity: 'warn',
	title: 'no row has 0 or 1 in place of a person key',
	tables: cbsTables.filter((table) => keyPairs(table).length > 0),
	over: rowsOf,
	broken(_data, table) {
		const [, key] = keyPairs(table)[0]!;
		return holds(sql`${text(key)} in ('0', '1', '000000000')`);
	}
};
