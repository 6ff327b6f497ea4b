import { describe, expect, it } from 'vitest';
import type { Domain } from '../contract/domain.ts';
import { messageOf, planOf } from './plan-testing.ts';
import { domainOf } from './testing.ts';

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
