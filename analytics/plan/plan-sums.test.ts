import { Rational } from 'diffprivlib-js';
import { describe, expect, it } from 'vitest';
import type { Domain } from '../contract/domain.ts';
import { InputError } from '../errors.ts';
import { messageOf, planOf } from './plan-testing.ts';
import { domainOf } from './testing.ts';

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
