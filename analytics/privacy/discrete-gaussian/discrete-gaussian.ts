import type { Entropy } from '../entropy.ts';
import { Rational } from '../rational.ts';
import { InversionSampler } from './inversion.ts';
import { referenceLaw, referenceSample } from './reference.ts';

/** Noise with P(x) proportional to exp(-x^2 / (2 sigma2)) on the integers, exactly. */
export interface DiscreteGaussian {
	readonly sigma2: Rational;
	/** One draw, an integer below 2^53 in size. */
	sample(entropy: Entropy): number;
	/** Independent draws in every place of `out`. */
	fill(out: Float64Array, entropy: Entropy): void;
}

/** Up to here (sigma = 2,000) a table of some 16,000 entries is made within milliseconds and pays; beyond, the reference runs. */
const LARGEST_TABLE_SIGMA2 = Rational.of(4_000_000);
/** Below, a weight is beyond the bits of any draw that will ever be seen, and refinement would only be slower. */
const SMALLEST_TABLE_SIGMA2 = Rational.of(1, 1_000_000);

/**
 * The exact discrete Gaussian of an exact parameter. Both samplers have the same law; the choice depends on sigma2 only.
 * @throws RangeError unless sigma2 > 0.
 */
export function discreteGaussian(sigma2: Rational): DiscreteGaussian {
	if (sigma2.isNegative() || sigma2.isZero()) throw new RangeError('The noise variance is positive.');
	const tabled = sigma2.compare(SMALLEST_TABLE_SIGMA2) >= 0 && sigma2.compare(LARGEST_TABLE_SIGMA2) <= 0;
	return tabled ? tableSampler(sigma2) : referenceSampler(sigma2);
}

/** The sampler by inversion of a table. */
export function tableSampler(sigma2: Rational): DiscreteGaussian {
	const table = new InversionSampler(sigma2);
	return sampler(sigma2, (entropy) => table.sample(entropy));
}

/** The sampler by rejection from the discrete Laplace distribution, for any sigma2 > 0. */
export function referenceSampler(sigma2: Rational): DiscreteGaussian {
	const law = referenceLaw(sigma2);
	return sampler(sigma2, (entropy) => referenceSample(law, entropy));
}

function sampler(sigma2: Rational, sample: (entropy: Entropy) => number): DiscreteGaussian {
	return {
		sigma2,
		sample,
		fill(out, entropy) {
			for (let i = 0; i < out.length; i++) out[i] = sample(entropy);
		}
	};
}
