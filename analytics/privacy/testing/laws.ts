import { cellsOf, chiSquareTest, moment, type Pmf } from '../audit/chi-square.ts';
import { chiSquareTail } from '../audit/chi-square-tail.ts';
import { binomialTail } from '../audit/clopper-pearson.ts';

/** A test of integer draws against a law: its p-value, exact or on the safe side but for large-sample limits. */
export type LawTest = (draws: Float64Array, pmf: Pmf) => number;

/** Every frequency, in runs of integers that expect 20 draws. */
export const pearson: LawTest = (draws, pmf) => chiSquareTest(draws, pmf);

/** Largest distance of the distribution functions, by the inequality of Dvoretzky, Kiefer, Wolfowitz and Massart. */
export const kolmogorovSmirnov: LawTest = (draws, { from, p }) => {
	const counts = new Float64Array(p.length);
	for (const x of draws) counts[Math.min(Math.max(x - from, 0), p.length - 1)]!++;
	let [empirical, exact, distance] = [0, 0, 0];
	for (const [i, share] of p.entries()) {
		empirical += counts[i]! / draws.length;
		exact += share;
		distance = Math.max(distance, Math.abs(empirical - exact));
	}
	return Math.min(1, 2 * Math.exp(-2 * draws.length * distance ** 2));
};

/** Ratios of neighbouring frequencies, in disjoint pairs; a log ratio of counts a and b has variance 1/a + 1/b, half a draw added. */
export const logRatios: LawTest = (draws, pmf) => {
	const { observed, expected } = cellsOf(draws, pmf, Math.max(200, draws.length / 256));
	let statistic = 0;
	let pairs = 0;
	for (; 2 * pairs + 1 < expected.length; pairs++) {
		const [i, j] = [2 * pairs, 2 * pairs + 1];
		const [a, b] = [observed[i]! + 0.5, observed[j]! + 0.5];
		statistic += (Math.log(b / a) - Math.log(expected[j]! / expected[i]!)) ** 2 / (1 / a + 1 / b);
	}
	return chiSquareTail(statistic, pairs);
};

/** Each run of magnitudes is as often positive as negative. */
export const symmetry: LawTest = (draws, pmf) => {
	const width = Math.max(1, Math.ceil(Math.sqrt(moment(pmf, 2)) / 16));
	const runs = new Map<number, [number, number]>();
	for (const x of draws) {
		const run = Math.ceil(Math.abs(x) / width);
		const pair = runs.get(run) ?? [0, 0];
		if (x !== 0) pair[x > 0 ? 0 : 1]++;
		runs.set(run, pair);
	}
	let statistic = 0;
	let degrees = 0;
	for (const [plus, minus] of runs.values()) {
		if (plus + minus < 100) continue;
		statistic += (plus - minus) ** 2 / (plus + minus);
		degrees++;
	}
	return chiSquareTail(statistic, degrees);
};

/** Numbers of draws beyond 1, 2, 3 and 4 standard deviations, each by the binomial law. */
export const tails: LawTest = (draws, pmf) => {
	const sigma = Math.sqrt(moment(pmf, 2));
	const pValues = [1, 2, 3, 4].map((times) => {
		const beyond = draws.reduce((count, x) => count + (Math.abs(x) > times * sigma ? 1 : 0), 0);
		const share = pmf.p.reduce((sum, p, i) => sum + (Math.abs(pmf.from + i) > times * sigma ? p : 0), 0);
		const atLeast = beyond === 0 ? 1 : binomialTail(beyond, draws.length, share);
		const atMost = 1 - binomialTail(beyond + 1, draws.length, share);
		return 2 * Math.min(atLeast, atMost);
	});
	return Math.min(1, pValues.length * Math.min(...pValues));
};

/** Mean and variance, as normal. */
export const moments: LawTest = (draws, pmf) => {
	const [second, fourth] = [moment(pmf, 2), moment(pmf, 4)];
	const mean = draws.reduce((sum, x) => sum + x, 0) / draws.length;
	const square = draws.reduce((sum, x) => sum + x * x, 0) / draws.length;
	const squares = [mean ** 2 / second, (square - second) ** 2 / (fourth - second ** 2)];
	return Math.min(1, 2 * Math.min(...squares.map((z2) => chiSquareTail(z2 * draws.length, 1))));
};

export const laws = { pearson, kolmogorovSmirnov, logRatios, symmetry, tails, moments };
