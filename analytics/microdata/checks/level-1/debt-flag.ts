import { SCHULDENPROBLEMATIEKTAB } from '../../tables/schuldenproblematiektab.ts';
import { anyFails, isOneOf } from '../expressions.ts';
import { rowsOf } from '../relations/rows-of.ts';
import type { RowRule } from '../rule.ts';

export const debtFlag: RowRule = {
	id: 'debt-flag',
	level: 1,
	severity: 'error',
	title: 'flags of problematic debts are 0 or 1',
	tables: [SCHULDENPROBLEMATIEKTAB],
	over: rowsOf,
	broken: (data, table) => anyFails(data.yearColumns(table).map((flag) => isOneOf(data, table, flag, ['0', '1'])))
};
