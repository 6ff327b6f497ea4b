import { describe, expect, it } from 'vitest';
import type { Domain } from '../contract/domain.ts';
import { planOf } from './plan-testing.ts';
import { domainOf, treeOf } from './testing.ts';

describe('groups of codes', () => {
	/** 16 bins, in groups of 4, in one group of 16 by themselves: the same queries as a regular tree of fan-out 4. */
	const bins: Domain = {
		region: null,
		attributes: [
			{ name: 'bin', codes: Array.from({ length: 16 }, (_, k) => String(k)), rule: { kind: 'size' } },
			{ name: 'bin4', codes: ['0', '1', '2', '3'], rule: { kind: 'groups', of: 'bin', every: 4 } }
		],
		tables: [
			{ id: 'all', level: null, by: [], target: null, weight: 1 },
			{ id: 'bin4', level: null, by: ['bin4'], target: null, weight: 1 },
			{ id: 'bin', level: null, by: ['bin'], target: null, weight: 1 }
		]
	};
	const asTree = domainOf([], [[]], treeOf([[4], [4]]));

	it.each(['sum-of-variances', 'max-variance'] as const)('plan like the levels of a tree: %s', (objective) => {
		const one = planOf(bins, { objective });
		const other = planOf(asTree, { objective });
		expect(one.value).toBeCloseTo(other.value, 6);
		expect(one.lowerBound).toBeCloseTo(other.lowerBound, 6);
		expect(one.ratio).toBeLessThan(1.00001);
		one.tables.forEach((t, q) => expect(t.variance.max).toBeCloseTo(other.tables[q]!.variance.max, 3));
	});

	it('cannot stand in a table with the attribute that they group', () => {
		const tables = [{ id: 'both', level: null, by: ['bin', 'bin4'], target: null, weight: 1 }];
		expect(() => planOf({ ...bins, tables })).toThrow(/both names one attribute twice, or an attribute and groups/);
	});
});
