import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { halfOrderMatrix, osEntropy, periodStrategy } from 'diffprivlib-js';
import { afterAll, describe, expect, it } from 'vitest';
import { cellCount, type Domain } from '../contract/domain.ts';
import { RegionTree } from '../contract/region-tree.ts';
import { specSchema, type Spec, type SpecInput } from '../contract/spec.ts';
import { openEngine } from '../engine/engine.ts';
import { tableAnalysisFile } from '../microdata/table-source.ts';
import { publicDomain } from '../specification/domain.ts';
import { countCells } from './count-cells.ts';
import { measure } from './measure.ts';
import { writeCuts } from './sql.ts';

const folder = mkdtempSync(join(tmpdir(), 'voorzicht-measure-'));
afterAll(() => rmSync(folder, { recursive: true }));

const tree = new RegionTree([
	{ code: 'NL', parent: null, name: 'Land', level: 'land' },
	{ code: 'A', parent: 'NL', name: 'A', level: 'gemeente' },
	{ code: 'B', parent: 'NL', name: 'B', level: 'gemeente' },
	{ code: 'C', parent: 'NL', name: 'C, zonder wijken', level: 'gemeente' },
	{ code: 'A1', parent: 'A', name: 'A1', level: 'wijk' },
	{ code: 'A2', parent: 'A', name: 'A2', level: 'wijk' },
	{ code: 'B1', parent: 'B', name: 'B1', level: 'wijk' }
]);

const small: SpecInput = {
	id: 'small',
	source: { kind: 'table', file: 'people.csv', unit: 'household' },
	unit: { kind: 'household', contribution: 2 },
	attributes: {
		region: { tree: 'tree.csv', column: 'place' },
		age: { column: 'age', bins: [0, 18, 65] },
		sex: { column: 'sex', codes: ['m', 'v'] },
		poor: { column: 'income', below: 100 }
	},
	tables: [
		{ level: 'land' },
		{ level: 'gemeente', by: ['poor'] },
		{ level: 'wijk', by: ['age', 'sex'] },
		{ by: ['sex'] }
	],
	budget: { rho: '0.1' }
};

/** Exact counts of every table, for the tests of this folder alone: adding a vector of zeros opens them. */
async function exactCounts(spec: Spec, domain: Domain, file: string): Promise<Float64Array[]> {
	const engine = await openEngine({ readable: [file], threads: 1 });
	try {
		const analysis = await tableAnalysisFile(spec, domain, file, engine);
		await writeCuts(engine, domain);
		const all: Float64Array[] = [];
		for (const table of domain.tables)
			all.push((await countCells(domain, table, analysis)).plus(new Float64Array(cellCount(domain, table))));
		return all;
	} finally {
		await engine.close();
	}
}

const planFor = (domain: Domain, sigma2: string) => ({
	tables: domain.tables.map((table) => ({
		id: table.id,
		level: table.level,
		by: [...table.by],
		...(table.sum === undefined ? {} : { sum: table.sum }),
		cells: cellCount(domain, table),
		sigma2,
		rho: '1/1',
		variance: { mean: 1, max: 1 },
		halfWidth95: 1
	}))
});

const write = (name: string, text: string): string => {
	const path = join(folder, name);
	writeFileSync(path, text);
	return path;
};
const HEADER = 'household,place,age,sex,income\n';

describe('counts', () => {
	const spec = specSchema.parse(small);
	const domain = publicDomain(spec, tree, 'small.yaml');

	it('puts each row that counts in one cell of each table, whatever the rows hold', async () => {
		const file = write(
			'people.csv',
			HEADER +
				['1,A1,3,m,50', '1,A2,20,v,150', '1,B1,20,v,150', '2,C,70,m,100', '3,nowhere,-1,x,NaN', ',A1,3,m,50'].join('\n')
		);
		const [land, byRegion, deep, sexes] = await exactCounts(spec, domain, file);
		// Household 1 counts twice, 2 and 3 once, the row without a key not at all.
		expect([...land!]).toEqual([4]);
		// A, B, C, unknown x poor yes, no, unknown.
		expect([...byRegion!]).toEqual([1, 1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 1]);
		expect([...sexes!]).toEqual([2, 1, 1]);
		// Regions C, unknown, A1, A2, B1 x four ages x three sexes.
		const cells = [...deep!].flatMap((count, i) => (count === 0 ? [] : [[i, count]]));
		expect(cells).toEqual([
			[0 * 12 + 2 * 3 + 0, 1],
			[1 * 12 + 3 * 3 + 2, 1],
			[2 * 12 + 0 * 3 + 0, 1],
			[3 * 12 + 1 * 3 + 1, 1]
		]);
	});
});

