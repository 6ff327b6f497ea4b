import { expect, it } from 'vitest';
import { randomDomain, randomSource } from '../reconcile/testing.ts';
import { derivatives } from './derivatives.ts';
import { cellVariances, gains, perCell, workloadOf } from './workload.ts';

it('curvature and slopes are the derivatives of gains and variances', () => {
	const { domain } = randomDomain(randomSource(11), [2, 2]);
	const workload = workloadOf(domain);
	const precision = Float64Array.from(domain.tables, (_, q) => 0.3 + ((q * 7) % 5) / 4);
	const importance = perCell(workload, (q, k) => 1 + ((q * 5 + k * 3) % 7));
	const tables = precision.length;
	const found = derivatives(workload, precision, importance, workload.cuts);
	const plain = gains(workload, precision, importance);
	for (let r = 0; r < tables; r++) {
		expect(found.gain[r]! / (plain[r]! * precision[r]!)).toBeCloseTo(1, 10);
		const step = 1e-5 * precision[r]!;
		const [low, high] = [-step, step].map((by) => precision.map((w, q) => (q === r ? w + by : w)));
		const before = gains(workload, low!, importance);
		const after = gains(workload, high!, importance);
		const variances = [cellVariances(workload, low!), cellVariances(workload, high!)];
		for (let q = 0; q < tables; q++) {
			const second = ((before[q]! - after[q]!) / (2 * step)) * precision[q]! * precision[r]!;
			const size = Math.sqrt(plain[q]! * precision[q]! * plain[r]! * precision[r]!);
			expect(Math.abs(found.curvature[q * tables + r]! - second) / size).toBeLessThan(1e-4);
			for (let i = 0; i < workload.cuts[q]!.length; i++) {
				const slope = ((variances[0]![q]![i]! - variances[1]![q]![i]!) / (2 * step)) * precision[r]!;
				expect(Math.abs(found.slopes[q]![i * tables + r]! - slope)).toBeLessThan(1e-4 * variances[0]![q]![i]!);
			}
		}
	}
});
