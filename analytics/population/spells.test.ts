import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { RegionTree } from '../contract/region-tree.ts';
import { specSchema, type SpecInput } from '../contract/spec.ts';
import { openEngine, type Engine } from '../engine/engine.ts';
import { tableAnalysisFile } from '../microdata/table-source.ts';
import { publicDomain } from '../specification/domain.ts';

const folder = mkdtempSync(join(tmpdir(), 'voorzicht-spells-'));
let engine: Engine;
let files = 0;
beforeAll(async () => {
	engine = await openEngine({ readable: [folder], threads: 2 });
});
afterAll(async () => {
	await engine.close();
	rmSync(folder, { recursive: true });
});

const PERIODS = ['2023-01', '2023-02', '2023-03', '2023-04', '2023-05'];
const tree = new RegionTree([
	{ code: 'NL', parent: null, name: 'NL', level: 'land' },
	{ code: 'A', parent: 'NL', name: 'A', level: 'gemeente' },
	{ code: 'B', parent: 'NL', name: 'B', level: 'gemeente' },
	{ code: 'A1', parent: 'A', name: 'A1', level: 'wijk' },
	{ code: 'A2', parent: 'A', name: 'A2', level: 'wijk' }
]);

type Row = readonly [unit: string, month: string, place: string, income: string];
type Counted = { month: string; income: number; region: string };

/** The rows that count, as "month income region", sorted. */
async function counted(rows: readonly Row[], spells: number, tables: SpecInput['tables']): Promise<string[]> {
	const spec = specSchema.parse({
		id: 'spells',
		source: { kind: 'table', file: 'x', unit: 'unit' },
		unit: { kind: 'person' },
		attributes: {
			region: { tree: 'x', column: 'place' },
			month: { column: 'month', codes: PERIODS, series: { spells } },
			income: { column: 'income', bins: [0, 10, 20] },
			half: { of: 'income', every: 2 },
			unused: { column: 'income', codes: ['5', '15'] }
		},
		tables,
		budget: { rho: '1' }
	});
	const domain = publicDomain(spec, tree, 'x');
	const file = join(folder, `${files++}.csv`);
	writeFileSync(file, ['unit,month,place,income', ...rows.map((row) => row.join(','))].join('\n'));
	const { relation } = await tableAnalysisFile(spec, domain, file, engine);
	const read = await engine.db.selectFrom(relation).selectAll().execute();
	const { regions } = domain.region!.tree;
	return read.map((row) => `${PERIODS[Number(row.month)]} ${row.income} ${regions[Number(row.region)]!.code}`).sort();
}

const byWijk = [{ level: 'wijk', by: ['income', 'month'] }];

it('of each unit and month the first row counts, and rows of no listed month do not', async () => {
	const rows: Row[] = [
		['1', '2023-02', 'A1', '5'],
		['1', '2023-01', 'A1', '5'],
		['1', '2023-02', 'B', '15'],
		['1', 'dec', 'A1', '5'],
		['1', '', 'A1', '5'],
		['', '2023-01', 'A1', '5']
	];
	expect(await counted(rows, 1, byWijk)).toEqual(['2023-01 0 A1', '2023-02 0 A1']);
});

it('a gap, another value or another region begins a new spell, and the first spells count', async () => {
	const rows: Row[] = [
		['1', '2023-01', 'A1', '5'],
		['1', '2023-02', 'A1', '5'],
		['1', '2023-03', 'A1', '15'],
		['1', '2023-04', 'A2', '15'],
		['2', '2023-01', 'B', '5'],
		['2', '2023-03', 'B', '5'],
		['2', '2023-04', 'B', '5']
	];
	expect(await counted(rows, 1, byWijk)).toEqual(['2023-01 0 A1', '2023-01 0 B', '2023-02 0 A1']);
	expect(await counted(rows, 2, byWijk)).toEqual(
		['2023-04 0 B', '2023-02 0 A1', '2023-01 0 A1', '2023-01 0 B', '2023-03 0 B', '2023-03 1 A1'].sort()
	);
	expect(await counted(rows, 3, byWijk)).toHaveLength(7);
});

it('what no table tells apart does not begin a spell', async () => {
	const rows: Row[] = [
		['1', '2023-01', 'A1', '5'],
		['1', '2023-02', 'A2', '7'],
		['1', '2023-03', 'A2', '15']
	];
	expect(await counted(rows, 1, byWijk)).toHaveLength(1);
	expect(await counted(rows, 1, [{ level: 'gemeente', by: ['income', 'month'] }])).toHaveLength(2);
	expect(await counted(rows, 1, [{ by: ['half', 'month'] }])).toHaveLength(3);
	expect(await counted(rows, 1, [{ by: ['month'] }, { by: ['income', 'month'] }])).toHaveLength(2);
	expect(await counted(rows, 1, [{ by: ['month'] }, { level: 'wijk', by: ['month'] }])).toHaveLength(1);
});

/** The rule, written anew as a loop over one unit's rows. */
function expectedOf(rows: readonly Row[], spells: number): Counted[] {
	const known = new Set(['A1', 'A2', 'B']);
	const months = PERIODS.map((month) => rows.find((row) => row[1] === month));
	let spell = 0;
	let last: string | null = null;
	return months.flatMap((row, i) => {
		if (row === undefined) {
			last = null;
			return [];
		}
		const number = Number(row[3]);
		const income = row[3] === '' || number < 0 || Number.isNaN(number) ? 3 : Math.min(2, Math.floor(number / 10));
		const region = known.has(row[2]) ? row[2] : 'unknown';
		const cell = `${income} ${region}`;
		if (cell !== last) spell++;
		last = cell;
		return spell > spells ? [] : [{ month: PERIODS[i]!, income, region }];
	});
}

it('is the rule, for rows whatever', async () => {
	const row: fc.Arbitrary<Row> = fc.tuple(
		fc.constantFrom('1', '2', '3'),
		fc.constantFrom(...PERIODS, 'dec', ''),
		fc.constantFrom('A1', 'A2', 'B', 'A', 'elsewhere', ''),
		fc.constantFrom('5', '15', '15.0', '25', '-1', '', 'x')
	);
	await fc.assert(
		fc.asyncProperty(fc.array(row, { maxLength: 25 }), fc.integer({ min: 1, max: 4 }), async (rows, spells) => {
			const expected = ['1', '2', '3'].flatMap((unit) =>
				expectedOf(
					rows.filter(([key]) => key === unit),
					spells
				)
			);
			expect(await counted(rows, spells, byWijk)).toEqual(
				expected.map(({ month, income, region }) => `${month} ${income} ${region}`).sort()
			);
		}),
		{ numRuns: 60 }
	);
});
