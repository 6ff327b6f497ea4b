import { describe, expect, it } from 'vitest';
import { grouped, load } from './testing.ts';

describe('a specification', () => {
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
});
