import { discreteGaussian } from '../discrete-gaussian/discrete-gaussian.ts';
import type { Entropy } from '../entropy.ts';
import type { Rational } from '../rational.ts';
import { chiSquareTest, gaussianPmf, moment } from './chi-square.ts';
import { chiSquareTail } from './chi-square-tail.ts';

export interface FitAudit {
	/** Chance that a sound sampler fits as badly as these draws, or worse; at most 1. */
	readonly pValue: number;
	readonly draws: number;
	readonly alpha: number;
	/** The draws do not contradict the law. */
	readonly passed: boolean;
}

export interface FitAuditOptions {
	/** The claim. */
	readonly sigma2: Rational;
	readonly draws: number;
	readonly entropy: Entropy;
	/** Chance of failing a sound sampler. */
	readonly alpha?: number;
	/** Noise under audit; absent: the production sampler of sigma2. */
	readonly sample?: (entropy: Entropy) => number;
}

/** So many cells at most: each then expects many draws, and the chi-square law holds far into its tail. */
const CELLS = 256;
const LARGEST_SIGMA2 = 1e10;

/**
 * Whether draws follow the claimed law: faults that leave the privacy loss as it is, or lower it, are faults all the same,
 * because published standard errors rest on that law. Pearson's test sees a wrong law of each draw; the correlation of each
 * draw with the next one sees draws that are used twice. Both count, each at half of alpha.
 * @throws RangeError when `draws` is below 1,000, or sigma2 is above 1e10.
 */
export function auditFit(options: FitAuditOptions): FitAudit {
	const { sigma2, draws, entropy, alpha = 1e-6 } = options;
	if (!Number.isSafeInteger(draws) || draws < 1000) throw new RangeError('An audit needs at least 1,000 draws.');
	const variance = sigma2.toNumberUp();
	if (variance > LARGEST_SIGMA2) throw new RangeError('This audit lists the law, up to a sigma2 of 1e10.');
	const noise = options.sample ?? discreteGaussian(sigma2).sample;
	const values = Float64Array.from({ length: draws }, () => noise(entropy));
	const pmf = gaussianPmf(variance);
	const law = chiSquareTest(values, pmf, Math.max(20, draws / CELLS));
	const pValue = Math.min(1, 2 * Math.min(law, independence(values, moment(pmf, 2))));
	return { pValue, draws, alpha, passed: pValue >= alpha };
}

/** p-value of the sum of products of neighbouring draws, which is normal of mean 0 for independent draws of this variance. */
function independence(values: Float64Array, variance: number): number {
	let sum = 0;
	for (let i = 1; i < values.length; i++) sum += values[i - 1]! * values[i]!;
	return chiSquareTail(sum ** 2 / (variance ** 2 * (values.length - 1)), 1);
}
