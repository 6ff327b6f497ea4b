import { sql } from 'kysely';
import { STAPMON } from '../../tables/stapmon.ts';
import type { StapmonName } from '../../tables/stapmon.ts';
import { stapmonText } from '../stapmon-text.ts';
import { anyOf, fails, missing, literal } from '../expressions.ts';
import { rowsOf } from '../relations/rows-of.ts';
import type { RowRule } from '../rule.ts';
import { text } from '../typed-rows.ts';

const MOST = { age: 120, socialMinimum: 10_000_000 };

export const stapmonRanges: RowRule = {
	id: 'stapmon-ranges',
	level: 1,
	severity: 'warn',
	title: 'ages in the Stapelingsmonitor lie between 0 and 120, and percentages of the social minimum are 0 or more',
	tables: [STAPMON],
	over: rowsOf,
	broken: (data, table) =>
		anyOf(
			Object.entries(MOST).flatMap(([name, most]) =>
				stapmonText(data, name as StapmonName).map((column) =>
					fails(sql`${missing(table, column)} or try_cast(${text(column)} as double) between 0 and ${literal(most)}`)
				)
			)
		)
};
