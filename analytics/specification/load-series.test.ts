import { describe, expect, it } from 'vitest';
import { base, load } from './testing.ts';

describe('a specification', () => {
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
});
