import { discreteGaussian } from '../discrete-gaussian/discrete-gaussian.ts';
import type { Entropy } from '../entropy.ts';
import { Rational } from '../rational.ts';

/** A deliberately wrong noise, which an audit that works must fail. */
export interface PlantedFault {
	readonly name: string;
	readonly sample: (entropy: Entropy) => number;
}

/** Faults of a noisy count that claims discrete Gaussian noise of sigma2 for contribution D. */
export function plantedFaults(sigma2: Rational): PlantedFault[] {
	const right = discreteGaussian(sigma2);
	const narrow = discreteGaussian(sigma2.mul(Rational.of(3, 4)));
	const halved = discreteGaussian(sigma2.div(Rational.of(4)));
	let kept: number | null = null;
	return [
		{ name: 'no noise', sample: () => 0 },
		{ name: 'one draw for every release', sample: (entropy) => (kept ??= right.sample(entropy)) },
		{ name: 'noise without its sign', sample: (entropy) => Math.abs(right.sample(entropy)) },
		{ name: 'a quarter of the variance missing', sample: narrow.sample },
		{ name: 'half the standard deviation: the contribution counted once of twice', sample: halved.sample }
	];
}
