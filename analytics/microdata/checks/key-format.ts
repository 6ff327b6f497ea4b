import { sql } from 'kysely';
import { GBAADRESOBJECTBUS } from '../tables/gbaadresobjectbus.ts';
import { GBAHUISHOUDENSBUS } from '../tables/gbahuishoudensbus.ts';
import { GBAPERSOONTAB } from '../tables/gbapersoontab.ts';
import { INHATAB } from '../tables/inhatab.ts';
import { SCHULDENPROBLEMATIEKTAB } from '../tables/schuldenproblematiektab.ts';
import type { RowQuery } from '../rows.ts';
import type { CheckRule } from './rule.ts';

/** A key that lost its leading zeros links to nobody, or to somebody else. */
export const keyFormat: CheckRule = {
	id: 'key-format',
	level: 1,
	severity: 'error',
	title: 'a person key is a letter R, S or F and a text of nine digits',
	tables: [GBAPERSOONTAB, GBAHUISHOUDENSBUS, GBAADRESOBJECTBUS, INHATAB, SCHULDENPROBLEMATIEKTAB],
	broken(data, table) {
		const [kind, number] = table.columns as [string, string];
		const good = (column: string, pattern: string) =>
			sql<boolean>`coalesce(regexp_full_match(${data.engine.db.dynamic.ref(column)}, ${pattern}), false)`;
		return data.count(
			data
				.rows(table, [kind, number], 'row')
				.selectAll()
				.where(sql<boolean>`not (${good(kind, '[RSF]')} and ${good(number, '[0-9]{9}')})`) as RowQuery
		);
	}
};
