import { expect, it } from 'vitest';
import { inner } from './objective.ts';
import { domainOf, treeOf } from './testing.ts';
import { cellVariances, gains, perCell, workloadOf } from './workload.ts';

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
