import { bernoulliExpUnder } from '../bernoulli-exp/bernoulli-exp.ts';
import type { Entropy } from '../entropy.ts';
import { Rational } from '../rational.ts';
import { InversionSampler } from './inversion.ts';

/** The table is for a standard deviation of at least 256, so that hardly any draw is rejected, and below 512. */
const TWICE_THE_LEAST = Rational.of(512 * 512);
const TWO_32 = 2 ** 32;

/** The law of sigma^2 = n/d in strides: a magnitude is stride x + z with x from a table and z uniform below the stride. */
export interface WideLaw {
	/** A power of two. */
	readonly stride: number;
	/** sigma^2 / stride^2: x has probability proportional to exp(-x^2 / (2 tableSigma2)), for x >= 0. */
	readonly tableSigma2: Rational;
	readonly d: bigint;
	/** 2 n. */
	readonly denominator: bigint;
	/** d / (2 n), to 53 bits: it only chooses where a comparison is split in two. */
	readonly scale: number;
}

export function wideLaw(sigma2: Rational, stride: number = strideOf(sigma2)): WideLaw {
	const { numerator: n, denominator: d } = sigma2;
	const square = BigInt(stride) ** 2n;
	return {
		stride,
		tableSigma2: Rational.of(n, d * square),
		d,
		denominator: 2n * n,
		scale: Rational.of(d, 2n * n).toNumberUp()
	};
}

/** The largest power of two that leaves the table its least variance. @throws RangeError when draws do not fit in 53 bits. */
function strideOf(sigma2: Rational): number {
	let stride = 1;
	for (let table = sigma2; table.compare(TWICE_THE_LEAST) >= 0; table = table.div(Rational.of(4))) stride *= 2;
	if (stride > 2 ** 43) throw new RangeError('Noise of this variance does not fit in 53 bits.');
	return stride;
}

/**
 * One round, given x; null when it is rejected. y = stride x + z has y^2 / (2 sigma^2) = x^2 / (2 tableSigma2) +
 * z (z + 2 stride x) / (2 sigma^2): the first part is the law of x, the second the acceptance. Claim: discrete-gaussian.md.
 */
export function wideRound(law: WideLaw, x: number, entropy: Entropy): number | null {
	const { stride } = law;
	const place = entropy.below(2 * stride);
	const negative = place >= stride;
	const z = negative ? place - stride : place;
	const start = stride * x;
	if (!accept(law, start, z, entropy)) return null;
	const magnitude = start + z;
	if (magnitude > Number.MAX_SAFE_INTEGER) throw new RangeError('A draw of the noise does not fit in 53 bits.');
	if (!negative) return magnitude;
	return magnitude === 0 ? null : -magnitude;
}

/** True with probability exp(-z (z + 2 start) / (2 sigma^2)), exactly. */
function accept(law: WideLaw, start: number, z: number, entropy: Entropy): boolean {
	// Five roundings of at most 2^-53 each move the estimate by less than 1 before the 1 is added: a true ceiling.
	const estimate = z * (z + 2 * start) * law.scale * TWO_32;
	const ceiling = Math.min(TWO_32, Math.ceil(estimate) + 1);
	const exponent = () => BigInt(z) * (BigInt(z) + 2n * BigInt(start)) * law.d;
	return bernoulliExpUnder(ceiling, exponent, law.denominator, entropy);
}

/** Exact draws for a large sigma^2, from a small table. */
export class WideSampler {
	readonly #law: WideLaw;
	readonly #strides: InversionSampler;

	constructor(sigma2: Rational) {
		this.#law = wideLaw(sigma2);
		this.#strides = new InversionSampler(this.#law.tableSigma2, 'half-line');
	}

	sample(entropy: Entropy): number {
		for (;;) {
			const draw = wideRound(this.#law, this.#strides.magnitude(entropy), entropy);
			if (draw !== null) return draw;
		}
	}
}
