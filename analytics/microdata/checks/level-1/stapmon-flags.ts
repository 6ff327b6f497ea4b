import { sql } from 'kysely';
import { STAPMON } from '../../tables/stapmon.ts';
import type { StapmonName } from '../../tables/stapmon.ts';
import { stapmonText } from '../stapmon-text.ts';
import { anyOf, fails, isOneOf, missing } from '../expressions.ts';
import { rowsOf } from '../relations/rows-of.ts';
import type { RowRule } from '../rule.ts';

const FLAGS = [
	'lowIncome',
	'longLowIncome',
	'poverty',
	'longPoverty',
	'debts',
	'householdDebts',
	'healthInsurance',
	'wsnp',
	'assistance',
	'specialAssistance',
	'unemployment',
	'disability',
	'sickness',
	'rentAllowance'
] as const satisfies readonly StapmonName[];

export const stapmonFlags: RowRule = {
	id: 'stapmon-flags',
	level: 1,
	severity: 'error',
	title: 'themes of the Stapelingsmonitor are 0 or 1, or say that the person is outside its population',
	tables: [STAPMON],
	over: rowsOf,
	broken: (data, table) =>
		anyOf(
			FLAGS.flatMap((name) => stapmonText(data, name)).map((flag) =>
				fails(sql`${missing(table, flag)} or ${isOneOf(data, table, flag, ['0', '1'])}`)
			)
		)
};
