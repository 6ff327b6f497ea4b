import type { Entropy } from '../entropy.ts';
import { Rational } from '../rational.ts';
import { InversionSampler } from './inversion.ts';
import { referenceLaw, referenceSample } from './reference.ts';
import { WideSampler } from './wide.ts';

/** Noise with P(x) proportional to exp(-x^2 / (2 sigma2)) on the integers, exactly. */
export interface DiscreteGaussian {
	readonly sigma2: Rational;
	/** One draw, an integer below 2^53 in size. */
	sample(entropy: Entropy): number;
	/** Independent draws in every place of `out`. */
	fill(out: Float64Array, entropy: Entropy): void;
}

/** Up to here (sigma = 1,000) a table of some 8,000 entries is made within milliseconds and stays in the nearest cache. */
const LARGEST_TABLE_SIGMA2 = Rational.of(1_000_000);
/** Below, a weight is beyond the bits of any draw that will ever be seen, and refinement would only be slower. */
const SMALLEST_TABLE_SIGMA2 = Rational.of(1, 1_000_000);

/**
 * The exact discrete Gaussian of an exact parameter. All samplers have the same law; the choice depends on sigma2 only.
 * @throws RangeError unless sigma2 > 0, and when draws of this size do not fit in 53 bits.
 */
export function discreteGaussian(sigma2: Rational): DiscreteGaussian {
	if (sigma2.isNegative() || sigma2.isZero()) throw new RangeError('The noise variance is positive.');
	if (sigma2.compare(SMALLEST_TABLE_SIGMA2) < 0) return referenceSampler(sigma2);
	return sigma2.compare(LARGEST_TABLE_SIGMA2) <= 0 ? tableSampler(sigma2) : wideSampler(sigma2);
}

// Each sampler fills by a loop of its own, which the compiler joins with its draw: a fifth faster than through a function.

/** The sampler by inversion of a table. */
export function tableSampler(sigma2: Rational): DiscreteGaussian {
	const table = new InversionSampler(sigma2);
	return {
		sigma2,
		sample: (entropy) => table.sample(entropy),
		fill(out, entropy) {
			for (let i = 0; i < out.length; i++) out[i] = table.sample(entropy);
		}
	};
}

/** The sampler by strides from a table and uniform places between them, for any sigma2 of at least 65,536. */
export function wideSampler(sigma2: Rational): DiscreteGaussian {
	const wide = new WideSampler(sigma2);
	return {
		sigma2,
		sample: (entropy) => wide.sample(entropy),
		fill(out, entropy) {
			for (let i = 0; i < out.length; i++) out[i] = wide.sample(entropy);
		}
	};
}

/** The sampler by rejection from the discrete Laplace distribution, for any sigma2 > 0. */
export function referenceSampler(sigma2: Rational): DiscreteGaussian {
	const law = referenceLaw(sigma2);
	return {
		sigma2,
		sample: (entropy) => referenceSample(law, entropy),
		fill(out, entropy) {
			for (let i = 0; i < out.length; i++) out[i] = referenceSample(law, entropy);
		}
	};
}
