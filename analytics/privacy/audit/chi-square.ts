import { chiSquareTail } from './chi-square-tail.ts';

/** Probabilities of consecutive integers, from `from` on; what lies outside is negligible. */
export interface Pmf {
	readonly from: number;
	readonly p: Float64Array;
}

/** Probabilities of the discrete Gaussian by its definition. */
export function gaussianPmf(sigma2: number, reach = Math.ceil(12 * Math.sqrt(sigma2)) + 3): Pmf {
	return normalised(reach, (x) => Math.exp((-x * x) / (2 * sigma2)));
}

/** Probabilities proportional to a weight on -reach .. reach. */
export function normalised(reach: number, weight: (x: number) => number): Pmf {
	const p = Float64Array.from({ length: 2 * reach + 1 }, (_, i) => weight(i - reach));
	const total = p.reduce((sum, w) => sum + w, 0);
	return { from: -reach, p: p.map((w) => w / total) };
}

/** Sum of p(x) x^power. */
export function moment({ from, p }: Pmf, power: number): number {
	return p.reduce((sum, share, i) => sum + share * (from + i) ** power, 0);
}

/** Draws sorted into runs of neighbouring integers, with the number that a law expects in each. */
export interface Cells {
	readonly observed: Float64Array;
	readonly expected: Float64Array;
}

/** The runs are as short as expect at least `least` draws each; what lies outside the law belongs to the outer ones. */
export function cellsOf(draws: Float64Array, { from, p }: Pmf, least: number): Cells {
	const cellAt = new Int32Array(p.length);
	const expected: number[] = [];
	let mass = 0;
	for (const [i, share] of p.entries()) {
		cellAt[i] = expected.length;
		mass += share * draws.length;
		if (mass < least) continue;
		expected.push(mass);
		mass = 0;
	}
	if (expected.length === 0) expected.push(0);
	expected[expected.length - 1]! += mass;
	const observed = new Float64Array(expected.length);
	for (const x of draws) {
		const i = Math.min(Math.max(x - from, 0), p.length - 1);
		observed[Math.min(cellAt[i]!, expected.length - 1)]!++;
	}
	return { observed, expected: Float64Array.from(expected) };
}

/** p-value of Pearson's test of integer draws against a law, in cells that expect at least `least` draws. */
export function chiSquareTest(draws: Float64Array, pmf: Pmf, least = 20): number {
	const { observed, expected } = cellsOf(draws, pmf, least);
	const statistic = expected.reduce((sum, e, i) => sum + (observed[i]! - e) ** 2 / e, 0);
	return expected.length > 1 ? chiSquareTail(statistic, expected.length - 1) : 1;
}