describe('sums', () => {
	const spec = specSchema.parse({
		...small,
		amounts: { debt: { column: 'income', from: 10, to: 1000 } },
		tables: [{}, { sum: 'debt' }, { level: 'gemeente', by: ['sex'] }, { level: 'gemeente', by: ['sex'], sum: 'debt' }]
	});
	const domain = publicDomain(spec, tree, 'small.yaml');
	const CENTRE = 505;

	it('add up what the amounts of the rows of a cell differ from the centre', async () => {
		const rows = ['1,A1,3,m,50', '1,A2,20,v,150.5', '2,A1,20,m,99999', '3,B1,1,v,x', '4,B1,1,v,-7', '4,B1,1,v,'];
		const [units, total, counts, sums] = await exactCounts(spec, domain, write('sums.csv', HEADER + rows.join('\n')));
		expect([...units!]).toEqual([6]);
		expect([...total!]).toEqual([50 + 151 + 1000 + 10 + 10 + 10 - 6 * CENTRE]);
		// A, B, C, unknown x m, v, unknown.
		expect([...counts!]).toEqual([2, 1, 0, 0, 3, 0, 0, 0, 0, 0, 0, 0]);
		expect([...sums!]).toEqual([50 + 1000 - 2 * CENTRE, 151 - CENTRE, 0, 0, 30 - 3 * CENTRE, 0, 0, 0, 0, 0, 0, 0]);
	});

	it('of nobody are 0', async () => {
		const all = await exactCounts(spec, domain, write('nobody.csv', HEADER));
		for (const numbers of all) expect(numbers.every((number) => number === 0)).toBe(true);
	});

	it('are exact whole numbers up to 2^52, and stay there', async () => {
		// Few rows get there, because one row reaches to 2^51 here.
		const wide = specSchema.parse({
			...small,
			source: { kind: 'table', file: 'x' },
			amounts: { debt: { column: 'income', from: -(2 ** 51) - 1, to: 2 ** 51 + 1 } },
			tables: [{}, { sum: 'debt' }]
		});
		const own = publicDomain(wide, tree, 'x');
		const sum = async (...incomes: number[]) => {
			const rows = incomes.map((income) => `1,A1,3,m,${income}`).join('\n');
			return (await exactCounts(wide, own, write('wide.csv', HEADER + rows)))[1]![0];
		};
		expect(await sum(2 ** 51, 2 ** 51 - 1)).toBe(2 ** 52 - 1);
		expect(await sum(2 ** 51 + 1, 2 ** 51 + 1, 2 ** 51 + 1)).toBe(2 ** 52);
		expect(await sum(-(2 ** 51), -(2 ** 51), -5)).toBe(-(2 ** 52));
		expect(await sum(...Array.from({ length: 5000 }, () => 2 ** 60))).toBe(2 ** 52);
	});
});

