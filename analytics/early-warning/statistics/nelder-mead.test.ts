import { expect, it } from 'vitest';
import { nelderMead } from './nelder-mead.ts';

it('finds the bottom of a curved valley (Rosenbrock) and of a bowl that is off its start', () => {
	const valley = nelderMead(([x = 0, y = 0]) => 100 * (y - x * x) ** 2 + (1 - x) ** 2, [-1.2, 1], { tolerance: 1e-12 });
	expect(valley.converged).toBe(true);
	expect(valley.x[0]).toBeCloseTo(1, 4);
	expect(valley.x[1]).toBeCloseTo(1, 4);
	const bowl = nelderMead((x) => x.reduce((sum, v, i) => sum + (i + 1) * (v - i) ** 2, 7), [5, 5, 5]);
	bowl.x.forEach((v, i) => expect(v).toBeCloseTo(i, 3));
	expect(bowl.value).toBeCloseTo(7, 6);
});

it('says when it ran out of evaluations', () => {
	expect(nelderMead(([x = 0]) => -x, [0], { limit: 50 }).converged).toBe(false);
});
