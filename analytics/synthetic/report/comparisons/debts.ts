import { sql } from 'kysely';
import { householdDebts, type HouseholdDebts } from '../../published/published.ts';
import { gather, type Comparison } from '../comparison.ts';
import { toNumber } from '../dates.ts';
import type { Folder } from '../folder.ts';
import { judged, share, type Line } from '../judge.ts';
import { atRisk, inDebt, stand } from '../stand.ts';

const GOAL = { kind: 'relative', within: 0.05 } as const;

/** Stock and inflow of registered problematic debts by reference date, of both definitions. */
export const debts: Comparison = {
	title: 'Households in registered problematic debts, and those that entered within the year',
	counted:
		'Private households by their reference person (TYPHH 1 to 7). In debt: the flag of the household. ' +
		'Entered: of reference persons who were in a household without debts a year before, those in debt ' +
		'now.',
	async find(folder) {
		const measures = householdDebts.flatMap((row) => [() => stock(folder, row), () => inflow(folder, row)]);
		return gather(measures, (measure) => measure());
	}
};

async function stock(folder: Folder, { date, criteria, inDebt: owing, notInDebt }: HouseholdDebts): Promise<Line[]> {
	const debtors = await inDebt(folder, toNumber(date), criteria);
	const { n, k } = await folder.one<{ n: number; k: number }>(sql`
		select count(*) as n, count(*) filter (where person in (select person from ${debtors})) as k
		from ${await stand(folder, toNumber(date))} where reference and type < 8`);
	return [judged(share(`in debt, ${date}, ${criteria} criteria`, owing / (owing + notInDebt), k, n), GOAL)];
}

async function inflow(folder: Folder, { date, criteria, entered, stayedOut }: HouseholdDebts): Promise<Line[]> {
	if (entered === null || stayedOut === null) return [];
	const { n, k } = await folder.one<{ n: number; k: number }>(sql`
		select count(*) as n, count(*) filter (where entered) as k
		from ${await atRisk(folder, toNumber(date), criteria, 'household')}`);
	return [judged(share(`entered, ${date}, ${criteria} criteria`, entered / (entered + stayedOut), k, n), GOAL)];
}
