import { describe, expect, it } from 'vitest';
import type { Domain } from '../../contract/domain.ts';
import type { StatisticSpec } from '../../contract/spec.ts';
import { InputError } from '../../errors.ts';
import { estimateCsv } from '../estimate-csv.ts';
import { randomSource } from '../testing.ts';
import { gapOf, shortfalls } from './gap.ts';
import { monotone } from './monotone.ts';
import { quantileOf, type Contrasts } from './quantile.ts';
import { statisticsCsv } from './statistics-csv.ts';
import { statistics } from './statistics.ts';
import { exactTables, incomeDomain, release, type Unit } from './testing.ts';

const TABLES = [
	{ level: 'gemeente', by: ['sex', 'income'] },
	{ level: 'gemeente', by: ['income4', 'sex'] },
	{ level: 'gemeente', by: ['sex'] },
	{ level: 'gemeente', by: ['sex'], sum: 'debt' }
];

/** 40 units in bins 2, 3 and 4 of region A, 20 of them men; region B has 5; debts of 10 to 400. */
const units: Unit[] = Array.from({ length: 45 }, (_, i): Unit => ({
	region: i < 40 ? 'A' : 'B',
	income: i % 9 === 8 ? null : 2_000 + 1_000 * (i % 3) + 10 * i,
	sex: i % 2 === 0 ? 'f' : 'm',
	debt: 10 * (1 + (i % 40))
}));

/** Statistics of a release in which the noise, if any, is of this standard deviation. */
function said(specs: readonly StatisticSpec[], { sd = 1e-6, scale = 1, times = 1, seed = 1 } = {}) {
	const domain = incomeDomain(scale, TABLES);
	const scaled = units.map((u) => ({
		...u,
		income: u.income === null ? null : u.income * scale,
		debt: u.debt * scale
	}));
	const all = Array.from({ length: times }, () => scaled).flat();
	const noise = [sd * times, sd * times, sd * times, sd * times * 500 * scale];
	return statistics(domain, release(domain, exactTables(domain, all), noise, randomSource(seed)), specs);
}

const at = (rows: ReturnType<typeof said>, region: string, code = '') =>
	rows.find((row) => row.region === region && row.code === code)!;

describe('with next to no noise', () => {
	it('a quantile is that of grouped data, L + (q N - F) / f x width, with the bounds of its bin', () => {
		const rows = said([{ id: 'q', quantile: 0.5, of: 'income', groups: ['sex'] }]);
		const known = units.slice(0, 40).filter((u) => u.income !== null);
		const below = (value: number) => known.filter((u) => u.income! < value).length;
		const grouped = 3_000 + ((known.length / 2 - below(3_000)) / (below(4_000) - below(3_000))) * 1_000;
		const { value, lower, upper, reliability } = at(rows, 'A');
		expect(value).toBeCloseTo(grouped, 2);
		expect([lower, upper, reliability]).toEqual([3_000, 4_000, 'A']);
		expect(rows.map(({ attribute }) => attribute)).toEqual(['', '', '', ...Array(6).fill('sex')]);
	});

	it('a gap is the mean shortfall of units spread evenly over their bins, between those at either end', () => {
		const { value, lower, upper, se } = at(said([{ id: 'g', gap: 3_500, of: 'income' }]), 'A');
		const known = units.slice(0, 40).filter((u) => u.income !== null);
		const [two, three] = [2, 3].map((bin) => known.filter((u) => Math.floor(u.income! / 1_000) === bin).length);
		const n = known.length;
		expect(value).toBeCloseTo(((two! / n) * 1_000) / 3_500 + ((three! / n) * 0.5 * 250) / 3_500, 6);
		expect(lower).toBeCloseTo(((two! / n) * 500) / 3_500, 6);
		expect(upper).toBeCloseTo(((two! / n) * 1_500 + (three! / n) * 500) / 3_500, 6);
		expect(se).toBeLessThan(1e-6);
	});

	it('a mean is the mean, in total and by group', () => {
		const rows = said([{ id: 'm', mean: 'debt', groups: ['sex'] }]);
		for (const code of ['', 'f', 'm']) {
			const of = units.filter((u) => u.region === 'A' && (code === '' || u.sex === code));
			const { value, lower, upper } = at(rows, 'A', code);
			expect(value).toBeCloseTo(of.reduce((sum, { debt }) => sum + debt, 0) / of.length, 2);
			expect(upper! - lower!).toBeLessThan(0.01);
		}
	});

	it('fewer units than the release rule asks for: nothing is said', () => {
		const specs: StatisticSpec[] = [
			{ id: 'q', quantile: 0.5, of: 'income' },
			{ id: 'g', gap: 3_500, of: 'income' },
			{ id: 'm', mean: 'debt' }
		];
		const silent = said(specs).filter((row) => row.region === 'B');
		expect(silent).toHaveLength(3);
		for (const { value, se, lower, upper, reliability } of silent)
			expect([value, se, lower, upper, reliability]).toEqual([null, null, null, null, 'X']);
	});
});

