import { copyFileSync, existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Plan } from '../../analytics/contract/plan.ts';
import { csvRows, type Row } from './truth.ts';
import { Workplace } from './workplace.ts';

// Statistics and consecutive periods, on the command line and on files, judged against what the test works out itself.

const EXAMPLES = join(import.meta.dirname, '..', '..', 'examples');
const LAEKEN = join(resolve('../shared/data/microdata'), 'laeken_eusilc.csv');

let place: Workplace;
beforeAll(async () => {
	place = await Workplace.open();
});
afterAll(() => place.close());

async function json<T>(...args: string[]): Promise<T> {
	const { code, stdout, stderr } = await place.run(...args, '--json');
	expect(`${code} ${stderr}`).toMatch(/^0 /);
	return JSON.parse(stdout) as T;
}

describe('income of households in EU-SILC', () => {
	/** First row of each household, as the specification counts. */
	const households = () => {
		const seen = new Map<string, Row>();
		for (const row of csvRows(LAEKEN)) if (!seen.has(row['db030']!)) seen.set(row['db030']!, row);
		return [...seen.values()].map((row) => ({
			state: row['db040']!,
			size: Math.min(5, Number(row['hsize'])),
			income: Number(row['eqIncome'])
		}));
	};
	const LINE = 10859.24;
	const truth: Record<string, (incomes: number[]) => number> = {
		'median-income': (incomes) => incomes.toSorted((a, b) => a - b)[Math.floor(incomes.length / 2)]!,
		'poverty-gap': (incomes) => mean(incomes.map((x) => Math.max(0, LINE - x) / LINE)),
		'mean-income': (incomes) => mean(incomes.map((x) => Math.min(60_000, Math.max(0, Math.round(x)))))
	};

	it.runIf(existsSync(LAEKEN))('medians, gaps and means lie in their intervals', async () => {
		for (const name of ['eusilc-income.yaml', 'eusilc-regions.csv'])
			copyFileSync(join(EXAMPLES, name), place.path(name));
		await json('measure', 'eusilc-income.yaml', '--microdata', LAEKEN, '--out', 'income');
		await json('estimate', 'income', '--out', 'cells.csv', '--statistics', 'statistics.csv');
		const all = households();
		const stated = csvRows(place.path('statistics.csv')).filter((row) => row['lower'] !== '');
		let missed = 0;
		for (const { statistic, region, code, lower, upper } of stated) {
			const there = all.filter(
				({ state, size }) =>
					(region === 'AT' || region === 'total' || state === region) &&
					(code === '' || size === Number.parseInt(code!, 10))
			);
			const true_ = truth[statistic!]!(there.map(({ income }) => income));
			if (!(Number(lower) <= true_ && true_ <= (upper === '' ? Infinity : Number(upper)))) missed++;
		}
		// Each of some 45 intervals misses with probability 0.05 at most; were they independent, 12 or more would miss with
		// probability 1e-6.
		expect(stated.length).toBeGreaterThan(35);
		expect(missed).toBeLessThan(12);
		const sums = csvRows(place.path('cells.csv')).filter((row) => row['table'] === 'bundesland.sum-equivalised');
		expect(sums).toHaveLength(10);
		const plan = await json<Plan>('plan', 'eusilc-income.yaml');
		const planned = plan.tables.find(({ id }) => id === 'bundesland.sum-equivalised')!;
		expect(mean(sums.map((row) => Number(row['se']) ** 2)) / planned.variance.mean).toBeCloseTo(1, 6);
	});
});

describe('social assistance by month', () => {
	const months = Array.from({ length: 12 }, (_, t) => `2023-${String(t + 1).padStart(2, '0')}`);
	const regions = ['a1', 'a2', 'b1', 'b2'];
	/** Person i is in assistance from one month to another, in one region; some have a second spell, which does not count. */
	const persons = Array.from({ length: 3000 }, (_, i) => {
		const from = (i * 7) % 12;
		const to = Math.min(12, from + 1 + ((i * 13) % 9));
		return { i, region: regions[(i * 31) % 4]!, from, to, again: i % 10 === 0 && to < 10 };
	});
	const inMonth = (region: string, t: number) =>
		persons.filter((p) => (region === 'NL' || p.region.startsWith(region.toLowerCase())) && p.from <= t && t < p.to)
			.length;

	beforeAll(() => {
		const rows = persons.flatMap(({ i, region, from, to, again }) =>
			months.flatMap((month, t) =>
				(t >= from && t < to) || (again && t === 11) ? [`p${i},${month},${region},yes`] : []
			)
		);
		place.write('assistance.csv', ['person,month,place,benefit', ...rows, ''].join('\n'));
		place.write(
			'places.csv',
			['code,parent,name,level', 'NL,,Nederland,land', 'A,NL,A,provincie', 'B,NL,B,provincie']
				.concat(
					regions.map((r) => `${r},${r[0]!.toUpperCase()},${r},gemeente`),
					''
				)
				.join('\n')
		);
		place.write(
			'months.yaml',
			`id: bijstand
source: { kind: table, file: assistance.csv, unit: person }
unit: { kind: person }
period: '2023'
attributes:
  region: { tree: places.csv, column: place }
  benefit: { column: benefit, codes: ['yes'] }
  month: { column: month, codes: [${months.map((m) => `'${m}'`).join(', ')}], series: { spells: 1 } }
tables:
  - { level: land, by: [month] }
  - { level: provincie, by: [month] }
  - { level: gemeente, by: [benefit, month] }
indicators:
  - { id: bijstand, attribute: benefit, is: ['yes'], of: ['yes', unknown], label: { nl: Bijstand, en: Assistance } }
budget: { rho: '0.5' }
`
		);
	});

	it('is measured at a better price than month by month, estimated as stated, and published month by month', async () => {
		const plan = await json<Plan>('plan', 'months.yaml');
		expect(plan.series?.strategy).not.toBe('independent');
		await json('measure', 'months.yaml', '--out', 'months');
		await json('estimate', 'months', '--out', 'months.csv');
		const cells = csvRows(place.path('months.csv')).filter(
			(row) => row['region'] !== 'unknown' && row['benefit'] !== 'unknown'
		);
		const z = cells.map((row) => {
			const exact = inMonth(row['region']!, months.indexOf(row['month']!));
			return (Number(row['estimate']) - exact) / Number(row['se']);
		});
		// Correlated errors of 84 cells in 12 independent rows: no one is beyond 6 standard errors but for a chance of 2e-7.
		expect(z).toHaveLength(12 + 24 + 48);
		expect(Math.max(...z.map(Math.abs))).toBeLessThan(6);
		expect(Math.sqrt(mean(z.map((x) => x * x)))).toBeGreaterThan(0.3);

		expect(await json('publish', 'months')).toMatchObject({ period: '2023-01 - 2023-12', version: 1 });
		const client = new pg.Client({ connectionString: place.database });
		await client.connect();
		const { rows } = await client.query<{ period: string; region: string; numerator: number; numerator_se: number }>(
			`select period, region, numerator, numerator_se from published.figure where spec = 'bijstand' and region in ('NL', 'A', 'b2')`
		);
		await client.end();
		expect(rows).toHaveLength(36);
		for (const { period, region, numerator, numerator_se } of rows)
			expect(Math.abs(numerator - inMonth(region, months.indexOf(period)))).toBeLessThan(6 * numerator_se);
		expect(await json('publish', 'months')).toMatchObject({ already: true });
	});
});

function mean(x: readonly number[]): number {
	return x.reduce((sum, value) => sum + value, 0) / x.length;
}
