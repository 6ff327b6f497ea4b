import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Domain } from '../contract/domain.ts';
import { specSchema, type Spec } from '../contract/spec.ts';
import { openEngine } from '../engine/engine.ts';
import { tableAnalysisFile } from '../microdata/table-source.ts';
import { publicDomain } from '../specification/domain.ts';
import { exactCounts, HEADER, small, tree } from './testing.ts';

const folder = mkdtempSync(join(tmpdir(), 'voorzicht-sums-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Counts and sums before noise over people of these rows. */
async function totalsOf(spec: Spec, domain: Domain, rows: readonly string[]): Promise<Float64Array[]> {
	const file = join(folder, 'people.csv');
	writeFileSync(file, HEADER + rows.join('\n'));
	return exactCounts(domain, async () =>
		tableAnalysisFile(spec, domain, file, await openEngine({ readable: [file], threads: 1 }))
	);
}

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
		const [units, total, counts, sums] = await totalsOf(spec, domain, rows);
		expect([...units!]).toEqual([6]);
		expect([...total!]).toEqual([50 + 151 + 1000 + 10 + 10 + 10 - 6 * CENTRE]);
		// A, B, C, unknown x m, v, unknown.
		expect([...counts!]).toEqual([2, 1, 0, 0, 3, 0, 0, 0, 0, 0, 0, 0]);
		expect([...sums!]).toEqual([50 + 1000 - 2 * CENTRE, 151 - CENTRE, 0, 0, 30 - 3 * CENTRE, 0, 0, 0, 0, 0, 0, 0]);
	});

	it('of nobody are 0', async () => {
		const all = await totalsOf(spec, domain, []);
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
			const rows = incomes.map((income) => `1,A1,3,m,${income}`);
			return (await totalsOf(wide, own, rows))[1]![0];
		};
		expect(await sum(2 ** 51, 2 ** 51 - 1)).toBe(2 ** 52 - 1);
		expect(await sum(2 ** 51 + 1, 2 ** 51 + 1, 2 ** 51 + 1)).toBe(2 ** 52);
		expect(await sum(-(2 ** 51), -(2 ** 51), -5)).toBe(-(2 ** 52));
		expect(await sum(...Array.from({ length: 5000 }, () => 2 ** 60))).toBe(2 ** 52);
	});
});
