import { existsSync, readFileSync } from 'node:fs';
import { Rational } from 'diffprivlib-js';
import { describe, expect, it } from 'vitest';
import type { Domain } from '../contract/domain.ts';
import { planSchema } from '../contract/plan.ts';
import { InputError } from '../errors.ts';
import { inner } from './objective.ts';
import { cellVariances, gains, perCell, workloadOf } from './workload.ts';
import { planRelease, type PlanInput } from './plan.ts';
import { domainOf, subsetsOf, treeOf } from './testing.ts';

const CPS = [50, 100, 7, 4, 2];
const REFERENCE_TREE = treeOf([[12], [28], [10], [4]]);

function planOf(domain: Domain, changes: Partial<PlanInput> = {}) {
	return planRelease({
		id: 'test',
		unit: { kind: 'person', contribution: 1 },
		domain,
		objective: 'sum-of-variances',
		budget: { rho: '1/2', delta: '1e-10' },
		...changes
	});
}

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

it('the gains of an irregular tree are the derivatives of its variances', () => {
	const tree = treeOf([[4], [3, 1, 5], [1, 4, 2]]).withUnknown();
	const workload = workloadOf(domainOf([3, 4], [[], [0], [0, 1]], tree));
	const precision = workload.cuts.map((_, q) => 0.3 + ((q * 7) % 5) / 4);
	const importance = perCell(workload, (q, k) => 1 + ((q * 5 + k * 3) % 7));
	const value = (changed: number[]) => inner(importance, cellVariances(workload, changed));
	const gain = gains(workload, precision, importance);
	const step = 1e-5;
	for (const q of precision.keys()) {
		const moved = (by: number) => precision.map((w, i) => (i === q ? w + by : w));
		const derivative = (value(moved(-step)) - value(moved(step))) / (2 * step);
		expect(Math.abs(gain[q]! / derivative - 1)).toBeLessThan(1e-6);
	}
});

describe('a plan as a promise', () => {
	const domain = domainOf([3, 4], [[], [0], [0, 1]], treeOf([[3], [2, 5]]));

	it('fits the contract and its costs add up to the budget exactly', () => {
		const plan = planOf(domain, {
			budget: { rho: '0.05', delta: '1e-10' },
			unit: { kind: 'household', contribution: 3 }
		});
		expect(planSchema.parse(plan)).toEqual(plan);
		const costs = plan.tables.map((t) => Rational.parse(t.rho));
		expect(costs.reduce((a, b) => a.add(b)).toString()).toBe('1/20');
		expect(plan.rhoExact).toBe('1/20');
		for (const t of plan.tables) {
			const expected = Rational.of(9).div(Rational.of(2).mul(Rational.parse(t.sigma2)));
			expect(t.rho).toBe(expected.toString());
		}
	});

	it.each(['1/3', '7e-9', '999.999', '0.123456789123456789'])('never spends more than a budget of %s', (rho) => {
		const plan = planOf(domain, { budget: { rho, delta: '1e-10' } });
		const total = Rational.parse(plan.rhoExact);
		expect(total.compare(Rational.parse(rho))).toBeLessThanOrEqual(0);
		expect(total.toNumberUp() / Rational.parse(rho).toNumberUp()).toBeGreaterThan(1 - 1e-9);
	});

	it('scales: variances with contribution^2 / rho, the bound with them', () => {
		const one = planOf(domain, { budget: { rho: '1/2', delta: '1e-10' } });
		const other = planOf(domain, {
			budget: { rho: '1/100', delta: '1e-10' },
			unit: { kind: 'person', contribution: 4 }
		});
		expect(other.value / one.value).toBeCloseTo(800, 4);
		expect(other.lowerBound / one.lowerBound).toBeCloseTo(800, 4);
	});

	it('does not depend on the order of attributes or tables', () => {
		const turned: Domain = {
			...domain,
			attributes: domain.attributes.toReversed(),
			tables: domain.tables.toReversed().map((t) => ({ ...t, by: t.by.toReversed() }))
		};
		const one = planOf(domain, { objective: 'max-variance' });
		const other = planOf(turned, { objective: 'max-variance' });
		expect(other.value).toBeCloseTo(one.value, 6);
		const variances = new Map(other.tables.map((t) => [t.id, t.variance.max]));
		for (const t of one.tables) expect(variances.get(t.id)).toBeCloseTo(t.variance.max, 3);
	});

	it('predicts the variances of the tables as rounded', () => {
		const plan = planOf(domain);
		const precision = plan.tables.map((t) => 1 / Rational.parse(t.sigma2).toNumberUp());
		const variance = cellVariances(workloadOf(domain), precision);
		plan.tables.forEach((t, q) => expect(t.variance.max).toBeCloseTo(Math.max(...variance[q]!), 9));
	});

	it('finds the rho that the targets need, and not much more', () => {
		const targets = [5, 12, 20, 6, 8, 10, 7, 9, 30];
		const wanted = { ...domain, tables: domain.tables.map((t, q) => ({ ...t, target: targets[q]! })) };
		const plan = planOf(wanted, { objective: 'max-variance', budget: { delta: '1e-10' } });
		const worst = Math.max(...plan.tables.map((t, q) => Math.sqrt(t.variance.max) / targets[q]!));
		expect(worst).toBeLessThanOrEqual(1);
		expect(worst).toBeGreaterThan(0.999);
	});
});

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

