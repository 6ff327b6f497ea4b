import { describe, expect, it } from 'vitest';
import { base, load } from './testing.ts';

describe('a specification', () => {
	it('has no unknown region when no column is coded', async () => {
		const { domain } = await load({ ...base, attributes: { ...base.attributes, region: { tree: 'regions.csv' } } });
		expect(domain.region?.tree.find('unknown')).toBeUndefined();
	});

	it('names one year for its regions and its records', async () => {
		const cbs = (tree: string, classification: number) => ({
			...base,
			unit: { kind: 'household' },
			source: { kind: 'cbs', classification },
			attributes: { region: { tree, column: 'buurt' }, low: { column: 'low_income', codes: ['yes', 'no'] } },
			tables: [{ level: 'gemeente', by: ['low'] }]
		});
		await expect(load(cbs('cbs:2021', 2024))).rejects.toThrow(/cbs:2021 and source.classification is 2024/);
		await expect(load(cbs('cbs:2021', 2021))).resolves.toBeDefined();
	});

	it.each<[string, string, RegExp]>([
		['missing column', 'code,name,level\nNL,Nederland,land\n', /has no column parent/],
		['unknown parent', 'code,parent,name,level\nNL,,N,land\nGM1,XX,E,gemeente\n', /GM1 has parent XX/],
		[
			'a name without end',
			`code,parent,name,level\nNL,,${'W'.repeat(129)},land\n`,
			/line 2: name must be a text of at most 128/
		],
		['a name that turns the writing', 'code,parent,name,level\nNL,,\u202edruB,land\n', /name must be a text/],
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
});
