import { periodStrategy, type SeriesStrategy } from '../consecutive-periods/consecutive-periods.ts';
import { halfOrderMatrix } from '../consecutive-periods/half-order-matrix.ts';
import type { LowerTriangle } from '../consecutive-periods/lower-triangle.ts';

export function halfOrder(periods: number, spells: number): SeriesStrategy {
	return periodStrategy({ strategy: 'half-order', periods, spells, matrix: halfOrderMatrix(periods) });
}

/** The lower-triangular matrix each column of which is the one before it, one place lower. */
export function toeplitz(column: readonly number[]): LowerTriangle {
	return column.map((_, t) => column.slice(0, t + 1).reverse());
}