describe('with noise', () => {
	const quantiles = [0.1, 0.25, 0.4, 0.5, 0.6, 0.75, 0.9];
	const specs: StatisticSpec[] = [
		...quantiles.map((quantile, i): StatisticSpec => ({ id: `q${i}`, quantile, of: 'income' })),
		{ id: 'm', mean: 'debt', groups: ['sex'] }
	];

	it('a larger share has no smaller quantile', () => {
		for (let seed = 0; seed < 50; seed++) {
			const values = said(specs, { sd: 1.5, seed }).filter((row) => row.region === 'A' && row.statistic !== 'm');
			const known = values.map(({ value }) => value ?? Infinity);
			expect(known).toEqual([...known].sort((a, b) => a - b));
		}
	});

	it('bins twice as wide give values twice as large, and noise in proportion to the units the same values', () => {
		const gaps = (scale: number): StatisticSpec => ({ id: 'g', gap: 3_500 * scale, of: 'income' });
		const one = said([...specs, gaps(1)], { sd: 0.7 });
		const wide = said([...specs, gaps(2)], { sd: 0.7, scale: 2 });
		const many = said([...specs, gaps(1)], { sd: 0.7, times: 10 });
		for (const [i, row] of one.entries()) {
			const factor = row.statistic === 'g' ? 1 : 2;
			for (const key of ['value', 'lower', 'upper'] as const) {
				if (row[key] === null) continue;
				expect(wide[i]![key]! / factor).toBeCloseTo(row[key], 6);
				expect(many[i]![key]).toBeCloseTo(row[key], 6);
			}
			expect(wide[i]!.reliability).toBe(row.reliability);
		}
		expect(one.filter(({ value }) => value !== null).length).toBeGreaterThan(10);
	});
});

describe('a quantile from its contrasts', () => {
	const base: Contrasts = {
		edges: [0, 10, 20, 40, 80],
		q: 0.5,
		units: 100,
		unitsVariance: 4,
		contrast: [-50, -30, -4, 10, 30],
		variance: [1, 4, 9, 16, 25]
	};

	it('holds each bin unless a bound rejects it: 1.96 standard errors above or below 0', () => {
		const { value, lower, upper } = quantileOf(base);
		expect(value).toBeCloseTo(20 + (20 * 4) / 14, 12);
		expect([lower, upper]).toEqual([10, 40]);
		expect(quantileOf({ ...base, contrast: [-50, -30, -5.8, 7.9, 30] })).toMatchObject({ lower: 10, upper: 40 });
		expect(quantileOf({ ...base, contrast: [-50, -30, -5.9, 7.8, 30] })).toMatchObject({ lower: 20, upper: 80 });
	});

	it('an interval that reaches the last bin has no upper end, and there a value is only "at least"', () => {
		const open = quantileOf({ ...base, contrast: [-50, -40, -30, -20, 5] });
		expect(open).toMatchObject({ lower: 40, upper: null, reliability: 'D' });
		expect(open.value).toBeCloseTo(72, 12);
		const above = quantileOf({ ...base, contrast: [-50, -48, -46, -44, -12] });
		expect(above).toEqual({ value: null, se: null, lower: 80, upper: null, reliability: 'D' });
	});

	it('makes the distribution monotone: the value lies where the pooled counts pass', () => {
		const { value } = quantileOf({ ...base, contrast: [-50, -10, 8, -8, 30] });
		// 8 and -8 pool to 0, which is reached at 20.
		expect(value).toBe(20);
		// 20, -30 and -20 pool to -10: a quarter of the way from there to 30.
		expect(quantileOf({ ...base, contrast: [-50, 20, -30, -20, 30] }).value).toBe(50);
	});

	it('too few units, or too much noise in them: nothing is said', () => {
		expect(quantileOf({ ...base, units: 9 }).reliability).toBe('X');
		expect(quantileOf({ ...base, unitsVariance: 1_200 }).reliability).toBe('X');
	});

	it('an amount of 0 or less has no relative error, so it says its direction only', () => {
		expect(quantileOf({ ...base, edges: [-80, -70, -60, -50, -40] }).reliability).toBe('D');
	});
});

it('pools what descends', () => {
	expect(monotone([])).toEqual([]);
	expect(monotone([1, 2, 2, 5])).toEqual([1, 2, 2, 5]);
	expect(monotone([3, 1, 2, 6, 4])).toEqual([2, 2, 2, 5, 5]);
	expect(monotone([4, 3, 2, 1])).toEqual([2.5, 2.5, 2.5, 2.5]);
});

