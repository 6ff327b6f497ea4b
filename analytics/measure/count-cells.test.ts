import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Domain } from '../contract/domain.ts';
import { RegionTree } from '../contract/region-tree.ts';
import { specSchema, type Spec } from '../contract/spec.ts';
import { openEngine } from '../engine/engine.ts';
import { tableAnalysisFile } from '../microdata/table-source.ts';
import { publicDomain } from '../specification/domain.ts';
import { exactCounts, HEADER, small, tree } from './testing.ts';

const folder = mkdtempSync(join(tmpdir(), 'voorzicht-cells-'));
afterAll(() => rmSync(folder, { recursive: true }));

const countsOf = (spec: Spec, domain: Domain, file: string) =>
	exactCounts(domain, async () =>
		tableAnalysisFile(spec, domain, file, await openEngine({ readable: [file], threads: 1 }))
	);

describe('counts', () => {
	const spec = specSchema.parse(small);
	const domain = publicDomain(spec, tree, 'small.yaml');

	it('puts each row that counts in one cell of each table, whatever the rows hold', async () => {
		const file = join(folder, 'people.csv');
		writeFileSync(
			file,
			HEADER +
				['1,A1,3,m,50', '1,A2,20,v,150', '1,B1,20,v,150', '2,C,70,m,100', '3,nowhere,-1,x,NaN', ',A1,3,m,50'].join('\n')
		);
		const [land, byRegion, deep, sexes] = await countsOf(spec, domain, file);
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
		const [states, sizes] = await countsOf(households, publicDomain(households, austria, 'x'), eusilc);
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
		const [cells] = await countsOf(persons, publicDomain(persons, null, 'x'), eusilc);
		expect(sum(cells!)).toBe(14827);
	});
});
