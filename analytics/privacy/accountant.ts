import { bitLength, Rational } from './rational.ts';

/**
 * From rho-zCDP to (epsilon, delta), each formula by the name that is stored with its result:
 * - `zcdp-cks2020`: the tight conversion, Canonne, Kamath and Steinke 2020 (arXiv 2004.00010), Corollary 13;
 * - `zcdp-standard`: rho + 2 sqrt(rho ln(1/delta)), Bun and Steinke 2016 (arXiv 1605.02065), Proposition 1.3.
 */
export type Conversion = 'zcdp-cks2020' | 'zcdp-standard';

/** Room for the rounding of doubles: a dozen operations, each within one unit in the last place of its largest term. */
const SLACK = 32 * Number.EPSILON;

/** Cost of a table of integers that one unit changes by at most `contribution` in one cell: D^2 / (2 sigma2). */
export function tableRho(contribution: number, sigma2: Rational): Rational {
	if (!Number.isSafeInteger(contribution) || contribution < 1)
		throw new RangeError('A contribution is a whole number of at least 1.');
	if (sigma2.isNegative() || sigma2.isZero()) throw new RangeError('The noise variance is positive.');
	const d = Rational.of(contribution);
	return d.mul(d).div(sigma2.mul(Rational.of(2)));
}

/** Total cost of mechanisms run on the same units: zCDP adds. */
export function compose(costs: Iterable<Rational>): Rational {
	let total = Rational.zero;
	for (const rho of costs) {
		if (rho.isNegative()) throw new RangeError('A privacy cost is never negative.');
		total = total.add(rho);
	}
	return total;
}

/**
 * Epsilon at delta, never below the formula's value and above it by rounding only.
 * @throws RangeError unless rho >= 0 and 0 < delta < 1.
 */
export function epsilonAt(rho: Rational, delta: Rational, conversion: Conversion = 'zcdp-cks2020'): number {
	return epsilonOf(checkedRho(rho).toNumberUp(), logInverse(delta), conversion);
}

/**
 * Delta at epsilon by the tight conversion, never below the formula's value; at most 1.
 * @throws RangeError unless rho >= 0 and epsilon is finite and >= 0.
 */
export function deltaAt(rho: Rational, epsilon: number): number {
	if (!(epsilon >= 0 && epsilon < Infinity)) throw new RangeError('Epsilon is a finite number of at least 0.');
	const r = checkedRho(rho).toNumberUp();
	if (r === 0) return 0;
	// Stationary point of the exponent in b = alpha - 1: (2b + 1) rho - ln(1 + 1/b) = epsilon, increasing in b.
	let high = 1;
	while ((2 * high + 1) * r - logOnePlusInverse(high) < epsilon) high *= 2;
	const b = bisect((x) => (2 * x + 1) * r - logOnePlusInverse(x) < epsilon, high);
	const cost = b * (b + 1) * r;
	const log1 = (b + 1) * logOnePlusInverse(b);
	const logDelta = cost - b * epsilon - log1 - Math.log(b);
	const error = SLACK * (cost + b * epsilon + log1 + Math.abs(Math.log(b)) + 1);
	return Math.min(1, Math.exp(logDelta + error) + Number.MIN_VALUE);
}

/**
 * The largest double rho whose epsilon at delta, as `epsilonAt` states it, does not exceed `epsilon`; as an exact fraction.
 * @throws RangeError unless epsilon > 0 and finite, and 0 < delta < 1.
 */
export function largestRho(epsilon: number, delta: Rational, conversion: Conversion = 'zcdp-cks2020'): Rational {
	if (!(epsilon > 0 && epsilon < Infinity)) throw new RangeError('Epsilon is a finite number above 0.');
	const logInverseDelta = logInverse(delta);
	const fits = (rho: number) => epsilonOf(rho, logInverseDelta, conversion) <= epsilon;
	let high = 1;
	while (fits(high)) high *= 2;
	return Rational.fromNumber(bisect(fits, high));
}

/** `logInverseDelta` = ln(1/delta), already rounded up. */
function epsilonOf(rho: number, logInverseDelta: number, conversion: Conversion): number {
	if (rho === 0) return 0;
	if (conversion === 'zcdp-standard') return (rho + 2 * Math.sqrt(rho * logInverseDelta)) * (1 + SLACK);
	// Stationary point in b = alpha - 1: rho b^2 + ln(1 + b) = ln(1/delta). Every b > 0 gives a valid bound, the root the least.
	const high = Math.min(Math.sqrt(logInverseDelta / rho), Math.expm1(logInverseDelta));
	const b = bisect((x) => rho * x * x + Math.log1p(x) < logInverseDelta, high);
	const cost = rho * (b + 1);
	const gain = logOnePlusInverse(b);
	const epsilon = cost + (logInverseDelta - Math.log1p(b)) / b - gain;
	const error = SLACK * (cost + (logInverseDelta + Math.log1p(b)) / b + gain + Math.abs(Math.log(b)));
	return Math.max(0, epsilon + error);
}

/** ln(1 + 1/b) for b > 0, also where 1/b leaves the range of doubles. */
function logOnePlusInverse(b: number): number {
	return b > 1 ? Math.log1p(1 / b) : Math.log1p(b) - Math.log(b);
}

/**
 * The point in (0, high] where a condition that holds below and fails above changes, from the side where it holds.
 * Halving first finds the scale, so that the result is exact to the last bits however small it is.
 */
function bisect(holds: (x: number) => boolean, high: number): number {
	let above = Math.min(high, Number.MAX_VALUE);
	if (holds(above)) return above;
	let below = above / 2;
	while (below > 2 * Number.MIN_VALUE && !holds(below)) {
		above = below;
		below /= 2;
	}
	for (let i = 0; i < 64; i++) {
		const middle = below + (above - below) / 2;
		if (middle <= below || middle >= above) break;
		if (holds(middle)) below = middle;
		else above = middle;
	}
	return below;
}

function checkedRho(rho: Rational): Rational {
	if (rho.isNegative()) throw new RangeError('A privacy cost is never negative.');
	return rho;
}

/** ln(1/delta), rounded up, also where delta is below the smallest double. */
function logInverse(delta: Rational): number {
	if (delta.isNegative() || delta.isZero() || delta.compare(Rational.one) >= 0)
		throw new RangeError('Delta lies between 0 and 1, both excluded.');
	const exponent = Math.max(0, bitLength(delta.denominator) - bitLength(delta.numerator));
	const mantissa = delta.mul(Rational.of(1n << BigInt(exponent))).toNumberDown();
	const log = exponent * Math.LN2 - Math.log(mantissa);
	return log + SLACK * (log + 1);
}
