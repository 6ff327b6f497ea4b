import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Random } from '../statistics/random.ts';
import { fayHerriot } from './fay-herriot.ts';

const path = '../shared/reference/early-warning/sae_fh_milk.json';

/** Distance as a part of the expected value. */
const apart = (actual: number, expected: number) => Math.abs(actual / expected - 1);

describe('Fay-Herriot', () => {
	it.runIf(existsSync(path))(
		'equals the converged reference for milk: variance, coefficients, estimates, errors',
		() => {
			const { input, expected, tolerance } = JSON.parse(readFileSync(path, 'utf8'));
			const { REML } = expected.converged;
			const model = fayHerriot({
				y: Float64Array.from(input.yi),
				psi: Float64Array.from(input.SD, (sd: number) => sd * sd),
				x: input.MajorArea.map((area: number) => [1, ...[2, 3, 4].map((other) => (area === other ? 1 : 0))])
			});
			expect(model.adjusted).toBe(false);
			expect(apart(model.variance, REML.refvar)).toBeLessThan(tolerance.converged_rel);
			const pairs: [ArrayLike<number>, number[]][] = [
				[model.coefficients, REML.estcoef],
				[model.estimate, REML.eblup],
				[model.mse, REML.mse]
			];
			for (const [actual, values] of pairs)
				values.forEach((value, d) => expect(apart(actual[d]!, value)).toBeLessThan(tolerance.converged_rel));
		}
	);

	/** Areas drawn from the model itself, with errors of very different size. */
	function drawn(random: Random, count: number, variance: number) {
		const psi = Float64Array.from({ length: count }, (_, d) => 0.0002 * 4 ** (d % 4));
		const x = Array.from({ length: count }, () => [1, random.normal()]);
		const truth = x.map(([, value]) => 0.1 + 0.02 * value! + Math.sqrt(variance) * random.normal());
		const y = Float64Array.from(truth, (value, d) => value + Math.sqrt(psi[d]!) * random.normal());
		return { y, psi, x, truth };
	}

	it('states its error truly and covers at 95 % (false alarm: below 1e-6)', () => {
		const random = new Random(6);
		let squared = 0;
		let stated = 0;
		let covered = 0;
		let variance = 0;
		const [ROUNDS, COUNT] = [200, 60];
		for (let round = 0; round < ROUNDS; round++) {
			const areas = drawn(random, COUNT, 0.0009);
			const model = fayHerriot(areas);
			variance += model.variance / ROUNDS;
			areas.truth.forEach((value, d) => {
				const error = model.estimate[d]! - value;
				squared += error ** 2;
				stated += model.mse[d]!;
				if (Math.abs(error) <= 1.96 * Math.sqrt(model.mse[d]!)) covered++;
			});
		}
		// 12,000 errors: the ratio has a standard deviation of about .013, the share covered of .002, the variance of 2 %.
		expect(squared / stated).toBeGreaterThan(0.93);
		expect(squared / stated).toBeLessThan(1.07);
		expect(covered / (ROUNDS * COUNT)).toBeGreaterThan(0.935);
		expect(covered / (ROUNDS * COUNT)).toBeLessThan(0.965);
		expect(variance / 0.0009).toBeGreaterThan(0.9);
		expect(variance / 0.0009).toBeLessThan(1.1);
	});

	it('takes areas for more different than they are when it is not told of the noise', () => {
		const areas = drawn(new Random(8), 400, 0.0004);
		const told = fayHerriot(areas).variance;
		const untold = fayHerriot({ ...areas, psi: areas.psi.map((own) => own / 2) }).variance;
		expect(untold).toBeGreaterThan(1.5 * told);
	});

	it('never says that all areas are alike: where nothing but noise is seen, the adjusted likelihood answers', () => {
		const psi = Float64Array.from({ length: 12 }, (_, d) => 0.01 * (1 + (d % 3)));
		const y = psi.map((own, d) => 0.2 + (d % 2 === 0 ? 0.1 : -0.1) * Math.sqrt(own));
		const { adjusted, variance, weight } = fayHerriot({ y, psi, x: Array.from(y, () => [1]) });
		expect(adjusted).toBe(true);
		expect(variance).toBeGreaterThan(0.0001);
		weight.forEach((own) => expect(own > 0 && own < 0.5).toBe(true));
		const equal = fayHerriot({ y: new Float64Array(12).fill(0.2), psi, x: Array.from(y, () => [1]) });
		expect(equal.adjusted).toBe(true);
		equal.estimate.forEach((value) => expect(value).toBeCloseTo(0.2, 12));
	});

	it('refuses what no model can be made of', () => {
		const psi = new Float64Array(4).fill(0.01);
		const y = Float64Array.of(0.1, 0.2, 0.3, 0.4);
		expect(() => fayHerriot({ y, psi, x: Array.from(y, (_, d) => [1, d]) })).toThrow(/three areas more/);
		expect(() => fayHerriot({ y, psi, x: Array.from(y, () => [1, 1]) })).toThrow(RangeError);
	});
});
