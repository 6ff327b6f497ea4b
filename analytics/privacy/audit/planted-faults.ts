import { discreteGaussian, referenceSampler } from '../discrete-gaussian/discrete-gaussian.ts';
import { discreteLaplace } from '../discrete-laplace/discrete-laplace.ts';
import type { Entropy } from '../entropy.ts';
import { Rational } from '../rational.ts';

/** A deliberately wrong noise, which an audit that works must fail: `auditSampler`, `auditFit`, or both. */
export interface PlantedFault {
	readonly name: string;
	readonly sample: (entropy: Entropy) => number;
}

/** Faults of a noisy count that claims discrete Gaussian noise of sigma2, for sigma2 of at least 1. */
export function plantedFaults(sigma2: Rational): PlantedFault[] {
	const right = discreteGaussian(sigma2);
	const scaled = (n: number, d: number) => discreteGaussian(sigma2.mul(Rational.of(n, d))).sample;
	return [
		{ name: 'no noise', sample: () => 0 },
		{ name: 'one draw for every release', sample: keptFor(Infinity, right.sample) },
		{ name: 'each draw used for two cells', sample: keptFor(2, right.sample) },
		{ name: 'noise without its sign', sample: (entropy) => Math.abs(right.sample(entropy)) },
		{ name: 'a quarter of the variance missing', sample: scaled(3, 4) },
		{ name: 'half the standard deviation: the contribution counted once of twice', sample: scaled(1, 4) },
		{ name: 'twice the variance: more noise than is stated', sample: scaled(2, 1) },
		{ name: 'minus zero accepted: zero twice as likely', sample: zeroTwice(sigma2) },
		{ name: 'draws beyond two standard deviations thrown away', sample: cut(sigma2, right.sample) },
		{ name: 'the acceptance step left out: a Laplace law', sample: laplace(sigma2) },
		{ name: '"at most" for "below" in the comparison of a uniform draw', sample: atMost(sigma2) },
		{ name: 'rounded floating-point noise from uniforms of two decimals', sample: boxMuller(sigma2) }
	];
}

function keptFor(times: number, sample: PlantedFault['sample']): PlantedFault['sample'] {
	let kept = 0;
	let left = 0;
	return (entropy) => {
		if (left === 0) [kept, left] = [sample(entropy), times];
		left--;
		return kept;
	};
}

/** Rejection from the Laplace law, with a round that gives minus zero counted as zero. */
function zeroTwice(sigma2: Rational): PlantedFault['sample'] {
	const right = discreteGaussian(sigma2);
	return (entropy) => {
		// A magnitude and a sign of its own: zero comes from both signs, where every other value comes from one.
		for (;;) {
			const draw = right.sample(entropy);
			if (draw === 0 || entropy.below(2) === 1) return draw;
		}
	};
}

function cut(sigma2: Rational, sample: PlantedFault['sample']): PlantedFault['sample'] {
	const farthest = 2 * Math.sqrt(sigma2.toNumberUp());
	return (entropy) => {
		for (;;) {
			const draw = sample(entropy);
			if (Math.abs(draw) <= farthest) return draw;
		}
	};
}

function laplace(sigma2: Rational): PlantedFault['sample'] {
	const scale = Math.floor(Math.sqrt(sigma2.toNumberDown())) + 1;
	return (entropy) => discreteLaplace(scale, entropy);
}

/** The reference sampler on a generator that says true with probability (a + 1)/b for a/b. */
function atMost(sigma2: Rational): PlantedFault['sample'] {
	const reference = referenceSampler(sigma2);
	return (entropy) =>
		reference.sample({
			nextUint32: () => entropy.nextUint32(),
			below: (n) => entropy.below(n),
			belowBig: (n) => entropy.belowBig(n),
			bernoulli: (a, b) => entropy.below(b) <= a,
			bernoulliBig: (a, b) => entropy.belowBig(b) <= a
		});
}

/** Box and Muller's transformation in floating point, from uniforms 0.01, 0.02, ..., 1. */
function boxMuller(sigma2: Rational): PlantedFault['sample'] {
	const sigma = Math.sqrt(sigma2.toNumberDown());
	const uniform = (entropy: Entropy) => ((entropy.nextUint32() % 100) + 1) / 100;
	return (entropy) =>
		Math.round(sigma * Math.sqrt(-2 * Math.log(uniform(entropy))) * Math.cos(2 * Math.PI * uniform(entropy)));
}
