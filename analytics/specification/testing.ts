import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadSpecification, type Specification } from './load.ts';

/** Specifications to vary, and a way to load them from a file; for tests only. */

export const base = {
	id: 'test',
	unit: { kind: 'person', contribution: 1 },
	attributes: {
		region: { tree: 'regions.csv', column: 'gem' },
		age: { column: 'age', bins: [0, 18, 65] },
		sex: { column: 'sex', codes: ['male', 'female'] },
		poor: { column: 'income', below: 10.5 },
		income: { size: 100 }
	},
	tables: [{ level: 'gemeente', by: ['age', 'poor'] }, { by: ['sex'] }],
	budget: { rho: '0.05' }
};

/** Eight codes of income, unknown included, in narrow groups of two, and those in wide groups of two. */
export const grouped = {
	...base,
	attributes: {
		wide: { of: 'narrow', every: 2 },
		region: base.attributes.region,
		narrow: { of: 'income', every: 2 },
		income: { column: 'eqIncome', bins: [0, 100, 200, 300, 400, 500, 600] },
		sex: base.attributes.sex
	},
	tables: [{ by: ['wide', 'sex'] }, { level: 'gemeente', by: ['income'] }, { by: ['narrow'] }]
};

const regions = 'code,parent,name,level\nNL,,Nederland,land\nGM1,NL,Een,gemeente\nGM2,NL,Twee,gemeente\n';

/** Loads spec.json, which holds the text or object, from a folder where the region tree is regions.csv. */
export async function load(spec: unknown, tree = regions): Promise<Specification> {
	const folder = await mkdtemp(join(tmpdir(), 'voorzicht-spec-'));
	try {
		const file = join(folder, 'spec.json');
		await writeFile(join(folder, 'regions.csv'), tree);
		await writeFile(file, typeof spec === 'string' ? spec : JSON.stringify(spec));
		return await loadSpecification(file);
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}
