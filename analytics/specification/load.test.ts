import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { cellCount } from '../contract/domain.ts';
import { InputError } from '../errors.ts';
import { loadSpecification } from './load.ts';

const folder = mkdtempSync(join(tmpdir(), 'voorzicht-spec-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const base = {
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
const regions = 'code,parent,name,level\nNL,,Nederland,land\nGM1,NL,Een,gemeente\nGM2,NL,Twee,gemeente\n';

async function load(spec: unknown, tree = regions) {
	const file = join(folder, 'spec.json');
	writeFileSync(join(folder, 'regions.csv'), tree);
	writeFileSync(file, typeof spec === 'string' ? spec : JSON.stringify(spec));
	return loadSpecification(file);
}

describe('a specification', () => {
	it('gives the public domain: closed codes plus unknown, sizes as they are', async () => {
		const { domain } = await load(base);
		expect(domain.attributes.map((a) => [a.name, a.codes.slice(0, 4)])).toEqual([
			['age', ['0-<18', '18-<65', '65+', 'unknown']],
			['sex', ['male', 'female', 'unknown']],
			['poor', ['yes', 'no', 'unknown']],
			['income', ['1', '2', '3', '4']]
		]);
		expect(domain.region?.tree.cut('gemeente').map((v) => domain.region?.tree.regions[v]?.code)).toEqual([
			'GM1',
			'GM2',
			'unknown'
		]);
		expect(domain.tables.map((table) => [table.id, cellCount(domain, table)])).toEqual([
			['gemeente.age.poor', 3 * 4 * 3],
			['all.sex', 3]
		]);
	});

	it('has no two tables of one name, whatever its levels are called', async () => {
		const tree = 'code,parent,name,level\nNL,,Nederland,all\nGM1,NL,Een,gemeente\n';
		const tables = [{ by: ['sex'] }, { level: 'all', by: ['sex'] }];
		await expect(load({ ...base, tables }, tree)).rejects.toThrow(/tables\[1\]: it has the same name, all\.sex, as/);
	});

	it('has codes that are whole text', async () => {
		const sex = { column: 'sex', codes: ['\ud800'] };
		await expect(load({ ...base, attributes: { ...base.attributes, sex } })).rejects.toThrow(/whole Unicode text/);
	});

	it('has no unknown region when no column is coded', async () => {
		const { domain } = await load({ ...base, attributes: { ...base.attributes, region: { tree: 'regions.csv' } } });
		expect(domain.region?.tree.find('unknown')).toBeUndefined();
	});

	it.each<[string, object, RegExp]>([
		[
			'unknown level',
			{ tables: [{ level: 'wijk', by: [] }] },
			/tables\[0\]\.level: wijk is not a level .*land, gemeente/
		],
		['unknown attribute', { tables: [{ by: ['agee'] }] }, /tables\[0\]\.by\[0\]: agee is not an attribute/],
		['region in by', { tables: [{ by: ['region'] }] }, /region is the region tree/],
		['the same table twice', { tables: [{ by: ['age', 'sex'] }, { by: ['sex', 'age'] }] }, /same table as tables\[0\]/],
		['no tables', { tables: [] }, /tables: /],
		['budget NaN', { budget: { rho: 'NaN' } }, /budget\.rho: must be a positive exact decimal/],
		['budget -1', { budget: { rho: '-1' } }, /budget\.rho/],
		['budget infinite', { budget: { rho: 'Infinity' } }, /budget\.rho/],
		['unknown key', { budgett: 1 }, /budgett/],
		[
			'descending bins',
			{ attributes: { age: { column: 'age', bins: [18, 0] } }, tables: [{ by: ['age'] }] },
			/bins must ascend/
		],
		[
			'a code twice',
			{ attributes: { a: { column: 'a', codes: ['x', 'x'] } }, tables: [{ by: ['a'] }] },
			/listed twice/
		],
		['contribution 0', { unit: { kind: 'person', contribution: 0 } }, /unit\.contribution/],
		['indicator without table', { indicators: [{ id: 'i', attribute: 'income', is: ['1'] }] }, /no table has income/],
		[
			'names that differ in capitals',
			{ attributes: { ...base.attributes, Sex: { column: 'x', codes: ['a'] } } },
			/Sex: its name differs from sex in capitals only/
		],
		[
			'a flat attribute named region',
			{ attributes: { sex: base.attributes.sex, Region: { column: 'x', codes: ['a'] } }, tables: [{ by: ['Region'] }] },
			/Region: this name is a column of the output files/
		],
		[
			'a table with a long name',
			{
				attributes: Object.fromEntries(['a', 'b', 'c', 'd'].map((n) => [n.repeat(60), { size: 2 }])),
				tables: [{ by: ['a', 'b', 'c', 'd'].map((n) => n.repeat(60)) }]
			},
			/tables\[0\]: .* longer than 200/
		],
		['a period with a slash', { period: '../2023' }, /period: must be a short name/],
		[
			'indicator with unknown code',
			{ indicators: [{ id: 'i', attribute: 'sex', is: ['x'] }] },
			/x is not a code of sex/
		]
	])('refuses %s in one sentence', async (_name, change, message) => {
		const error: unknown = await load({ ...base, ...change }).catch((e: unknown) => e);
		expect(error).toBeInstanceOf(InputError);
		expect((error as Error).message).toMatch(/^spec\.json/);
		expect((error as Error).message).toMatch(message);
		expect((error as Error).message).not.toContain('\n');
	});

	const income = { column: 'eqIncome', bins: [0, 100, 200, 300, 400, 500, 600] };
	const grouped = {
		...base,
		attributes: {
			wide: { of: 'narrow', every: 2 },
			region: base.attributes.region,
			narrow: { of: 'income', every: 2 },
			income,
			sex: base.attributes.sex
		},
		tables: [{ by: ['wide', 'sex'] }, { level: 'gemeente', by: ['income'] }, { by: ['narrow'] }]
	};

	it('groups the codes of another attribute, unknown among the last, in any order of writing', async () => {
		const { domain } = await load(grouped);
		expect(domain.attributes.map(({ name }) => name)).toEqual(['wide', 'narrow', 'income', 'sex']);
		expect(domain.attributes[1]).toEqual({
			name: 'narrow',
			codes: ['0-<100..100-<200', '200-<300..300-<400', '400-<500..500-<600', '600+..unknown'],
			rule: { kind: 'groups', of: 'income', every: 2 }
		});
		expect(domain.attributes[0]!.codes).toEqual(['0-<100..300-<400', '400-<500..unknown']);
	});

	it.each<[string, object, object, RegExp]>([
		['of nothing', { narrow: { of: 'incom', every: 2 } }, {}, /narrow\.of: incom is not an attribute/],
		['of what every object has', { narrow: { of: 'constructor', every: 2 } }, {}, /constructor is not an attribute/],
		['of regions', { narrow: { of: 'region', every: 2 } }, {}, /narrow\.of: region is the region tree/],
		['of themselves', { narrow: { of: 'narrow', every: 2 } }, {}, /narrow\.of: the groups go round in a circle/],
		['in a circle', { narrow: { of: 'wide', every: 2 } }, {}, /the groups go round in a circle/],
		[
			'that do not come out',
			{ narrow: { of: 'income', every: 3 } },
			{},
			/3 does not divide the 8 codes of income, "unk/
		],
		['that are one group', { narrow: { of: 'income', every: 8 } }, {}, /narrow\.every: 8 leaves one group/],
		['of one', { narrow: { of: 'income', every: 1 } }, {}, /attributes\.narrow/],
		[
			'that do not fit into each other',
			{ income: { size: 12 }, narrow: { of: 'income', every: 2 }, wide: { of: 'income', every: 3 } },
			{},
			/attributes\.wide: its groups hold 3 codes of income and those of narrow 2; let one/
		],
		[
			'that are the same',
			{ wide: { of: 'income', every: 2 } },
			{},
			/attributes\.narrow: it makes the same groups of income as wide/
		],
		[
			'that share a name',
			{ income: { column: 'x', codes: ['a', 'b..c', 'a..b', 'c', 'd'] }, wide: { size: 2 } },
			{},
			/narrow\.every: two groups get the same name; rename the codes of income/
		],
		[
			'and their base in one table',
			{},
			{ tables: [{ by: ['wide', 'income'] }] },
			/by\[1\]: wide and income are groups of/
		],
		['twice over in one table', {}, { tables: [{ by: ['narrow', 'wide'] }] }, /by\[1\]: narrow and wide are groups of/]
	])('refuses groups %s', async (_name, attributes, change, message) => {
		const spec = { ...grouped, attributes: { ...grouped.attributes, ...attributes }, tables: [{ by: [] }], ...change };
		await expect(load(spec)).rejects.toThrow(message);
	});

	const summed = {
		...base,
		amounts: { debt: { column: 'schuld', to: 100_000 }, Asset: { column: 'v', from: -5, to: 5 } },
		tables: [
			{ level: 'gemeente', by: ['sex', 'age'] },
			{ level: 'gemeente', by: ['age', 'sex'], sum: 'debt', target: 9 }
		]
	};

	it('adds up amounts between public bounds, beside a count of the same cells', async () => {
		const { domain } = await load(summed);
		expect(domain.amounts).toEqual([
			{ name: 'debt', column: 'schuld', from: 0, to: 100_000 },
			{ name: 'Asset', column: 'v', from: -5, to: 5 }
		]);
		const [count, sum] = domain.tables;
		expect(sum).toEqual({
			id: 'gemeente.age.sex.sum-debt',
			level: 'gemeente',
			by: ['age', 'sex'],
			sum: 'debt',
			target: 9,
			weight: 1
		});
		expect('sum' in count!).toBe(false);
		expect('amounts' in (await load(base)).domain).toBe(false);
	});

	it.each<[string, object, RegExp]>([
		['of nothing', { tables: [{ by: [] }, { sum: 'debts' }] }, /tables\[1\]\.sum: debts is not an amount/],
		['without their count', { tables: [{ by: ['sex'] }, { sum: 'debt' }] }, /tables\[1\]\.sum: .* add the table with/],
		['at another level', { tables: [{ level: 'land' }, { sum: 'debt' }] }, /tables\[1\]\.sum: a sum is told from its/],
		['twice', { tables: [{}, { sum: 'debt' }, { sum: 'debt' }] }, /tables\[2\]: it is the same table as tables\[1\]/],
		['without a range', { amounts: { debt: { column: 'x', from: 5, to: 5 } } }, /amounts\.debt: needs from below to/],
		['in cents', { amounts: { debt: { column: 'x', to: 0.5 } } }, /amounts\.debt\.to: /],
		['beyond whole numbers', { amounts: { debt: { column: 'x', to: 2 ** 53 } } }, /amounts\.debt\.to: /],
		[
			'that differ in capitals',
			{ amounts: { debt: { column: 'x', to: 5 }, Debt: { column: 'x', to: 5 } } },
			/amounts\.Debt: its name differs from debt in capitals only/
		],
		['of CBS tables', { source: { kind: 'cbs' } }, /amounts\.debt: CBS tables are read without amounts/],
		[
			'with a column of their own',
			{ attributes: { ...base.attributes, Noisy_Sum: { column: 'x', codes: ['a'] } } },
			/Noisy_Sum: this name is a column of the output files/
		]
	])('refuses sums %s', async (_name, change, message) => {
		await expect(load({ ...summed, ...change })).rejects.toThrow(message);
	});

	const month = { column: 'month', codes: ['2023-01', '2023-02', '2023-03'], series: { spells: 2 } };
	const series = {
		...base,
		source: { kind: 'table', file: 'x.csv', unit: 'id' },
		attributes: { month, sex: base.attributes.sex },
		tables: [{ by: ['month'] }, { by: ['sex', 'month'] }]
	};

	it('knows the periods of a series, which have no unknown', async () => {
		const { domain } = await load(series);
		expect(domain.series).toEqual({ attribute: 'month', spells: 2 });
		expect(domain.attributes[0]).toEqual({
			name: 'month',
			codes: month.codes,
			rule: { kind: 'codes', column: 'month' }
		});
		expect('series' in (await load(base)).domain).toBe(false);
		// Planning needs no source.
		await expect(load({ ...series, source: undefined })).resolves.toBeDefined();
	});

	it.each<[string, object, RegExp]>([
		[
			'that a table leaves out',
			{ tables: [{ by: ['sex'] }] },
			/tables\[0\]\.by: every table ends with the periods .*month/
		],
		['that comes first', { tables: [{ by: ['month', 'sex'] }] }, /tables\[0\]\.by: every table ends with/],
		['of one period', { attributes: { month: { ...month, codes: ['a'] } } }, /month\.codes: a series has at least two/],
		[
			'whose names do not sort',
			{ attributes: { ...series.attributes, month: { ...month, codes: ['2023-02', '2023-01'] } } },
			/month\.codes: periods come in order/
		],
		[
			'that cannot name a period',
			{ attributes: { ...series.attributes, month: { ...month, codes: ['januari', 'maart'] } } },
			/month\.codes: januari cannot name a period/
		],
		[
			'of too many periods',
			{
				attributes: {
					...series.attributes,
					month: { ...month, codes: Array.from({ length: 1001 }, (_, i) => String(10_000 + i)) }
				}
			},
			/month\.codes: a series has at most 1000 periods/
		],
		['beside another', { attributes: { month, week: month } }, /attributes\.week: a release has one series, and month/],
		['without a unit', { source: { kind: 'table', file: 'x.csv' } }, /source: a series follows units from period to/],
		['of CBS tables', { source: { kind: 'cbs' } }, /source: a series follows units/],
		[
			'of many rows',
			{ unit: { kind: 'person', contribution: 2 } },
			/unit\.contribution: in a series each unit has at most/
		],
		['in groups', { attributes: { month, half: { of: 'month', every: 3 } } }, /half\.of: month holds the periods of a/],
		[
			'of sums',
			{ amounts: { debt: { column: 'x', to: 5 } }, tables: [{ by: ['month'] }, { by: ['month'], sum: 'debt' }] },
			/tables\[1\]\.sum: sums are not measured over a series/
		],
		[
			'with an indicator of its periods',
			{ indicators: [{ id: 'i', attribute: 'month', is: ['2023-01'] }] },
			/indicators\[0\]\.attribute: month holds the periods/
		],
		[
			'with an indicator by groups',
			{ tables: series.tables, indicators: [{ id: 'i', attribute: 'sex', is: ['male'], groups: ['sex'] }] },
			/indicators\[0\]\.groups: sex is what is told/
		],
		[
			'with figures by groups',
			{
				attributes: { ...series.attributes, age: base.attributes.age },
				tables: [{ by: ['sex', 'age', 'month'] }],
				indicators: [{ id: 'i', attribute: 'sex', is: ['male'], groups: ['age'] }]
			},
			/groups: in a series figures are told by period, month; leave groups out/
		],
		['without spells', { attributes: { month: { ...month, series: { spells: 0 } } } }, /attributes\.month/]
	])('refuses a series %s', async (_name, change, message) => {
		const spec = { ...series, tables: [{ by: ['month'] }], ...change };
		await expect(load(spec)).rejects.toThrow(message);
	});

	it.each<[string, object, RegExp]>([
		['a quantile without bins', { quantile: 0.5, of: 'sex' }, /statistics\[0\]\.of: sex is not an attribute with bins/],
		['a quantile of groups', { quantile: 0.5, of: 'narrow' }, /narrow is not an attribute with bins/],
		['a quantile without a table', { quantile: 0.5, of: 'age' }, /statistics\[0\]: no table has age/],
		['a line below the bins', { gap: -1, of: 'income' }, /statistics\[0\]\.gap/],
		[
			'a line at the first bound',
			{ gap: 100, of: 'late' },
			/gap: the line must lie above the first bound of late, 100/
		],
		['a line in the open bin', { gap: 601, of: 'income' }, /gap: the line must lie .* at most at the last, 600/],
		['a group of no table', { gap: 600, of: 'income', groups: ['sex'] }, /groups: no table has both income and sex/],
		['a quantile by itself', { quantile: 0.5, of: 'income', groups: ['income'] }, /groups: income is what is told/],
		['a mean of nothing', { mean: 'debts' }, /statistics\[0\]\.mean: debts is not an amount/],
		['a mean without a table', { mean: 'other' }, /statistics\[0\]: no table has the sum of other/],
		['a mean by group', { mean: 'debt', groups: ['sex'] }, /no table has both the sum of debt and sex/]
	])('refuses %s', async (_name, statistic, message) => {
		const spec = {
			...grouped,
			attributes: {
				...grouped.attributes,
				age: base.attributes.age,
				late: { column: 'x', bins: [100, 200] }
			},
			amounts: { debt: { column: 'x', to: 5 }, other: { column: 'x', to: 5 } },
			tables: [{ by: ['sex'] }, { by: ['income'] }, { by: ['late'] }, { by: ['income'], sum: 'debt' }],
			statistics: [{ id: 's', ...statistic }]
		};
		await expect(load(spec)).rejects.toThrow(message);
	});

	it('takes statistics that its tables can tell', async () => {
		const statistics = [
			{ id: 'median', quantile: 0.5, of: 'income', groups: ['sex'] },
			{ id: 'gap', gap: 600, of: 'income' },
			{ id: 'mean', mean: 'debt' }
		];
		const tables = [{ by: ['sex', 'income'] }, {}, { sum: 'debt' }];
		const amounts = { debt: { column: 'x', to: 5 } };
		await expect(load({ ...grouped, amounts, tables, statistics })).resolves.toBeDefined();
	});

	it.each<[string, string, RegExp]>([
		['missing column', 'code,name,level\nNL,Nederland,land\n', /has no column parent/],
		['unknown parent', 'code,parent,name,level\nNL,,N,land\nGM1,XX,E,gemeente\n', /GM1 has parent XX/],
		['two roots', 'code,parent,name,level\nNL,,N,land\nBE,,B,land\n', /one root/],
		[
			'a code twice',
			'code,parent,name,level\nNL,,N,land\nGM1,NL,E,gemeente\nGM1,NL,E,gemeente\n',
			/GM1 is listed twice/
		],
		['a circle', 'code,parent,name,level\nNL,,N,land\nA,B,A,gemeente\nB,A,B,gemeente\n', /circle/],
		['empty', '', /is empty/]
	])('refuses a region tree with %s', async (_name, tree, message) => {
		await expect(load(base, tree)).rejects.toThrow(message);
	});

	it.each([
		['broken YAML', 'id: [', /not valid YAML or JSON/],
		['an empty file', '', /is empty/],
		['a list', '- 1', /spec\.json: this is no release specification/]
	])('refuses %s', async (_name, text, message) => {
		await expect(load(text)).rejects.toThrow(message);
	});

	it('refuses a missing file and a folder', async () => {
		await expect(loadSpecification(join(folder, 'none.yaml'))).rejects.toThrow(/cannot be read/);
		await expect(loadSpecification(folder)).rejects.toThrow(/is a folder/);
	});
});
