import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Domain } from '../contract/domain.ts';
import { planOf } from './plan-testing.ts';
import { domainOf, subsetsOf, treeOf } from './testing.ts';

const CPS = [50, 100, 7, 4, 2];
const REFERENCE_TREE = treeOf([[12], [28], [10], [4]]);

function cellsOf(domain: Domain): number {
	return planOf(domain).tables.reduce((sum, t) => sum + t.cells, 0);
}

describe('the bound over all Gaussian linear mechanisms, and what plain tables lose against it', () => {
	const upTo3 = [0, 1, 2, 3].flatMap((k) => subsetsOf(5, k));
	it.each([
		['1-way', subsetsOf(5, 1), 1.743945, 4.346419, 1.0146],
		['2-way', subsetsOf(5, 2), 2.034586, 7.897033, 1.0303],
		['3-way', subsetsOf(5, 3), 2.047661, 7.705844, 1.0412],
		['4-way', subsetsOf(5, 4), 1.626929, 4.140596, null],
		['5-way', subsetsOf(5, 5), 1, 1, 1],
		['up to 3-way', upTo3, 2.275873, 13.215573, 1.002]
	])('CPS, %s', (_name, subsets, rmse, minimax, ratio) => {
		const domain = domainOf(CPS, subsets);
		const sum = planOf(domain);
		expect(Math.sqrt(sum.lowerBound / cellsOf(domain))).toBeCloseTo(rmse, 6);
		if (ratio !== null) expect(Math.abs(sum.ratio - ratio)).toBeLessThan(1e-4);
		const max = planOf(domain, { objective: 'max-variance' });
		expect(max.lowerBound).toBeCloseTo(minimax, 5);
		expect(max.ratio).toBeGreaterThan(1 - 1e-9);
	});

	const reference = '../shared/reference/privacy-checks.json';
	it.runIf(existsSync(reference))('the published check values to ten digits', () => {
		const checks = JSON.parse(readFileSync(reference, 'utf8')) as {
			marginals: Record<string, { sumOfVariances: number; minimaxVariance: [number, number] }>;
		};
		for (const k of [1, 2, 3, 4, 5]) {
			const { sumOfVariances, minimaxVariance } = checks.marginals[`CPS/${k}`]!;
			const domain = domainOf(CPS, subsetsOf(5, k));
			expect(Math.abs(planOf(domain).lowerBound / sumOfVariances - 1)).toBeLessThan(1e-10);
			const max = planOf(domain, { objective: 'max-variance' }).lowerBound;
			expect(max).toBeGreaterThan(minimaxVariance[0] * (1 - 1e-8));
			expect(max).toBeLessThan(minimaxVariance[1] * (1 + 1e-8));
		}
	});

	it.each([
		[[2, 3], [[0], [1]], 7.698839384037],
		[[2, 2, 3], [[0, 2]], 6],
		[[2, 2, 3], subsetsOf(3, 2), 28.541780174]
	])('sizes %j, tables %j', (sizes, subsets, expected) => {
		expect(planOf(domainOf(sizes, subsets)).lowerBound).toBeCloseTo(expected, 8);
	});

	it.each([
		[[12, 8, 6, 8], 1, 129.758532, 4.115995],
		[[12, 8, 6, 8], 2, 2665.696228, 7.752679],
		[[12, 8, 6, 8], 3, 14522.014913, 9.63682],
		[[10, 10, 10, 10, 10], 3, null, 17.26221]
	])('sizes %j, all tables up to %i-way', (sizes, k, sum, minimax) => {
		const domain = domainOf(sizes, Array.from({ length: k + 1 }, (_, i) => subsetsOf(sizes.length, i)).flat());
		if (sum !== null) expect(planOf(domain).lowerBound).toBeCloseTo(sum, 4);
		expect(planOf(domain, { objective: 'max-variance' }).lowerBound).toBeCloseTo(minimax, 5);
	});
});

describe('plans on a region tree', () => {
	const eight = [[], [0], [1], [2], [3], [0, 1], [0, 2], [0, 3]];
	it.each([
		['alone', domainOf([], [[]], REFERENCE_TREE), 1.651768, 4.19537],
		['with one attribute', domainOf([12], [[], [0]], REFERENCE_TREE), 2.25871, 7.745299],
		['with four attributes', domainOf([12, 8, 6, 8], eight, REFERENCE_TREE), 6.573088, 25.325897]
	])('regular tree %s: plain tables are optimal', (_name, domain, perCell, minimax) => {
		const sum = planOf(domain);
		expect(sum.value / cellsOf(domain)).toBeCloseTo(perCell, 5);
		expect(sum.ratio).toBeCloseTo(1, 6);
		const max = planOf(domain, { objective: 'max-variance' });
		expect(max.maxVariance).toBeCloseTo(minimax, 5);
		expect(max.ratio).toBeCloseTo(1, 6);
	});

	it.each(['sum-of-variances', 'max-variance'] as const)(
		'an irregular tree with chains: %s stays above its bound',
		(objective) => {
			const tree = treeOf([[5], [3, 1, 7, 2, 12], [1, 4, 2, 9]]).withUnknown();
			const plan = planOf(domainOf([4], [[], [0]], tree), { objective });
			expect(plan.ratio).toBeGreaterThan(1);
			expect(plan.ratio).toBeLessThan(1.15);
		}
	);
});
