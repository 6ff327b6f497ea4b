import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cellCount } from '../contract/domain.ts';
import { InputError } from '../errors.ts';
import { loadSpecification } from './load.ts';
import { base, load } from './testing.ts';

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

	it.each([
		['broken YAML', 'id: [', /not valid YAML or JSON/],
		['an empty file', '', /is empty/],
		['a list', '- 1', /spec\.json: this is no release specification/]
	])('refuses %s', async (_name, text, message) => {
		await expect(load(text)).rejects.toThrow(message);
	});

	it('refuses a missing file and a folder', async () => {
		await expect(loadSpecification(join(import.meta.dirname, 'none.yaml'))).rejects.toThrow(/cannot be read/);
		await expect(loadSpecification(import.meta.dirname)).rejects.toThrow(/is a folder/);
	});
});
