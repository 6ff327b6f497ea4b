import { expect, it } from 'vitest';
import type { StatisticSpec } from '../../contract/spec.ts';
import { normal, randomSource } from '../testing.ts';
import { statistics } from './statistics.ts';
import { exactTables, incomeDomain, release, type Unit } from './testing.ts';

const LINE = 12_250;

/** Log-normal incomes; `rounding` cuts them down to multiples of it: 1,000 is one end of every bin. */
function invented(random: () => number, rounding: number): Unit[] {
	return Array.from({ length: 1_400 }, (_, i): Unit => {
		const income = 15_000 * Math.exp(0.4 * normal(random));
		return {
			region: i < 500 ? 'A' : 'B',
			income: i % 20 === 0 ? null : Math.floor(income / rounding) * rounding,
			sex: i % 3 === 0 ? 'f' : 'm',
			debt: Math.floor(Math.max(-100, Math.min(1_000, 300 * normal(random))))
		};
	});
}

function regionsOf(units: readonly Unit[]): (readonly Unit[])[] {
	return [units, units.filter((u) => u.region === 'A'), units.filter((u) => u.region === 'B')];
}

function incomes(units: readonly Unit[]): number[] {
	return units.flatMap(({ income }) => income ?? []).sort((a, b) => a - b);
}

function median(units: readonly Unit[]): number {
	const sorted = incomes(units);
	return sorted[Math.ceil(sorted.length / 2) - 1]!;
}

function gap(units: readonly Unit[]): number {
	const shortfalls = incomes(units).map((income) => Math.max(0, LINE - income) / LINE);
	return shortfalls.reduce((sum, x) => sum + x, 0) / shortfalls.length;
}

function mean(units: readonly Unit[]): number {
	return units.reduce((sum, { debt }) => sum + debt, 0) / units.length;
}

/** How many of the releases hold each truth in its interval; with their rows in the order of the truths. */
function covered(
	domain: ReturnType<typeof incomeDomain>,
	units: readonly Unit[],
	specs: readonly StatisticSpec[],
	truths: readonly number[],
	{ sd, releases, random }: { sd: readonly number[]; releases: number; random: () => number }
): number[] {
	const exact = exactTables(domain, units);
	const count = truths.map(() => 0);
	for (let i = 0; i < releases; i++) {
		const rows = statistics(domain, release(domain, exact, sd, random), specs);
		expect(rows).toHaveLength(truths.length);
		for (const [k, { lower, upper }] of rows.entries())
			if (lower !== null && lower <= truths[k]! && truths[k]! <= (upper ?? Infinity)) count[k]!++;
	}
	return count;
}

// An interval that held exactly 95 % would be seen below 94 % in 7 % of runs; these hold more, because they also reach over
// what is not known within bins: at 97.5 % (one side only can fail) that is below 1e-8. The seed is fixed.
it.each([
	{ where: 'spread over their bins', rounding: 1, groups: ['sex'] },
	{ where: 'all at the lower bounds of their bins', rounding: 1_000, groups: [] }
])('95 % intervals hold the true median and gap of units that are $where', ({ rounding, groups }) => {
	const random = randomSource(20_241_123);
	const domain = incomeDomain(1, [
		{ level: 'land', by: ['income'] },
		{ level: 'gemeente', by: ['sex', 'income'] },
		{ level: 'gemeente', by: ['income4'] },
		{ level: 'gemeente', by: ['income16', 'sex'] },
		{ level: 'gemeente', by: [] }
	]);
	const units = invented(random, rounding);
	const sexes = groups.length === 0 ? [] : [units.filter((u) => u.sex === 'f'), units.filter((u) => u.sex === 'm')];
	const truths = [...[units, ...sexes].flatMap((of) => regionsOf(of).map(median)), ...regionsOf(units).map(gap)];
	const specs: StatisticSpec[] = [
		{ id: 'median', quantile: 0.5, of: 'income', groups },
		{ id: 'gap', gap: LINE, of: 'income' }
	];
	const sd = [15, 10, 15, 15, 15];
	const count = covered(domain, units, specs, truths, { sd, releases: 1_000, random });
	expect(Math.min(...count)).toBeGreaterThanOrEqual(940);
});

it('95 % intervals hold the true mean in 94 to 96 % of releases', () => {
	const random = randomSource(7);
	const domain = incomeDomain(1, [
		{ level: 'gemeente', by: [] },
		{ level: 'gemeente', by: [], sum: 'debt' },
		{ level: 'land', by: [], sum: 'debt' }
	]);
	const units = invented(random, 1);
	const releases = 10_000;
	const specs: StatisticSpec[] = [{ id: 'mean', mean: 'debt' }];
	const sd = [40, 20_000, 15_000];
	// Binomial(10000, 0.05): standard deviation 22; outside 500 +- 100 with probability 2e-5 for the three together.
	for (const count of covered(domain, units, specs, regionsOf(units).map(mean), { sd, releases, random }))
		expect(Math.abs(releases - count - 500)).toBeLessThanOrEqual(100);
});
