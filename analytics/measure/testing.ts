import { cellCount, type Domain } from '../contract/domain.ts';
import type { Plan } from '../contract/plan.ts';
import { RegionTree } from '../contract/region-tree.ts';
import type { SpecInput } from '../contract/spec.ts';
import { countCells } from './count-cells.ts';
import type { MeasureInput } from './measure.ts';
import { writeCuts } from './sql.ts';

/** A small release of households, its plan, and its counts before noise; for the tests of this folder only. */

export const tree = new RegionTree([
	{ code: 'NL', parent: null, name: 'Land', level: 'land' },
	{ code: 'A', parent: 'NL', name: 'A', level: 'gemeente' },
	{ code: 'B', parent: 'NL', name: 'B', level: 'gemeente' },
	{ code: 'C', parent: 'NL', name: 'C, zonder wijken', level: 'gemeente' },
	{ code: 'A1', parent: 'A', name: 'A1', level: 'wijk' },
	{ code: 'A2', parent: 'A', name: 'A2', level: 'wijk' },
	{ code: 'B1', parent: 'B', name: 'B1', level: 'wijk' }
]);

export const small: SpecInput = {
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

/** Columns of the file of the small release. */
export const HEADER = 'household,place,age,sex,income\n';

/** A plan that gives every table the same noise. */
export function planFor(domain: Domain, sigma2: string): Pick<Plan, 'tables'> {
	return {
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
	};
}

/** Exact counts of every table: adding a vector of zeros opens them. */
export async function exactCounts(domain: Domain, open: MeasureInput['open']): Promise<Float64Array[]> {
	const file = await open();
	try {
		await writeCuts(file.engine, domain);
		const all: Float64Array[] = [];
		for (const table of domain.tables)
			all.push((await countCells(domain, table, file)).plus(new Float64Array(cellCount(domain, table))));
		return all;
	} finally {
		await file.engine.close();
	}
}
