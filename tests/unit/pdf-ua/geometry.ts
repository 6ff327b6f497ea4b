export type Point = readonly [x: number, y: number];
/** As PDF writes it: a b c d e f (ISO 32000-1, 8.3.4). */
export type Matrix = readonly [number, number, number, number, number, number];

export interface Box {
	readonly left: number;
	readonly bottom: number;
	readonly right: number;
	readonly top: number;
}

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/** First the one, then the other. */
export function moved([a, b, c, d, e, f]: Matrix, [A, B, C, D, E, F]: Matrix): Matrix {
	return [a * A + b * C, a * B + b * D, c * A + d * C, c * B + d * D, e * A + f * C + E, e * B + f * D + F];
}

export function apply([a, b, c, d, e, f]: Matrix, [x, y]: Point): Point {
	return [a * x + c * y + e, b * x + d * y + f];
}

/** The smallest box around points; null of none. */
export function across(points: readonly Point[]): Box | null {
	if (points.length === 0) return null;
	const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
	return { left: Math.min(...xs), bottom: Math.min(...ys), right: Math.max(...xs), top: Math.max(...ys) };
}

/** Whether a box lies in another, with so many points to spare. */
export function isWithin(inner: Box, outer: Box, spare: number): boolean {
	return (
		inner.left >= outer.left - spare &&
		inner.right <= outer.right + spare &&
		inner.bottom >= outer.bottom - spare &&
		inner.top <= outer.top + spare
	);
}
