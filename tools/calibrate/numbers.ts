import type { Parameter } from '../../analytics/synthetic/calibration.ts';
import type { Count } from './measure.ts';

/** How far a step goes towards the published figure. */
export const DAMPING = 0.7;
export type Set = (parameter: Parameter, key: string, year: number, value: number) => void;

export function share(count: Count | undefined): number {
	return count === undefined ? NaN : count.k / count.n;
}

export function smoothed({ n, k }: Count): number {
	return (k + 0.5) / (n + 1);
}

/** Small counts move a setting less. */
export function weight(n: number, half: number): number {
	return n / (n + half);
}

export function clip(value: number, most: number): number {
	return Math.min(most, Math.max(-most, value));
}

export function range(from: number, to: number): number[] {
	return Array.from({ length: to - from + 1 }, (_, i) => from + i);
}

/** Standard normal quantile, absolute error below 5e-4 (M. Abramowitz and I. A. Stegun 1964, 26.2.23). */
export function quantile(p: number): number {
	const tail = Math.sqrt(-2 * Math.log(Math.min(p, 1 - p)));
	const z =
		tail -
		(2.515517 + 0.802853 * tail + 0.010328 * tail ** 2) /
			(1 + 1.432788 * tail + 0.189269 * tail ** 2 + 0.001308 * tail ** 3);
	return p < 0.5 ? -z : z;
}
