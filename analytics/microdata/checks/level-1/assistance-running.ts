import { sql } from 'kysely';
import { BIJSTANDUITKERINGTAB } from '../../tables/bijstanduitkeringtab.ts';
import { holds, runsOn } from '../expressions.ts';
import { rowsOf } from '../relations/rows-of.ts';
import type { RowRule } from '../rule.ts';
import { text } from '../typed-rows.ts';

export const assistanceRunning: RowRule = {
	id: 'assistance-running',
	level: 1,
	severity: 'warn',
	title: 'social assistance is marked as running (1) when its spell covers 31 December, and not (0) otherwise',
	tables: [BIJSTANDUITKERINGTAB],
	columns: ['BIJSTANDIndicatieLopendA'],
	over: rowsOf,
	broken(data, table) {
		const runs = runsOn(table.spell!, `${data.file(table).year}1231`);
		return holds(sql`(${text('BIJSTANDIndicatieLopendA')} = '1') <> ${runs}`);
	}
};
