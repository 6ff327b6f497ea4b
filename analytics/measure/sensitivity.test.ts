import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { periodStrategy, Rational } from 'diffprivlib-js';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cellCount, type Domain } from '../contract/domain.ts';
import type { Plan } from '../contract/plan.ts';
import { RegionTree } from '../contract/region-tree.ts';
import { specSchema, type Spec, type SpecInput } from '../contract/spec.ts';
import { openEngine, type Engine } from '../engine/engine.ts';
import { tableAnalysisFile } from '../microdata/table-source.ts';
import { planRelease } from '../plan/plan.ts';
import { publicDomain } from '../specification/domain.ts';
import { countCells } from './count-cells.ts';
import { writeCuts } from './sql.ts';

// What one unit can change in the numbers before noise, against what the plan charges for it: in exact fractions, on the
// queries that releases use, for records of any kind.

const folder = mkdtempSync(join(tmpdir(), 'voorzicht-sensitivity-'));
let engine: Engine;
let files = 0;
beforeAll(async () => {
	engine = await openEngine({ readable: [folder], threads: 1 });
});
afterAll(async () => {
	await engine.close();
	rmSync(folder, { recursive: true });
});

const tree = new RegionTree([
	{ code: 'NL', parent: null, name: 'NL', level: 'land' },
	{ code: 'A', parent: 'NL', name: 'A', level: 'gemeente' },
	{ code: 'B', parent: 'NL', name: 'B', level: 'gemeente' }
]);

interface Release {
	readonly spec: Spec;
	readonly domain: Domain;
	readonly plan: Plan;
}

function release(part: Omit<SpecInput, 'id' | 'budget' | 'source'> & { source?: object }): Release {
	const source = { kind: 'table', file: 'x.csv', unit: 'unit', ...part.source };
	const spec = specSchema.parse({ id: 'sensitivity', budget: { rho: '1/3' }, ...part, source });
	const domain = publicDomain(spec, tree, 'x');
	return { spec, domain, plan: planRelease({ ...spec, domain }) };
}

type Row = Readonly<Record<string, string>>;
const COLUMNS = ['unit', 'place', 'age', 'sex', 'month', 'debt'];

/** The numbers of every table before noise, as they are measured. */
async function totals({ spec, domain, plan }: Release, rows: readonly Row[], on = engine): Promise<Float64Array[]> {
	const file = join(folder, `${files++}.csv`);
	const lines = rows.map((row) => COLUMNS.map((column) => `"${row[column] ?? ''}"`).join(','));
	writeFileSync(file, [COLUMNS.join(','), ...lines].join('\n'));
	const analysis = await tableAnalysisFile(spec, domain, file, on);
	await writeCuts(on, domain);
	const all: Float64Array[] = [];
	for (const table of domain.tables) {
		const counts = await countCells(domain, table, analysis);
		const told = plan.series === undefined ? counts : counts.encoded(periodStrategy(plan.series).encode);
		all.push(told.plus(new Float64Array(cellCount(domain, table))));
	}
	return all;
}

/** Privacy cost of telling two populations apart: the sum over tables of ||change||^2 / (2 sigma2). */
function cost({ plan }: Release, a: readonly Float64Array[], b: readonly Float64Array[]): Rational {
	return a.reduce((sum, table, t) => {
		const squares = table.reduce((s, number, i) => s + BigInt(number - b[t]![i]!) ** 2n, 0n);
		return sum.add(Rational.of(squares).div(Rational.parse(plan.tables[t]!.sigma2).mul(Rational.of(2))));
	}, Rational.of(0));
}

const declared = ({ plan }: Release) => Rational.parse(plan.rhoExact);

const TABLES: SpecInput['tables'] = [
	{ level: 'land' },
	{ level: 'gemeente', by: ['age'] },
	{ by: ['sex'] },
	{ level: 'gemeente', by: ['age', 'sex'] }
];
const attributes = {
	region: { tree: 'tree.csv', column: 'place' },
	age: { column: 'age', bins: [0, 18, 65] },
	sex: { column: 'sex', codes: ['m', 'v'] }
};
const MONTHS = Array.from({ length: 10 }, (_, i) => `M${10 + i}`);
const month = (spells: number, periods: number) => ({
	column: 'month',
	codes: MONTHS.slice(0, periods),
	series: { spells }
});
const same = (count: number, row: Row): Row[] => Array.from({ length: count }, () => ({ unit: '1', ...row }));

const counts = release({
	source: { where: [{ column: 'age', max: 90 }] },
	unit: { kind: 'person', contribution: 2 },
	attributes: { ...attributes, age_2: { of: 'age', every: 2 } },
	tables: [...TABLES, { by: ['age_2'] }, { level: 'gemeente', by: ['age_2', 'sex'] }]
});
const sums = release({
	unit: { kind: 'household', contribution: 3 },
	attributes,
	amounts: { debt: { column: 'debt', from: -10, to: 1001 }, owed: { column: 'debt', from: 5, to: 6 } },
	tables: [
		...TABLES,
		{ level: 'gemeente', by: ['age'], sum: 'debt' },
		{ by: ['sex'], sum: 'debt' },
		{ level: 'land', sum: 'owed' }
	]
});
const independent = release({
	unit: { kind: 'person' },
	attributes: { ...attributes, month: month(4, 4) },
	tables: [{ by: ['month'] }, { level: 'gemeente', by: ['sex', 'month'] }]
});
const differences = release({
	unit: { kind: 'person' },
	attributes: { ...attributes, month: month(2, 10) },
	tables: [{ level: 'gemeente', by: ['month'] }, { by: ['sex', 'month'] }]
});

