/** Points of the rule on one stretch: exact for polynomials up to degree 31. */
const POINTS = 16;
/** How often a stretch may be halved; the last piece is a 2^30th of the whole. */
const MOST_HALVINGS = 30;

const rule = gaussLegendre(POINTS);

/**
 * The integral of f from `from` to `to`, both finite: Gauss-Legendre on ever shorter stretches, until halving a stretch
 * changes its part by no more than `tolerance` (absolute; the next halving would change it far less). Integrals over an infinite range are cut by the caller
 * where f is negligible; a peak much narrower than a 30th of the range is found only when the caller cuts the range beside it.
 */
export function integrate(f: (x: number) => number, from: number, to: number, tolerance = 1e-12): number {
	return refined(f, from, to, stretch(f, from, to), tolerance, MOST_HALVINGS);
}

function refined(
	f: (x: number) => number,
	from: number,
	to: number,
	whole: number,
	tolerance: number,
	halvings: number
): number {
	const middle = (from + to) / 2;
	const left = stretch(f, from, middle);
	const right = stretch(f, middle, to);
	if (halvings === 0 || Math.abs(left + right - whole) <= tolerance) return left + right;
	return (
		refined(f, from, middle, left, tolerance, halvings - 1) + refined(f, middle, to, right, tolerance, halvings - 1)
	);
}

function stretch(f: (x: number) => number, from: number, to: number): number {
	const centre = (from + to) / 2;
	const half = (to - from) / 2;
	return half * rule.reduce((sum, { x, weight }) => sum + weight * f(centre + half * x), 0);
}

/** Nodes and weights on [-1, 1]: the zeros of the Legendre polynomial by Newton's method, and 2 / ((1 - x^2) P'(x)^2). */
export function gaussLegendre(n: number): { readonly x: number; readonly weight: number }[] {
	return Array.from({ length: n }, (_, i) => {
		// Close enough to the i-th zero for Newton's method to find that one (Tricomi 1950).
		let x = Math.cos((Math.PI * (n - i - 0.25)) / (n + 0.5));
		let slope = 0;
		for (let step = 0; step < 10; step++) {
			const [value, derivative] = legendre(n, x);
			slope = derivative;
			x -= value / derivative;
		}
		return { x, weight: 2 / ((1 - x * x) * slope * slope) };
	});
}

/** P_n and its derivative, by the three-term recurrence. */
function legendre(n: number, x: number): [value: number, derivative: number] {
	let before = 1;
	let value = x;
	for (let k = 2; k <= n; k++) [before, value] = [value, ((2 * k - 1) * x * value - (k - 1) * before) / k];
	return [value, (n * (before - x * value)) / (1 - x * x)];
}