describe('a series', () => {
	const PERIODS = 12;
	const months = Array.from({ length: PERIODS }, (_, i) => `M${10 + i}`);
	const spec = specSchema.parse({
		...small,
		unit: { kind: 'household' },
		attributes: {
			region: { tree: 'tree.csv', column: 'place' },
			month: { column: 'age', codes: months, series: { spells: 2 } },
			poor: { column: 'income', below: 100 }
		},
		tables: [{ by: ['month'] }, { level: 'gemeente', by: ['poor', 'month'] }]
	});
	const domain = publicDomain(spec, tree, 'small.yaml');
	const rows = Array.from(
		{ length: 40 },
		(_, i) => `${i % 9},${i % 2 === 0 ? 'A1' : 'B1'},M${10 + (i % 7)},m,${50 + i * 3}`
	);
	const file = write('series.csv', HEADER + rows.join('\n'));
	const planned = (strategy: 'independent' | 'half-order') => {
		const matrix = strategy === 'independent' ? undefined : halfOrderMatrix(PERIODS).map((row) => [...row]);
		const how = { strategy, periods: PERIODS, spells: 2, matrix };
		const { cost } = periodStrategy(how);
		return {
			...planFor(domain, '3/1'),
			series: { attribute: 'month', ...how, cost, variances: { independent: 1, 'half-order': 1 } }
		};
	};
	const open = async () => tableAnalysisFile(spec, domain, file, await openEngine({ readable: [file], threads: 1 }));
	const measured = (plan: ReturnType<typeof planned>) =>
		measure({ domain, plan, charge: { spend() {} }, open, entropy: osEntropy() });

	it('is measured period by period, or as differences that decode to the counts', async () => {
		const exact = await exactCounts(spec, domain, file);
		expect(exact[0]!.reduce((a, b) => a + b)).toBeGreaterThan(10);
		const { encode } = periodStrategy(planned('half-order').series);
		for (const [table, numbers] of (await measured(planned('independent'))).entries())
			expect(Math.max(...numbers.counts.map((count, i) => Math.abs(count - exact[table]![i]!)))).toBeLessThan(30);
		for (const [table, numbers] of (await measured(planned('half-order'))).entries()) {
			const encoded = encode(exact[table]!);
			// The numbers are some hundred times as large as the counts: without encoding they could not agree. A draw of
			// more than 17 standard deviations has probability below 1e-60.
			expect(Math.max(...numbers.counts.map((count, i) => Math.abs(count - encoded[i]!)))).toBeLessThan(30);
			expect(numbers.counts.every(Number.isSafeInteger)).toBe(true);
		}
		expect(Math.max(...encode(exact[0]!))).toBeGreaterThan(1000);
	});

	it('is refused before anything is spent when the plan was made for another', async () => {
		const plan = planned('half-order');
		const wrong = [
			{ ...plan, series: { ...plan.series, periods: PERIODS - 1 } },
			{ ...plan, series: { ...plan.series, spells: 1 } },
			{ ...plan, series: { ...plan.series, cost: plan.series.cost - 1 } },
			{ ...plan, series: { ...plan.series, matrix: plan.series.matrix!.slice(1) } },
			{ ...plan, series: { ...plan.series, matrix: plan.series.matrix!.map((row) => row.map((x) => 2 * x)) } },
			{ ...plan, series: { ...plan.series, attribute: 'poor' } },
			{ tables: plan.tables },
			{ ...plan, tables: plan.tables.map((table) => ({ ...table, sum: 'debt' })) }
		];
		const spend = () => expect.fail('spent');
		for (const other of wrong)
			await expect(measure({ domain, plan: other, charge: { spend }, open, entropy: osEntropy() })).rejects.toThrow(
				RangeError
			);
	});
});