it('each way to measure is among the plans below', () => {
	expect(independent.plan.series?.strategy).toBe('independent');
	expect(differences.plan.series?.strategy).toBe('fitted');
	expect(sums.plan.tables.some(({ sum }) => sum !== undefined)).toBe(true);
});

/** Two spells in two cells whose encoded changes are longest together, found by trying all. */
function longestSpells(): Row[] {
	const matrix = differences.plan.series!.matrix!;
	const length = (from: number, to: number) => {
		let squares = 0;
		for (let t = from; t < 10; t++) {
			let z = 0;
			for (let s = from; s <= t && s < to; s++) z += matrix[t]![s]!;
			squares += z * z;
		}
		return squares;
	};
	let best = { squares: 0, cells: [0, 0, 0] };
	for (let a = 0; a < 10; a++)
		for (let b = a + 1; b <= 10; b++)
			for (let c = b; c < 10; c++)
				for (let d = c + 1; d <= 10; d++) {
					const squares = length(a, b) + length(c, d);
					if (squares > best.squares) best = { squares, cells: [a, b, c, d] };
				}
	const [a, b, c, d] = best.cells as [number, number, number, number];
	const spell = (from: number, to: number, row: Row) => MONTHS.slice(from, to).map((m) => ({ ...row, month: m }));
	return [
		...spell(a, b, { unit: '1', place: 'A', sex: 'm', age: '3' }),
		...spell(c, d, { unit: '1', place: 'B', sex: 'v', age: '70' })
	];
}

const scenarios: readonly (readonly [string, Release, Row[]])[] = [
	['counts and groups', counts, same(5, { place: 'A', age: '3', sex: 'm' })],
	['sums', sums, same(4, { place: 'A', age: '3', sex: 'm', debt: '1e9' })],
	['a series by period', independent, MONTHS.map((m) => ({ unit: '1', place: 'A', sex: 'm', month: m }))],
	['a series by differences', differences, longestSpells()]
];

const row: fc.Arbitrary<Row> = fc.record({
	unit: fc.constantFrom('1', '2', '3', '4', '1 ', '', 'NA'),
	place: fc.constantFrom('A', 'B', 'nowhere', '', 'NL'),
	age: fc.constantFrom('3', '17.9', '18', '70', '91', 'NaN', 'inf', '-inf', 'x', '', '1e400', '-4'),
	sex: fc.constantFrom('m', 'v', 'x', '', 'unknown'),
	month: fc.constantFrom(...MONTHS, 'm99', ''),
	debt: fc.constantFrom('0', '1001', '-10', '495.5', '12,5', 'nan', '1e400', '-1e308', '9e18', '', 'x', '-3.5')
});

/** A unit that stays in one cell for some months. */
const stay: fc.Arbitrary<Row[]> = fc
	.record({ month: fc.nat(9), last: fc.nat(9), unit: fc.constantFrom('1', '2'), place: fc.constantFrom('A', 'B') })
	.map(({ month: first, last, unit, place }) =>
		MONTHS.slice(first, last + 1).map((m) => ({ unit, place, age: '3', sex: place === 'A' ? 'm' : 'v', month: m }))
	);
const rowsOf = fc
	.tuple(fc.array(stay, { maxLength: 5 }), fc.array(row, { maxLength: 20 }))
	.map(([stays, others]) => [...stays.flat(), ...others]);

describe.each(scenarios)('%s', (_name, measured, worst) => {
	it('move by no more than is charged when all rows of a unit are added or removed', async () => {
		await fc.assert(
			fc.asyncProperty(rowsOf, fc.constantFrom('1', '2', '3', '4'), async (rows, unit) => {
				const without = rows.filter((one) => one['unit']!.trim() !== unit);
				const moved = cost(measured, await totals(measured, rows), await totals(measured, without));
				expect(moved.compare(declared(measured))).toBeLessThanOrEqual(0);
			}),
			{ numRuns: 60 }
		);
	}, 120_000);

	it('move by exactly what is charged in the worst case', async () => {
		const others = [{ unit: '2', place: 'A', age: '3', sex: 'm', month: 'M10', debt: '7' }];
		for (const before of [[], others]) {
			const moved = cost(measured, await totals(measured, [...before, ...worst]), await totals(measured, before));
			expect(moved.toString()).toBe(declared(measured).toString());
		}
	});

	it('do not depend on the order of rows while the first rows of each unit stay the first', async () => {
		await fc.assert(
			fc.asyncProperty(fc.array(row, { minLength: 4, maxLength: 14 }), async (rows) => {
				const byUnit = rows.toSorted((a, b) => a['unit']!.trim().localeCompare(b['unit']!.trim()));
				expect(await totals(measured, rows)).toEqual(await totals(measured, byUnit));
			}),
			{ numRuns: 20 }
		);
	}, 120_000);
});

it('sums of any order, over many chunks and threads, are the same to the last unit', async () => {
	const rows = Array.from({ length: 12_000 }, (_, i) => ({
		unit: `u${i}`,
		place: 'AB'[i % 2]!,
		age: String((i * 7919) % 97),
		sex: 'mv'[i % 2]!,
		debt: String(((i * 104_729) % 200_003) / 150 - 100)
	}));
	const [first, ...others] = [rows, rows.toReversed(), rows.toSorted((a, b) => a.debt.localeCompare(b.debt))];
	const expected = await totals(sums, first!);
	for (const shuffled of others) {
		const parallel = await openEngine({ readable: [folder], threads: 4 });
		expect(await totals(sums, shuffled, parallel)).toEqual(expected);
		await parallel.close();
	}
});
