import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { WatchView } from '../../analytics/contract/published-warning.ts';
import { Workplace } from './workplace.ts';

// Six years of quarters, released year by year from records: in one region inflow doubles in the last year, in another one it does so
// because a supplier joined, which the specification declares.

const YEARS = [2019, 2020, 2021, 2022, 2023, 2024];
const REGIONS = Array.from({ length: 25 }, (_, i) => `R${String(i + 1).padStart(2, '0')}`);
const RISES = 'R07';
const JOINED = 'R03';
const HOUSEHOLDS = 900;
const SEASON = [1.2, 1, 0.9, 0.9];

/** Uniform numbers from 0 to 1, the same in every run (Park and Miller's generator). */
function uniforms(seed: number): () => number {
	let state = seed;
	return () => (state = (state * 48271) % 2147483647) / 2147483647;
}

/** One row a household, with the quarter of its inflow. */
function records(year: number): string {
	const uniform = uniforms(1000 + year);
	const rows = REGIONS.flatMap((region, r) =>
		Array.from({ length: HOUSEHOLDS }, (_, h) => {
			const doubled = year === 2024 && (region === RISES || region === JOINED) ? 2 : 1;
			const chance = 0.06 * (0.8 + 0.016 * r) * doubled;
			const drawn = uniform();
			let quarter = 0;
			for (let sum = chance * SEASON[0]!; quarter < 4 && drawn > sum; quarter++)
				sum += chance * (SEASON[quarter + 1] ?? 0);
			return `${region}-${h},${region},${quarter < 4 ? `q${quarter + 1}` : 'none'}`;
		})
	);
	return ['household,place,inflow', ...rows, ''].join('\n');
}

const specification = (year: number) => `id: instroom
source: { kind: table, file: inflow-${year}.csv, unit: household, lineage: eilanden }
unit: { kind: household }
period: '${year}'
attributes:
  region: { tree: places.csv, column: place }
  inflow: { column: inflow, codes: [q1, q2, q3, q4, none] }
tables:
  - { level: gemeente, by: [inflow] }
indicators:
  - { id: inflow, attribute: inflow, is: [q1, q2, q3, q4], per: quarter, label: { nl: Instroom, en: Inflow } }
breaks:
  - { period: 2024Q1, regions: [${JOINED}], reason: { nl: Er kwam een leverancier bij., en: A supplier joined. } }
budget: { rho: '0.4' }
`;

let place: Workplace;
let rows: WatchView[];
beforeAll(async () => {
	place = await Workplace.open();
	const gemeenten = REGIONS.map((code) => `${code},NL,${code},gemeente`);
	place.write('places.csv', ['code,parent,name,level', 'NL,,Nederland,land', ...gemeenten, ''].join('\n'));
	for (const year of YEARS) {
		place.write(`inflow-${year}.csv`, records(year));
		place.write(`${year}.yaml`, specification(year));
		for (const args of [
			['measure', `${year}.yaml`, '--out', `bundle-${year}`],
			['publish', `bundle-${year}`]
		]) {
			const run = await place.run(...args);
			expect(`${run.code} ${run.stderr}`).toMatch(/^0 /);
		}
	}
	rows = await query<WatchView>('select * from published.watch order by period, position');
}, 240_000);
afterAll(() => place.close());

async function query<T>(text: string): Promise<T[]> {
	const client = new pg.Client({ connectionString: place.database });
	await client.connect();
	try {
		return (await client.query(text)).rows as T[];
	} finally {
		await client.end();
	}
}

const of = (region: string, period: string) =>
	rows.find((row) => row.region === region && row.period === period && row.attribute === '')!;

describe('early warning of releases', () => {
	it('begins when four years of quarters lie behind, and tells every region and the country then', () => {
		expect([...new Set(rows.map(({ period }) => period))]).toEqual(
			[2023, 2024].flatMap((year) => [1, 2, 3, 4].map((q) => `${year}Q${q}`))
		);
		for (const period of ['2023Q1', '2024Q4'])
			expect(rows.filter((row) => row.period === period)).toHaveLength(REGIONS.length + 1);
		expect(of('NL', '2024Q4').against).toBe('itself');
		expect(of('R01', '2024Q4').against).toBe('nation');
	});

	it('opens a signal where inflow doubled, with its beginning, size and interval, and nowhere else', () => {
		const signal = of(RISES, '2024Q4');
		expect(signal).toMatchObject({ state: 'signal', region_name: RISES, explained_by: RISES });
		expect(signal.p_event).toBeGreaterThan(0.9);
		expect(signal.opened! >= '2024Q1').toBe(true);
		expect(['2023Q4', '2024Q1', '2024Q2']).toContain(signal.onset);
		expect(signal.rise_lower95!).toBeGreaterThan(0.2);
		expect(signal.rise_upper95!).toBeLessThan(2);
		// Of 25 regions and 8 periods of which only one rises, the signals' false discovery rate is 10 %.
		const others = rows.filter((row) => row.state === 'signal' && row.region !== RISES);
		expect(others.length).toBeLessThanOrEqual(2);
	});

	it('starts anew where a break is declared: no signal, and no rise across it', async () => {
		for (const q of [1, 2, 3, 4])
			expect(of(JOINED, `2024Q${q}`)).toMatchObject({ rise: null, p_rise10: null, rise_lower95: null });
		expect(rows.filter((row) => row.region === JOINED && row.state === 'signal')).toEqual([]);
		expect(await query('select period, indicator, region, reason_nl from published.supply_break')).toEqual([
			{ period: '2024Q1', indicator: 'inflow', region: JOINED, reason_nl: 'Er kwam een leverancier bij.' }
		]);
	});

	it('has the simple test beside it: each quarter against the same quarter of the year before', async () => {
		const changes = await query<{ period: string; previous: string; is_signal: boolean; region: string }>(
			'select period, previous, region, is_signal from published.signal'
		);
		for (const { period, previous } of changes)
			expect(previous).toBe(`${Number(period.slice(0, 4)) - 1}${period.slice(4)}`);
		expect(changes.filter(({ region, period }) => region === RISES && period === '2024Q4')).toMatchObject([
			{ is_signal: true }
		]);
	});
});
