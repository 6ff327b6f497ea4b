import { expect, it } from 'vitest';
import type { Attribute, Domain, NoisyTable } from '../contract/domain.ts';
import { cellCount } from '../contract/domain.ts';
import { RegionTree } from '../contract/region-tree.ts';
import { eventAgeCells, eventPathCells } from './event-cells.ts';
import { reconcile } from './reconcile.ts';

const tree = new RegionTree([
	{ code: 'NL', parent: null, name: 'NL', level: 'land' },
	{ code: 'A', parent: 'NL', name: 'A', level: 'provincie' },
	{ code: 'B', parent: 'NL', name: 'B', level: 'provincie' },
	{ code: 'unknown', parent: 'NL', name: 'Onbekend', level: 'provincie' }
]);
const coded = (name: string, codes: readonly string[]): Attribute => ({
	name,
	codes: [...codes, 'unknown'],
	rule: { kind: 'codes', column: name }
});
const attributes: Attribute[] = [
	{ name: 'age', codes: ['0-<35', '35+', 'unknown'], rule: { kind: 'bins', column: 'age', edges: [0, 35] } },
	{ ...coded('debts', ['entered', 'stayed', 'out']), rule: { kind: 'codes', column: 'problematic_debts_change' } },
	coded('event_child', ['0-11', '12-23', '24-35', 'none', 'not_applicable']),
	coded('problematic_debts_path', ['00', '01', '10', '11'])
];
const tables = [
	{ id: 'ages', level: 'provincie', by: ['age', 'debts', 'event_child'] },
	{ id: 'paths', level: 'land', by: ['problematic_debts_path', 'event_child'] }
];
const domain: Domain = {
	region: { name: 'region', tree, column: null },
	attributes,
	tables: tables.map((table) => ({ ...table, target: null, weight: 1 }))
};
const debts = {
	id: 'problematic-debts',
	attribute: 'debts',
	is: ['entered', 'stayed'],
	groups: ['age', 'event_child']
};

/** Counts 0, 1, 2, ... in the order of the cells. */
const noisy: NoisyTable[] = domain.tables.map((table, i) => ({
	id: table.id,
	sigma2: ['5/1', '3/1'][i]!,
	counts: Float64Array.from({ length: cellCount(domain, table) }, (_, cell) => cell)
}));

it('counts by window and age, with what counts have in common', () => {
	// One table measures the provinces, so that their estimates are what was measured: of one variance, and independent.
	const cells = [...eventAgeCells({ ...domain, tables: [domain.tables[0]!] }, onlyAges(), [debts])];
	expect(cells.map(({ region }) => region)).toEqual(['NL', 'A', 'B']);
	const [country, a] = cells;
	expect(a).toMatchObject({ indicator: 'problematic-debts', event: 'event_child', ages: ['0-<35', '35+'] });
	expect(a!.windows).toEqual(['0-11', '12-23', '24-35', 'none']);
	const size = 4 * 2 * 2;
	expect(a!.counts.values).toHaveLength(size);
	// Window 1, age 1: cells (1, debts, 1) are 1 * 24 + debts * 6 + 1, of which debts 0 and 1 count, and 0 to 2 are known.
	const at = 2 * (1 * 2 + 1);
	expect([...a!.counts.values.subarray(at, at + 2)].map(Math.round)).toEqual([25 + 31, 25 + 31 + 37]);
	const covariance = (of: typeof a, i: number, j: number) => of!.counts.covariance[i * size + j]!;
	expect(covariance(a, at, at)).toBeCloseTo(2 * 5, 10);
	expect(covariance(a, at + 1, at + 1)).toBeCloseTo(3 * 5, 10);
	expect(covariance(a, at, at + 1)).toBeCloseTo(2 * 5, 10);
	expect(covariance(a, at, at + 2)).toBeCloseTo(0, 10);
	// The country is the sum of its provinces and of units of unknown region.
	expect(covariance(country, at, at + 1)).toBeCloseTo(3 * 2 * 5, 10);
});

function onlyAges() {
	return reconcile({ ...domain, tables: [domain.tables[0]!] }, [noisy[0]!]);
}

it('counts by window and path, of the indicator that the catalogue knows by its id', () => {
	const estimates = reconcile(domain, noisy);
	const cells = [...eventPathCells(domain, estimates, [debts, { ...debts, id: 'problematic-debts-inflow' }])];
	expect(cells.map(({ indicator, region }) => [indicator, region])).toEqual([['problematic-debts', 'NL']]);
	expect(cells[0]!.paths).toEqual(['00', '01', '10', '11']);
	expect(cells[0]!.counts.values).toHaveLength(16);
});

it('counts nothing where no table has them, and of attributes that are no life event', () => {
	const estimates = onlyAges();
	const bare = { ...domain, tables: [domain.tables[0]!] };
	expect([...eventPathCells(bare, estimates, [debts])]).toEqual([]);
	expect([...eventAgeCells(bare, estimates, [{ ...debts, groups: ['age'] }])]).toEqual([]);
	expect([...eventAgeCells(bare, estimates, [{ id: debts.id, attribute: 'debts', is: ['entered'] }])]).toEqual([]);
});