it('shortfalls: by the bounds of a bin, cut at the line', () => {
	expect(shortfalls([0, 50, 100, 200], 100)).toEqual({
		least: [0.5, 0, 0, 0],
		even: [0.75, 0.25, 0, 0],
		most: [1, 0.5, 0, 0]
	});
	// Half of the bin from 50 to 114 lies below 82, at 66 on average; below 0 a shortfall is more than the whole line.
	expect(shortfalls([-50, 50, 114], 82).even).toEqual([1, (16 / 82) * 0.5, 0]);
	const ratio = (r: number) => ({ ratio: r, se: 0.1, lower: r - 0.2, upper: r + 0.2 });
	expect(gapOf(ratio(0.1), ratio(0.2), ratio(0.3), 0.4)).toMatchObject({ value: 0.2, se: 0.1, lower: 0, upper: 0.4 });
});

it.each<[StatisticSpec, RegExp]>([
	[{ id: 'x', quantile: 0.5, of: 'sex' }, /Statistic x needs an attribute with bins; sex has none/],
	[{ id: 'x', quantile: 0.5, of: 'income4' }, /income4 has none/],
	[{ id: 'x', quantile: 0.5, of: 'age' }, /names the attribute age/],
	[{ id: 'x', gap: 30_001, of: 'income' }, /a line above the first bound .* \(0\) and at most the last \(30000\)/],
	[{ id: 'x', mean: 'income' }, /names the amount income, which the release does not have/],
	[{ id: 'x', mean: 'debt', groups: ['income'] }, /needs a table of the sum of debt by income, which/]
])('refuses %j', (spec, message) => {
	expect(() => said([spec])).toThrow(InputError);
	expect(() => said([spec])).toThrow(message);
});

it('in a series, of each period', () => {
	// The sexes stand for two periods; measured as they are, which is what the plan of so few periods chooses.
	const flat = incomeDomain(1, [{ level: 'gemeente', by: ['income', 'sex'] }]);
	const series: Domain = { ...flat, series: { attribute: 'sex', spells: 2 } };
	const median: StatisticSpec = { id: 'q', quantile: 0.5, of: 'income' };
	const made = (domain: Domain) => release(domain, exactTables(domain, units), [1e-6], randomSource(1));
	const rows = statistics(series, made(series), [median]);
	const groups = statistics(flat, made(flat), [{ ...median, groups: ['sex'] }]).slice(3);
	expect(rows.map(({ period, region }) => [period, region])).toEqual(groups.map(({ code, region }) => [code, region]));
	for (const [i, { value }] of rows.entries()) {
		if (groups[i]!.value === null) expect(value).toBeNull();
		else expect(value).toBeCloseTo(groups[i]!.value!, 2);
	}
	expect(() => statistics(series, made(series), [{ ...median, groups: ['sex'] }])).toThrow(/for each period anyway/);
	expect([...statisticsCsv(rows)][1]).toMatch(/^q,f,NL,,,3[\d.]+,3000,4000,A/);
});

it('csv: a line per row, and empty fields for what cannot be said', () => {
	const row = { statistic: 'm', region: 'A', attribute: 'sex', code: 'f,m', se: null, lower: 40, upper: null };
	expect([...statisticsCsv([{ ...row, value: null, reliability: 'D' }])].join('')).toBe(
		'statistic,region,attribute,code,value,lower,upper,reliability\nm,A,sex,"f,m",,40,,D\n'
	);
});

it('estimates of a sum are sums of the amount itself, with the error of the count times the centre', () => {
	const two: Domain = incomeDomain(1, [
		{ level: 'gemeente', by: ['sex', 'income16'] },
		{ level: 'gemeente', by: ['income16', 'sex'], sum: 'debt' }
	]);
	const made = release(two, exactTables(two, units), [1e-3, 0.3], randomSource(1));
	const lines = [...estimateCsv(two, made)]
		.join('')
		.trim()
		.split('\n')
		.map((line) => line.split(','));
	const sums = lines.filter(([table]) => table === 't1');
	expect(sums).toHaveLength(2 * 2 * 2);
	for (const [, region, , , group, sex, estimate, se] of sums) {
		const high = group === 'income16-1';
		const of = units.filter((u) => u.region === region && u.sex === sex && (u.income === null) === high);
		const exact = of.reduce((sum, { debt }) => sum + debt, 0);
		expect(Number(se)).toBeCloseTo(Math.hypot(0.3, 450 * 1e-3), 9);
		expect(Math.abs(Number(estimate) - exact)).toBeLessThan(6 * Number(se));
	}
});
