import { Rational } from 'diffprivlib-js';
import { describe, expect, it } from 'vitest';
import type { Domain } from '../contract/domain.ts';
import { planSchema } from '../contract/plan.ts';
import { planOf } from './plan-testing.ts';
import { domainOf, treeOf } from './testing.ts';
import { cellVariances, workloadOf } from './workload.ts';

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
