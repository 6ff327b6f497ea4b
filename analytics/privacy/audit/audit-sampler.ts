import { discreteGaussian } from '../discrete-gaussian/discrete-gaussian.ts';
import type { Entropy } from '../entropy.ts';
import type { Rational } from '../rational.ts';
import { lowerProportion, upperProportion } from './clopper-pearson.ts';
import { exactDelta, exactEpsilon } from './curve.ts';

export interface SamplerAudit {
	/** Exact epsilon at `delta` between count 0 and count D under the claimed noise. */
	readonly claimedEpsilon: number;
	/** Epsilon at `delta` that the draws prove, wrong with probability at most `alpha`. */
	readonly lowerBound: number;
	readonly delta: number;
	/** Draws per count, pilot included. */
	readonly draws: number;
	readonly alpha: number;
	/** The draws prove no more loss than is claimed, and as much as was asked for. */
	readonly passed: boolean;
}

export interface SamplerAuditOptions {
	/** The claim. */
	readonly sigma2: Rational;
	readonly contribution: number;
	/** Draws per count; half of them choose the event, half test it. */
	readonly draws: number;
	readonly entropy: Entropy;
	/** Chance of failing a sound sampler. */
	readonly alpha?: number;
	/**
	 * Part of the claimed epsilon that the draws must prove as well: noise that is much larger than stated proves less.
	 * 4/5 is safe with 400,000 draws where D / sigma is 2/3 to 1: sound noise then proves about 9/10, with a standard
	 * deviation near 1/100. Default 0: nothing.
	 */
	readonly leastShare?: number;
	/** Noise under audit; absent: the production sampler of sigma2. */
	readonly sample?: (entropy: Entropy) => number;
}

/** An event "released value at least `edge`" or "at most `edge`", likelier under one of the two counts. */
interface ThresholdEvent {
	readonly atLeast: boolean;
	readonly edge: number;
}

/**
 * Black-box test of one noisy count: releases of count 0 and of count D, told apart by a threshold. For any event S and
 * (epsilon, delta) that hold, P(S | D) <= e^epsilon P(S | 0) + delta, so bounds on both probabilities bound epsilon from
 * below. Delta is a quarter of the total variation distance that the claim allows: there the threshold is common enough
 * to be counted. Both directions count, as the neighbours are symmetric.
 * The test is sharp where D / sigma is about 0.3 or more; far below that, even millions of draws prove little.
 * @throws RangeError when `draws` is below 1,000.
 */
export function auditSampler(options: SamplerAuditOptions): SamplerAudit {
	const { sigma2, contribution, draws, entropy, alpha = 1e-6, leastShare = 0 } = options;
	if (!Number.isSafeInteger(draws) || draws < 1000) throw new RangeError('An audit needs at least 1,000 draws.');
	const noise = options.sample ?? discreteGaussian(sigma2).sample;
	const variance = sigma2.toNumberUp();
	const delta = exactDelta(variance, contribution, 0) / 4;
	const claimedEpsilon = exactEpsilon(variance, contribution, delta);
	const release = (count: number, size: number) =>
		Float64Array.from({ length: size }, () => count + noise(entropy)).sort();
	const pilotSize = draws >> 1;
	const event = bestEvent(release(0, pilotSize), release(contribution, pilotSize), delta);
	const size = draws - pilotSize;
	const lowerBound = provenEpsilon(release(0, size), release(contribution, size), event, delta, alpha);
	// The claim is computed in doubles: a relative 1e-9 absorbs their rounding.
	const passed = lowerBound <= claimedEpsilon * (1 + 1e-9) && lowerBound >= leastShare * claimedEpsilon;
	return { claimedEpsilon, lowerBound, delta, draws, alpha, passed };
}

/** The threshold whose bound on epsilon promises to be the greatest, from the two sorted pilots. */
function bestEvent(zero: Float64Array, full: Float64Array, delta: number): ThresholdEvent {
	let best: ThresholdEvent = { atLeast: true, edge: 0 };
	let most = -Infinity;
	const n = zero.length;
	for (const edge of new Set([...zero, ...full].map(Math.round))) {
		for (const atLeast of [true, false]) {
			const event = { atLeast, edge };
			const [likely, unlikely] = shares(zero, full, event);
			const epsilon = Math.log((likely - margin(likely, n) - delta) / (unlikely + margin(unlikely, n)));
			if (epsilon > most) [most, best] = [epsilon, event];
		}
	}
	return best;
}

/** About what a confidence bound will take off or add: five standard errors, and five draws for rare events. */
function margin(share: number, draws: number): number {
	return 5 * Math.sqrt((share * (1 - share)) / draws) + 5 / draws;
}

function provenEpsilon(
	zero: Float64Array,
	full: Float64Array,
	event: ThresholdEvent,
	delta: number,
	alpha: number
): number {
	const n = zero.length;
	const [likely, unlikely] = shares(zero, full, event);
	const low = lowerProportion(Math.round(likely * n), n, alpha / 2) - delta;
	const high = upperProportion(Math.round(unlikely * n), n, alpha / 2);
	return low > 0 ? Math.max(0, Math.log(low / high)) : 0;
}

/** Shares of the event under the count that makes it likely, and under the other. */
function shares(zero: Float64Array, full: Float64Array, { atLeast, edge }: ThresholdEvent): [number, number] {
	const n = zero.length;
	return atLeast
		? [1 - countBelow(full, edge) / n, 1 - countBelow(zero, edge) / n]
		: [countBelow(zero, edge + 1) / n, countBelow(full, edge + 1) / n];
}

/** Number of entries below a value in a sorted list. */
function countBelow(sorted: Float64Array, value: number): number {
	let from = 0;
	let to = sorted.length;
	while (from < to) {
		const middle = (from + to) >> 1;
		if (sorted[middle]! < value) from = middle + 1;
		else to = middle;
	}
	return from;
}
