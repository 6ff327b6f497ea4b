import { discreteGaussian } from '../../../../analytics/privacy/discrete-gaussian/discrete-gaussian.ts';
import { osEntropy } from '../../../../analytics/privacy/entropy.ts';
import { Rational } from '../../../../analytics/privacy/rational.ts';

/** What comes out of an invented street, and whether the visitor's household was counted. */
export interface Street {
	draw(): { published: number; counted: boolean };
	/** How often the best way of guessing is right in so many draws. */
	guessRight(times: number): number;
}

/**
 * A street of so many households with debts besides the visitor's, published with the noise of a real table: by the sampler that
 * releases use, from the random generator of the visitor's own machine.
 * @param sigma2 variance of the noise, an exact fraction n/d
 */
export function streetOf(others: number, sigma2: string): Street {
	const entropy = osEntropy();
	const noise = discreteGaussian(Rational.parse(sigma2));
	const draw = () => {
		const counted = entropy.bernoulli(1, 2);
		return { published: others + (counted ? 1 : 0) + noise.sample(entropy), counted };
	};
	return {
		draw,
		guessRight(times) {
			let right = 0;
			// A number above that of the others is likelier with the household than without, any other is not.
			for (let i = 0; i < times; i++) {
				const { published, counted } = draw();
				if (published > others === counted) right += 1;
			}
			return right;
		}
	};
}
