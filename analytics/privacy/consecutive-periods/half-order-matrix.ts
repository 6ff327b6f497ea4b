import type { LowerTriangle } from './lower-triangle.ts';

/** Coarser scales would be allowed for few periods, at the price of some accuracy: from here, rounding costs below 0.2 %. */
const SMALLEST_SCALE = 256;

/** The half-order differences of consecutive periods in whole numbers: each column is the one before it, one place lower. */
export function halfOrderMatrix(periods: number): LowerTriangle {
	const column = halfOrderColumn(periods, chooseScale(periods));
	return column.map((_, t) => column.slice(0, t + 1).reverse());
}

/**
 * First column of the half-order difference matrix in whole numbers: the coefficients of (1 - x)^(1/2), times `scale`.
 * What is rounded is their running sums, the coefficients C(2n, n) / 4^n of (1 - x)^(-1/2), so that errors do not add up
 * over time and the sums still fall: every entry but the first is at most 0.
 */
export function halfOrderColumn(periods: number, scale: number): number[] {
	const column: number[] = [];
	let central = 1n;
	let power = 1n;
	let previous = 0;
	for (let n = 0; n < periods; n++) {
		if (n > 0) {
			central = (central * BigInt(2 * (2 * n - 1))) / BigInt(n);
			power *= 4n;
		}
		const sum = Number((2n * BigInt(scale) * central + power) / (2n * power));
		column.push(sum - previous);
		previous = sum;
	}
	return column;
}

/** The least power of two, from 256 up, at which rounding keeps what the price rests on: see consecutive-periods.md. */
export function chooseScale(periods: number): number {
	let scale = SMALLEST_SCALE;
	while (!spellsNeverAddUp(halfOrderColumn(periods, scale))) scale *= 2;
	return scale;
}

/**
 * Whether the columns of the matrix have products of at most 0. With no entry but the first above 0, it is enough to look at
 * products with the first column.
 */
function spellsNeverAddUp(column: readonly number[]): boolean {
	const periods = column.length;
	for (let lag = 1; lag < periods; lag++) {
		if (column[lag]! > 0) return false;
		let product = 0;
		for (let n = 0; n + lag < periods; n++) product += column[n]! * column[n + lag]!;
		if (product > 0) return false;
	}
	return true;
}
