import { sql } from 'kysely';
import { named } from '../engine/named.ts';
import type { CbsTable } from '../microdata/tables/table.ts';
import { whole, type Rows } from './expressions.ts';
import type { Scene } from './life-event.ts';

/** Nine or ten nines stand for a missing amount; no amount comes near, and a loss no more so. */
const MISSING = 999_999_999;
/** The years of the reference date and before that yearly amounts are read of: three, and the one before to compare with. */
const BACK = [0, 1, 2, 3];
const AMOUNTS = [sql`amount_0`, sql`amount_1`, sql`amount_2`, sql`amount_3`];

/** Years before the reference date whose amounts can be compared with those of the year before. */
export function comparableYears({ stage, offset }: Scene, table: CbsTable): number[] {
	return BACK.slice(0, -1).filter((ago) => stage.has(table, offset - ago) && stage.has(table, offset - ago - 1));
}

/**
 * Yearly amounts of persons, whole euros: one row per person with `person` and `amount_<n>` for n years before the reference
 * date, null when unknown; of several the largest.
 * @param persons a relation of `person`: far fewer than the table has
 */
export function yearlyAmounts({ stage, offset }: Scene, table: CbsTable, name: string, persons: Rows): Rows {
	const amount = sql`try_cast(${named(name)} as bigint)`;
	const years = BACK.filter((ago) => stage.has(table, offset - ago)).map(
		(ago) => sql`select person, ${amount} as amount, ${whole(ago)} as ago
			from ${stage.all(table, [name], offset - ago)} as yearly where person in (select person from ${persons} as listed)`
	);
	const columns = BACK.map((ago) => sql`max(amount) filter (where ago = ${whole(ago)}) as ${amountOf(ago)}`);
	return sql`(select person, ${sql.join(columns)} from (${sql.join(years, sql` union all `)}) as yearly
		where amount between ${whole(1 - MISSING)} and ${whole(MISSING - 1)} group by person)`;
}

/**
 * The main earners of this year's and earlier years' income households who are members, once for each two years that follow
 * each other in which their amounts are known, whole euros: `household`, `amount`, that of the year before as `earlier`, and
 * `ago`, the years from the reference date to the later of the two.
 */
export function yearlyPairs(scene: Scene, table: CbsTable, name: string): Rows {
	const { stage, offset } = scene;
	const amounts = (ago: number) => sql`(select person, household, amount from (
		select person, household, try_cast(${named(name)} as bigint) as amount
		from ${stage.rows(table, [name], offset - ago)} as yearly
	) as yearly where amount between ${whole(1 - MISSING)} and ${whole(MISSING - 1)})`;
	const pairs = comparableYears(scene, table).map(
		(ago) => sql`select later.household, later.amount, before.amount as earlier, ${whole(ago)} as ago
			from ${amounts(ago)} as later join ${amounts(ago + 1)} as before on before.person = later.person`
	);
	const none = sql`select null as household, null as amount, null as earlier, null as ago where false`;
	return sql`(${sql.join(pairs.length === 0 ? [none] : pairs, sql` union all `)})`;
}

/** The end of the latest year in which amounts meet a condition that depends on the year, YYYYMMDD or null. */
export function latestYearEnd({ year }: Scene, years: readonly number[], when: (ago: number) => Rows): Rows {
	if (years.length === 0) return sql`null`;
	const cases = years.map((ago) => sql`when ${when(ago)} then ${whole((year - ago) * 10_000 + 1231)}`);
	return sql`case ${sql.join(cases, sql` `)} end`;
}

/** The column with the amount of the year n before the reference date. */
export function amountOf(ago: number): Rows {
	return AMOUNTS[ago]!;
}
