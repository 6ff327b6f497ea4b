/** P(X >= x) for a chi-square variable: the regularised upper incomplete gamma function, by series or continued fraction. */
export function chiSquareTail(x: number, degrees: number): number {
	const a = degrees / 2;
	const y = x / 2;
	if (y <= 0) return 1;
	const front = Math.exp(a * Math.log(y) - y - logGammaHalves(degrees));
	if (y < a + 1) {
		let term = 1 / a;
		let sum = term;
		for (let k = 1; term > sum * 1e-16; k++) sum += term *= y / (a + k);
		return 1 - front * sum;
	}
	// Lentz's method for 1 / (y + 1 - a - 1(1 - a) / (y + 3 - a - ...)).
	let b = y + 1 - a;
	let c = 1e300;
	let d = 1 / b;
	let fraction = d;
	for (let i = 1; i < 10_000; i++) {
		const numerator = -i * (i - a);
		b += 2;
		d = 1 / (numerator * d + b);
		c = b + numerator / c;
		fraction *= c * d;
		if (Math.abs(c * d - 1) < 1e-15) break;
	}
	return front * fraction;
}

/** ln Gamma(n / 2) for a whole number n >= 1. */
function logGammaHalves(n: number): number {
	let log = n % 2 === 0 ? 0 : Math.log(Math.PI) / 2;
	for (let k = n % 2 === 0 ? 2 : 1; k < n; k += 2) log += Math.log(k / 2);
	return log;
}

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
