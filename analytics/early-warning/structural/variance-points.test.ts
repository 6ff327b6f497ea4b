import { expect, it } from 'vitest';
import { pointsOf, type Point } from './variance-points.ts';

const identity = [
	[1, 0],
	[0, 1]
];
const mean = (points: readonly Point[], of: (at: readonly number[]) => number) =>
	points.reduce((sum, { at, weight }) => sum + weight * of(at), 0);

it('has the mean and the covariance of a normal belief', () => {
	// Precision [[2, 1], [1, 3]] around (4, -1): covariance [[.6, -.2], [-.2, .4]].
	const belief = ([x, y]: readonly number[]) => {
		const [u, v] = [x! - 4, y! + 1];
		return 7 - (2 * u * u + 2 * u * v + 3 * v * v) / 2;
	};
	const points = pointsOf(belief, [4, -1], identity);
	expect(points).toHaveLength(5);
	expect(points[0]!.at).toEqual([4, -1]);
	expect(mean(points, () => 1)).toBeCloseTo(1, 12);
	expect(mean(points, ([x]) => x!)).toBeCloseTo(4, 9);
	expect(mean(points, ([, y]) => y!)).toBeCloseTo(-1, 9);
	expect(mean(points, ([x]) => (x! - 4) ** 2)).toBeCloseTo(0.6, 9);
	expect(mean(points, ([, y]) => (y! + 1) ** 2)).toBeCloseTo(0.4, 9);
	expect(mean(points, ([x, y]) => (x! - 4) * (y! + 1))).toBeCloseTo(-0.2, 9);
});

it('leans to the side on which a belief is broader', () => {
	// The logarithm of a gamma variable with shape 3: mean digamma(3) = .9228, highest at log 3.
	const belief = ([x]: readonly number[]) => 3 * x! - Math.exp(x!);
	const told = mean(pointsOf(belief, [Math.log(3)], [[1]]), ([x]) => x!);
	expect(told).toBeLessThan(Math.log(3) - 0.03);
	expect(told).toBeGreaterThan(0.9228 - 0.03);
});

it('goes by the given covariance where a belief has no peak', () => {
	const points = pointsOf(() => 0, [0, 0], identity);
	expect(mean(points, ([x]) => x! ** 2)).toBeGreaterThan(0.5);
	expect(mean(points, ([x]) => x!)).toBeCloseTo(0, 12);
});
