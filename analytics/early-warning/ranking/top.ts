import { normalCdf } from '../statistics/normal.ts';
import type { Values } from './expected-ranks.ts';

/** Standard errors beyond which nothing is left of a value's own probability (1e-12). */
const REACH = 7;
/** Points of the sum per standard error: a sum over even steps gains digits with the square of their number. */
const PER_STANDARD_ERROR = 2.5;
/** More points than this along the whole range are not looked at. */
const MOST_POINTS = 20_000;
/** Probability below which nobody is in the top with so low a value. */
const NEGLIGIBLE = 1e-13;

/**
 * Probability of each to be among the `top` highest: the integral over its own value x of the probability that fewer than
 * `top` others lie above x, which is Poisson-binomial (Lin, Louis, Paddock & Ridgeway, Bayesian Analysis 1, 2006). They
 * sum to `top`, to 1e-7. A standard error below an 8,000th of the whole range counts as that.
 */
export function topProbabilities(values: Values, top: number): Float64Array {
	const n = values.mean.length;
	const inTop = new Float64Array(n);
	if (top >= n) return inTop.fill(1);
	const { mean } = values;
	let low = Infinity;
	let high = -Infinity;
	let narrowest = Infinity;
	for (let i = 0; i < n; i++) {
		low = Math.min(low, mean[i]! - REACH * values.se[i]!);
		high = Math.max(high, mean[i]! + REACH * values.se[i]!);
		narrowest = Math.min(narrowest, values.se[i]!);
	}
	const step = Math.max(narrowest / PER_STANDARD_ERROR, (high - low) / MOST_POINTS);
	const se = values.se.map((own) => Math.max(own, step * PER_STANDARD_ERROR));
	const count = new Above(n, top);
	const z = new Float64Array(n);
	const isNear = (distance: number) => Math.abs(distance) <= REACH;
	// From the highest value down: once nobody with this value can be in the top, neither can anybody with a lower one.
	for (let x = high; x >= low; x -= step) {
		for (let i = 0; i < n; i++) z[i] = (mean[i]! - x) / se[i]!;
		if (!z.some(isNear)) continue;
		count.set(z.map(normalCdf));
		let most = 0;
		for (let i = 0; i < n; i++) {
			if (!isNear(z[i]!)) continue;
			const few = count.fewWithout(i);
			most = Math.max(most, few);
			inTop[i]! += few * (step / se[i]!) * Math.exp(-0.5 * z[i]! ** 2);
		}
		if (most < NEGLIGIBLE) break;
	}
	return inTop.map((sum) => Math.min(1, sum / Math.sqrt(2 * Math.PI)));
}

/**
 * How many of n independent events happen, told up to top - 1, with any one of them left out. Sums of positive terms only,
 * so no digit is lost: before[i] is the law of the number among the first i, and after[i] the distribution function of the
 * number among those from i on.
 */
class Above {
	readonly #top: number;
	readonly #n: number;
	readonly #before: Float64Array;
	readonly #after: Float64Array;

	constructor(n: number, top: number) {
		this.#n = n;
		this.#top = top;
		this.#before = new Float64Array((n + 1) * top);
		this.#after = new Float64Array((n + 1) * top).fill(1);
	}

	set(probability: Float64Array): void {
		const [n, top, before, after] = [this.#n, this.#top, this.#before, this.#after];
		before[0] = 1;
		for (let i = 0; i < n; i++) {
			const p = probability[i]!;
			const [from, to] = [i * top, (i + 1) * top];
			for (let k = 0; k < top; k++)
				before[to + k] = (1 - p) * before[from + k]! + (k > 0 ? p * before[from + k - 1]! : 0);
		}
		for (let i = n - 1; i >= 0; i--) {
			const p = probability[i]!;
			const [from, to] = [(i + 1) * top, i * top];
			for (let k = 0; k < top; k++) after[to + k] = (1 - p) * after[from + k]! + (k > 0 ? p * after[from + k - 1]! : 0);
		}
	}

	/** Probability that fewer than `top` of the events other than i happen. */
	fewWithout(i: number): number {
		const [from, last] = [i * this.#top, (i + 2) * this.#top - 1];
		let sum = 0;
		for (let k = 0; k < this.#top; k++) sum += this.#before[from + k]! * this.#after[last - k]!;
		return sum;
	}
}
