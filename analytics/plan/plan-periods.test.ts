import { describe, expect, it } from 'vitest';
import type { Domain } from '../contract/domain.ts';
import { planOf } from './plan-testing.ts';
import { domainOf, treeOf } from './testing.ts';

describe('consecutive periods', () => {
	const months = { name: 'month', codes: ['1', '2', '3', '4', '5', '6'], rule: { kind: 'size' as const } };
	const stock = (fans: number[][], spells: number): Domain => {
		const { region, attributes, tables } = domainOf([3], [[], [0]], treeOf(fans));
		return {
			region,
			attributes: [...attributes, months],
			tables: tables.map((t) => ({ ...t, by: [...t.by, 'month'] })),
			series: { attribute: 'month', spells }
		};
	};

	it('are never planned better than the bound, and with one spell close to it', () => {
		for (const fans of [[[2]], [[3], [2, 4]], [[60]]])
			for (const spells of [1, 2, 3])
				for (const objective of ['max-variance', 'sum-of-variances'] as const) {
					const { ratio } = planOf(stock(fans, spells), { objective });
					expect(ratio).toBeGreaterThan(1);
					if (spells === 1) expect(ratio).toBeLessThan(1.05);
				}
	});

	it('with more spells are close to the bound too, where most cells are small', () => {
		expect(planOf(stock([[400]], 2)).ratio).toBeLessThan(1.1);
		expect(planOf(stock([[2]], 2)).ratio).toBeGreaterThan(1.1);
	});
});
