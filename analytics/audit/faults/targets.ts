import { RegionTree } from '../../contract/region-tree.ts';
import { specSchema } from '../../contract/spec.ts';
import { publicDomain } from '../../specification/domain.ts';
import type { Specification } from '../../specification/load.ts';

const tree = new RegionTree([
	{ code: 'NL', parent: null, name: 'Land', level: 'land' },
	{ code: 'A', parent: 'NL', name: 'A', level: 'gemeente' },
	{ code: 'B', parent: 'NL', name: 'B, zonder wijken', level: 'gemeente' },
	{ code: 'A1', parent: 'A', name: 'A1', level: 'wijk' },
	{ code: 'A2', parent: 'A', name: 'A2', level: 'wijk' }
]);

/** A small release with something of everything, in which the audit plants its faults. */
export function countsAndSums(): Specification {
	const spec = specSchema.parse({
		id: 'audit-counts-and-sums',
		source: { kind: 'table', file: 'rows.csv', unit: 'unit', where: [{ column: 'age', max: 90 }] },
		unit: { kind: 'household', contribution: 2 },
		period: '2023',
		attributes: {
			region: { tree: 'tree.csv', column: 'place' },
			sex: { column: 'sex', codes: ['m', 'v'] },
			age: { column: 'age', bins: [0, 18, 65] },
			income: { column: 'income', bins: [0, 10, 20, 30, 40] },
			income_group: { of: 'income', every: 3 },
			poor: { column: 'income', below: 15 }
		},
		amounts: { debt: { column: 'debt', from: -1000, to: 20_000 } },
		tables: [
			{ by: [] },
			{ by: ['sex'] },
			{ level: 'land', by: ['income_group'] },
			{ level: 'gemeente', by: ['income'] },
			{ level: 'wijk', by: ['age', 'poor'] },
			{ level: 'gemeente', by: ['poor'] },
			{ level: 'gemeente', by: ['poor'], sum: 'debt' }
		],
		budget: { rho: '0.1' }
	});
	return {
		spec,
		domain: publicDomain(spec, tree, 'audit-counts-and-sums'),
		regionVintage: 'tree.csv',
		path: 'audit-counts-and-sums'
	};
}

/** Stocks over consecutive periods, of units that come, move and leave. */
export function series(): Specification {
	const months = Array.from({ length: 8 }, (_, i) => `2023-${String(i + 1).padStart(2, '0')}`);
	const spec = specSchema.parse({
		id: 'audit-series',
		source: { kind: 'table', file: 'rows.csv', unit: 'unit' },
		unit: { kind: 'person' },
		period: '2023',
		attributes: {
			place: { column: 'place', codes: ['A', 'B', 'C'] },
			sex: { column: 'sex', codes: ['m', 'v'] },
			month: { column: 'month', codes: months, series: { spells: 2 } }
		},
		tables: [{ by: ['place', 'month'] }, { by: ['sex', 'month'] }],
		budget: { rho: '0.1' }
	});
	return { spec, domain: publicDomain(spec, null, 'audit-series'), regionVintage: null, path: 'audit-series' };
}

/** Households of CBS tables in a town of three buurten: all that the release of a country does, in a tenth of a second. */
export function households(): Specification {
	const town = new RegionTree([
		{ code: 'NL', parent: null, name: 'Nederland', level: 'land' },
		{ code: 'GM0363', parent: 'NL', name: 'Stad', level: 'gemeente' },
		{ code: 'WK036301', parent: 'GM0363', name: 'Wijk 1', level: 'wijk' },
		{ code: 'WK036302', parent: 'GM0363', name: 'Wijk 2', level: 'wijk' },
		{ code: 'BU03630101', parent: 'WK036301', name: 'Buurt 1', level: 'buurt' },
		{ code: 'BU03630102', parent: 'WK036301', name: 'Buurt 2', level: 'buurt' },
		{ code: 'BU03630201', parent: 'WK036302', name: 'Buurt 3', level: 'buurt' }
	]);
	const spec = specSchema.parse({
		id: 'audit-households',
		source: { kind: 'cbs', classification: 2024 },
		unit: { kind: 'household' },
		period: '2023',
		attributes: {
			region: { tree: 'tree.csv', column: 'buurt' },
			household_type: { column: 'household_type', codes: ['1', '2', '3', '4', '5', '6', '7', '8'] },
			low_income: { column: 'low_income', codes: ['yes', 'no'] },
			problematic_debts: { column: 'problematic_debts', codes: ['yes', 'no'] }
		},
		tables: [
			{ level: 'land', by: ['household_type', 'low_income'] },
			{ level: 'buurt', by: ['low_income'] },
			{ level: 'wijk', by: ['problematic_debts'] },
			{ by: ['household_type', 'problematic_debts'] }
		],
		budget: { rho: '0.1' }
	});
	return {
		spec,
		domain: publicDomain(spec, town, 'audit-households'),
		regionVintage: 'tree.csv',
		path: 'audit-households'
	};
}
