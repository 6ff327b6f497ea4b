import { describe, expect, it } from 'vitest';
import { base, load } from './testing.ts';

describe('a specification', () => {
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
});