describe('measure', () => {
	const spec = specSchema.parse(small);
	const domain = publicDomain(spec, tree, 'small.yaml');

	it('spends the charge before it opens the data, and opens nothing when the charge is refused', async () => {
		const order: string[] = [];
		const file = write('order.csv', `${HEADER}1,A1,3,m,50\n`);
		const open = async () => {
			order.push('open');
			return tableAnalysisFile(spec, domain, file, await openEngine({ readable: [file], threads: 1 }));
		};
		const plan = planFor(domain, '5/1');
		const charge = { spend: () => void order.push('spend') };
		const tables = await measure({ domain, plan, charge, open, entropy: osEntropy() });
		expect(order).toEqual(['spend', 'open']);
		expect(tables.map((t) => [t.id, t.counts.length])).toEqual(domain.tables.map((t) => [t.id, cellCount(domain, t)]));
		expect(tables.every((t) => t.counts.every(Number.isSafeInteger))).toBe(true);
		const spent = {
			spend: () => {
				throw new Error('spent before');
			}
		};
		await expect(measure({ domain, plan, charge: spent, open, entropy: osEntropy() })).rejects.toThrow('spent before');
		expect(order).toEqual(['spend', 'open']);
	});

	it('refuses a plan of other tables before anything is spent', async () => {
		const plan = planFor(domain, '5/1');
		const fail = async () => {
			throw new Error('must not be reached');
		};
		const charge = { spend: () => void fail() };
		const wrong = { tables: plan.tables.map((t, i) => (i === 1 ? { ...t, cells: t.cells + 1 } : t)) };
		await expect(measure({ domain, plan: wrong, charge, open: fail, entropy: osEntropy() })).rejects.toThrow(
			RangeError
		);
	});

	it('adds noise of the planned variance to the exact counts', async () => {
		// 30 releases of 82 cells: the sum of squares over sigma2 is chi-square with 2,460 degrees of freedom up to
		// discreteness, sd 70. Five sd either way: false alarm below 1e-6.
		const file = write('noise.csv', `${HEADER}1,A1,3,m,50\n2,B1,30,v,500\n`);
		const exact = await exactCounts(spec, domain, file);
		let cells = 0;
		let squares = 0;
		for (let run = 0; run < 30; run++) {
			const engine = await openEngine({ readable: [file], threads: 1 });
			const open = () => tableAnalysisFile(spec, domain, file, engine);
			const plan = planFor(domain, '81/2');
			const tables = await measure({ domain, plan, charge: { spend() {} }, open, entropy: osEntropy() });
			tables.forEach((table, t) =>
				table.counts.forEach((count, i) => {
					cells++;
					squares += (count - exact[t]![i]!) ** 2 / 40.5;
				})
			);
		}
		expect(Math.abs(squares - cells)).toBeLessThan(5 * Math.sqrt(2 * cells));
	});
});

const eusilc = resolve('../shared/data/microdata/laeken_eusilc.csv');

describe('EU-SILC', () => {
	it.runIf(existsSync(eusilc))('counts 6,000 households once and 14,827 persons once', async () => {
		const regions = [
			'Burgenland',
			'Carinthia',
			'Lower Austria',
			'Salzburg',
			'Styria',
			'Tyrol',
			'Upper Austria',
			'Vienna'
		];
		const austria = new RegionTree([
			{ code: 'AT', parent: null, name: 'Austria', level: 'land' },
			...regions.map((code) => ({ code, parent: 'AT', name: code, level: 'state' }))
		]);
		const households = specSchema.parse({
			id: 'households',
			source: { kind: 'table', file: eusilc, unit: 'db030' },
			unit: { kind: 'household' },
			attributes: {
				region: { tree: 'at.csv', column: 'db040' },
				size: { column: 'hsize', bins: [1, 2, 3, 4] },
				poor: { column: 'eqIncome', below: 10859.24 }
			},
			tables: [{ level: 'state' }, { by: ['size', 'poor'] }],
			budget: { rho: '0.1' }
		});
		const [states, sizes] = await exactCounts(households, publicDomain(households, austria, 'x'), eusilc);
		const sum = (values: Iterable<number>) => [...values].reduce((a, b) => a + b, 0);
		expect(sum(states!)).toBe(6000);
		// Vorarlberg is left out of the tree on purpose: its households are unknown, not lost.
		expect(states!.at(-1)).toBeGreaterThan(0);
		expect(sum(sizes!)).toBe(6000);
		const persons = specSchema.parse({
			id: 'persons',
			source: { kind: 'table', file: eusilc },
			unit: { kind: 'person' },
			attributes: {
				age: { column: 'age', bins: [0, 18, 65] },
				status: { column: 'pl030', codes: [1, 2, 3, 4, 5, 6, 7] }
			},
			tables: [{ by: ['age', 'status'] }],
			budget: { rho: '0.1' }
		});
		const [cells] = await exactCounts(persons, publicDomain(persons, null, 'x'), eusilc);
		expect(sum(cells!)).toBe(14827);
	});
});
