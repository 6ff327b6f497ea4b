import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { cellCount } from '../contract/domain.ts';
import { RegionTree } from '../contract/region-tree.ts';
import { specSchema } from '../contract/spec.ts';
import { openEngine, type Engine } from '../engine/engine.ts';
import { tableAnalysisFile } from '../microdata/table-source.ts';
import { publicDomain } from '../specification/domain.ts';
import { countCells } from './count-cells.ts';
import { writeCuts } from './sql.ts';

const folder = mkdtempSync(join(tmpdir(), 'voorzicht-sensitivity-'));
let engine: Engine;
beforeAll(async () => {
	engine = await openEngine({ readable: [folder], threads: 1 });
});
afterAll(async () => {
	await engine.close();
	rmSync(folder, { recursive: true });
});

const CONTRIBUTION = 2;
const SIGMA2 = [4, 9, 25, 3];
const tree = new RegionTree([
	{ code: 'NL', parent: null, name: 'NL', level: 'land' },
	{ code: 'A', parent: 'NL', name: 'A', level: 'gemeente' },
	{ code: 'B', parent: 'NL', name: 'B', level: 'gemeente' }
]);
const spec = specSchema.parse({
	id: 'sensitivity',
	source: { kind: 'table', file: 'x.csv', unit: 'unit', where: [{ column: 'age', max: 90 }] },
	unit: { kind: 'person', contribution: CONTRIBUTION },
	attributes: {
		region: { tree: 'tree.csv', column: 'place' },
		age: { column: 'age', bins: [0, 18, 65] },
		sex: { column: 'sex', codes: ['m', 'v'] }
	},
	tables: [
		{ level: 'land' },
		{ level: 'gemeente', by: ['age'] },
		{ by: ['sex'] },
		{ level: 'gemeente', by: ['age', 'sex'] }
	],
	budget: { rho: '1' }
});
const domain = publicDomain(spec, tree, 'x');
/** Twice rho, by the ledger's rule: the squared contribution over the variance, summed over tables. */
const DECLARED = SIGMA2.reduce((sum, sigma2) => sum + CONTRIBUTION ** 2 / sigma2, 0);

type Row = readonly [unit: string, place: string, age: string, sex: string];

async function counts(rows: readonly Row[]): Promise<Float64Array[]> {
	const file = join(folder, `${files++}.csv`);
	writeFileSync(file, ['unit,place,age,sex', ...rows.map((row) => row.map((v) => `"${v}"`).join(','))].join('\n'));
	const analysis = await tableAnalysisFile(spec, domain, file, engine);
	await writeCuts(engine, domain);
	const all: Float64Array[] = [];
	for (const table of domain.tables)
		all.push((await countCells(domain, table, analysis)).plus(new Float64Array(cellCount(domain, table))));
	return all;
}
let files = 0;

const loss = (a: Float64Array[], b: Float64Array[]): number =>
	a.reduce((sum, table, t) => sum + table.reduce((s, count, i) => s + (count - b[t]![i]!) ** 2, 0) / SIGMA2[t]!, 0);

const row: fc.Arbitrary<Row> = fc.tuple(
	fc.constantFrom('1', '2', '3', '4', '', 'NA'),
	fc.constantFrom('A', 'B', 'nowhere', '', 'NL'),
	fc.constantFrom('3', '17.9', '18', '70', '91', 'NaN', 'inf', '-inf', 'x', '', '1e400', '-4'),
	fc.constantFrom('m', 'v', 'x', '', 'unknown')
);

it('adding or removing all rows of a unit moves the counts by no more than is declared', async () => {
	await fc.assert(
		fc.asyncProperty(fc.array(row, { maxLength: 14 }), fc.constantFrom('1', '2', '3', '4'), async (rows, unit) => {
			const without = rows.filter(([key]) => key !== unit);
			expect(loss(await counts(rows), await counts(without))).toBeLessThanOrEqual(DECLARED + 1e-9);
		}),
		{ numRuns: 300 }
	);
}, 120_000);

it('the worst case is attained: a unit whose rows share every cell', async () => {
	const worst: Row[] = Array.from({ length: 5 }, () => ['1', 'A', '3', 'm']);
	expect(loss(await counts(worst), await counts([]))).toBeCloseTo(DECLARED, 9);
});

it('the order of rows does not matter while the first rows of each unit stay the first', async () => {
	await fc.assert(
		fc.asyncProperty(fc.array(row, { minLength: 4, maxLength: 14 }), async (rows) => {
			const byUnit = rows.toSorted((a, b) => a[0].localeCompare(b[0]));
			expect(loss(await counts(rows), await counts(byUnit))).toBe(0);
		}),
		{ numRuns: 30 }
	);
});