describe('sums', () => {
	const amounts = [{ name: 'debt', column: 'debt', from: 0, to: 1000 }];
	const count = { id: 'n', level: null, by: ['a0'], target: null, weight: 1 };
	const sum = { ...count, id: 's', sum: 'debt' };
	const domain: Domain = { ...domainOf([4], []), amounts, tables: [count, sum] };

	it('cost the square of half the range of their amount', () => {
		const plan = planOf(domain, { objective: 'max-variance' });
		expect(plan.tables.map((t) => Rational.parse(t.rho).toNumberUp())).toEqual([0.25, 0.25]);
		expect(plan.tables.map((t) => Rational.parse(t.sigma2).toString())).toEqual(['2/1', '500000/1']);
		// The sum itself: differences from 500, and 500 times the count.
		expect(plan.tables[1]!.variance.max).toBeCloseTo(500 ** 2 * 2 + 500 ** 2 * 2, 6);
		expect(plan.ratio).toBeCloseTo(1, 6);
		expect(plan.maxVariance).toBeCloseTo(2, 6);
	});

	it('have targets in their own unit', () => {
		const targets = {
			...domain,
			tables: [
				{ ...count, target: 4 },
				{ ...sum, target: 1000 }
			]
		};
		const plan = planOf(targets, { objective: 'max-variance', budget: { delta: '1e-10' } });
		// The sum's own noise and that of 500 times the count come to 1000 together.
		expect(Math.sqrt(plan.tables[0]!.variance.max)).toBeCloseTo(Math.SQRT2, 4);
		expect(Math.sqrt(plan.tables[1]!.variance.max)).toBeCloseTo(1000, 2);
	});

	it('that could outgrow 52 bits are refused, with what would fit', () => {
		const wide = (to: number) => ({ ...domain, amounts: [{ ...amounts[0]!, to }] });
		expect(() => planOf(wide(2e9))).toThrow(/s could add up debt beyond 52 bits .* at most 4503\d+ apart/);
		const most = Number(/at most (\d+) apart/.exec(messageOf(() => planOf(wide(2e9))))![1]);
		expect(() => planOf(wide(most))).not.toThrow();
		expect(() => planOf(wide(most + 2e6))).toThrow(InputError);
	});
});

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

describe('targets that a given rho cannot reach', () => {
	const domain = domainOf([3, 4], [[0], [0, 1]]);
	const wanted = (target: number): Domain => ({
		...domain,
		tables: domain.tables.map((t, q) => (q === 1 ? { ...t, target } : t))
	});
	it('are refused with the rho that can', () => {
		const message = messageOf(() => planOf(wanted(0.5)));
		expect(message).toMatch(
			/Table all-0-1 has the target 0.5, but with rho 0.5 and the objective sum-of-variances its standard error is /
		);
		const rho = /Give a rho of ([\d.]+)/.exec(message)![1]!;
		expect(() => planOf(wanted(0.5), { budget: { rho, delta: '1e-10' } })).not.toThrow();
		expect(() => planOf(wanted(5))).not.toThrow();
	});
});

function messageOf(run: () => unknown): string {
	try {
		run();
	} catch (error) {
		if (error instanceof InputError) return error.message;
		throw error;
	}
	return '';
}

describe('targets and weights', () => {
	const domain = domainOf([3, 4], [[0], [1]]);
	const withTargets = (...targets: (number | null)[]): Domain => ({
		...domain,
		tables: domain.tables.map((t, q) => ({ ...t, target: targets[q] ?? null }))
	});

	it('a table without a target asks no more than the least demanding one', () => {
		const budget = { delta: '1e-10' };
		const plan = planOf(withTargets(10, null), { objective: 'max-variance', budget });
		expect(Math.sqrt(plan.tables[0]!.variance.max)).toBeCloseTo(10, 4);
		expect(Math.sqrt(plan.tables[1]!.variance.max)).toBeCloseTo(10, 1);
		const both = planOf(withTargets(10, 10), { objective: 'max-variance', budget });
		expect(plan.rho / both.rho).toBeCloseTo(1, 6);
	});

	it('decide rho for a sum of variances too', () => {
		const plan = planOf(withTargets(10, null), { budget: { delta: '1e-10' } });
		expect(Math.sqrt(plan.tables[0]!.variance.max)).toBeCloseTo(10, 4);
	});

	it('beyond what doubles can weigh are refused', () => {
		expect(() => planOf(withTargets(1e300, null))).toThrow(/all-0 has the target 1e\+300; give one between/);
		const heavy = { ...domain, tables: domain.tables.map((t) => ({ ...t, weight: 1e-300 })) };
		expect(() => planOf(heavy)).toThrow(/all-0 has the weight 1e-300/);
	});
});

describe('budgets that are refused', () => {
	const domain = domainOf([3], [[0]]);
	it.each(['NaN', '0', '-1', '1e400', '1e-12', '1001', '', 'Infinity'])('rho %s', (rho) => {
		expect(() => planOf(domain, { budget: { rho, delta: '1e-10' } })).toThrow(InputError);
	});
	it.each(['NaN', '0', '-1', '1', '2', '1e400', '1e-310'])('delta %s', (delta) => {
		expect(() => planOf(domain, { budget: { rho: '1', delta } })).toThrow(InputError);
	});
	it('no rho and no targets', () => {
		const budget = { delta: '1e-10' };
		expect(() => planOf(domain, { budget })).toThrow(/no table has a target/);
		expect(() => planOf(domain, { budget, objective: 'max-variance' })).toThrow(/no table has a target/);
	});
});
