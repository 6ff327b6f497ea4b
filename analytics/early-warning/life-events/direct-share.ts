import type { EventGroupFigure } from '../../contract/early-warning.ts';

/** A share with its mean squared error, and how much of it is the cell's own figure, 0 to 1. */
export interface GroupShare {
	readonly estimate: number;
	readonly mse: number;
	readonly weight: number;
}

/** A number of units, and its mean squared error. */
export interface Size {
	readonly units: number;
	readonly mse: number;
}

/**
 * The share by a cell itself, and its variance at the expected share p: that of chance, and of noise. The two counts share
 * noise. What the expected number of units tells of the noise of all units is taken from those that count:
 * (a - b (n - m)) / m, where m is expected and b = cov / var(n). What is left is independent of n, so that a cell which was
 * chosen for a large n has no larger share for it: var(a) - b cov + (b - p)^2 mse(m).
 */
export function directShare(figure: EventGroupFigure, { units, mse }: Size, p: number): { y: number; psi: number } {
	const { numerator, numeratorSe, denominator, denominatorSe, covariance } = figure;
	const slope = denominatorSe > 0 ? covariance / denominatorSe ** 2 : 0;
	const noise = Math.max(0, numeratorSe ** 2 - slope * covariance) + (slope - p) ** 2 * mse;
	return {
		y: (numerator - slope * (denominator - units)) / units,
		psi: (p * (1 - p)) / units + noise / units ** 2
	};
}

/** The number of units as it was counted. */
export function counted({ denominator, denominatorSe }: EventGroupFigure): Size {
	return { units: denominator, mse: denominatorSe ** 2 };
}
