import { expect, it } from 'vitest';
import type { Domain } from '../contract/domain.ts';
import { unknownShares } from './unknown-shares.ts';

const attribute = (name: string) => ({ name, codes: ['x', 'unknown'], rule: { kind: 'codes', column: name } as const });
const domain: Domain = {
	region: null,
	attributes: [attribute('a'), attribute('b')],
	tables: [{ id: 'all.a.b', level: null, by: ['a', 'b'], target: null, weight: 1 }]
};
const noisy = (counts: number[], sigma2 = '4/1') => [{ id: 'all.a.b', sigma2, counts: Float64Array.from(counts) }];

it('names the attribute of which many units are unknown', () => {
	// Cells: a=x b=x, a=x b=unknown, a=unknown b=x, a=unknown b=unknown.
	expect(unknownShares(domain, noisy([600, 300, 50, 50]))).toEqual([
		{ attribute: 'a', share: 0.1 },
		{ attribute: 'b', share: 0.35 }
	]);
});

it('says nothing of what noise explains', () => {
	expect(unknownShares(domain, noisy([990, 4, 5, 1]))).toEqual([]);
	expect(unknownShares(domain, noisy([60, 30, 5, 5], '10000/1'))).toEqual([]);
});

it('does not take sums, or the differences of a series, for counts', () => {
	const sum = { ...domain.tables[0]!, id: 'sum', sum: 'debt' };
	const sums = { id: 'sum', sigma2: '4/1', counts: Float64Array.of(0, 900, 900, 900) };
	const both = [...noisy([990, 4, 5, 1]), sums];
	expect(unknownShares({ ...domain, tables: [sum, ...domain.tables] }, both)).toEqual([]);
	const series = { attribute: 'b', spells: 1 };
	expect(unknownShares({ ...domain, series }, noisy([600, 300, 50, 50]))).toEqual([]);
});
