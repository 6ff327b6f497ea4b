import { describe, expect, it } from 'vitest';
import { specSchema } from '../contract/spec.ts';
import { base, load } from './testing.ts';

const tables = async (...given: object[]) => (await load({ ...base, tables: given })).domain.tables.map(({ id }) => id);

describe('tables of a specification', () => {
	it('are one for each level and each attribute that is named', async () => {
		expect(await tables({ level: ['land', 'gemeente'], by: ['sex'], each: ['age', 'poor'], target: 5 })).toEqual([
			'land.sex.age',
			'land.sex.poor',
			'gemeente.sex.age',
			'gemeente.sex.poor'
		]);
		expect(await tables({ each: ['age', 'sex'] })).toEqual(['all.age', 'all.sex']);
	});

	it('keep their target and weight', async () => {
		const { domain } = await load({
			...base,
			tables: [{ level: 'gemeente', each: ['age', 'sex'], target: 5, weight: 2 }]
		});
		expect(domain.tables.map(({ target, weight }) => [target, weight])).toEqual([
			[5, 2],
			[5, 2]
		]);
	});

	it('are written out in a parsed specification, which parses to itself again', () => {
		const spec = specSchema.parse({ ...base, tables: [{ level: ['land', 'gemeente'], each: ['age'] }] });
		expect(spec.tables).toEqual([
			{ level: 'land', by: ['age'] },
			{ level: 'gemeente', by: ['age'] }
		]);
		expect(specSchema.parse(spec)).toEqual(spec);
	});

	it.each([
		['a table twice', [{ level: ['land', 'land'], by: ['sex'] }], /tables\[1\]: it is the same/],
		['an attribute twice in a table', [{ by: ['sex'], each: ['sex'] }], /sex/],
		['no level at all', [{ level: [], by: ['sex'] }], /tables\[0\]\.level/]
	])('are refused with %s', async (_name, given, message) => {
		await expect(load({ ...base, tables: given })).rejects.toThrow(message);
	});
});
