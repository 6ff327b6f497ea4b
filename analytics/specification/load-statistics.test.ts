import { describe, expect, it } from 'vitest';
import { base, grouped, load } from './testing.ts';

describe('a specification', () => {
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
});
