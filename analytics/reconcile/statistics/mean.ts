import { centreOf, type Amount } from '../../contract/domain.ts';
import { reliabilityOf } from '../../contract/figure.ts';
import { clipped, type Ratio } from '../share.ts';
import { NOT_SAID, type Said } from './statistic.ts';

/**
 * The mean of an amount, from the sum of differences from its centre per unit. Its interval is clipped to the amount's
 * bounds for display; its value is not.
 */
export function meanOf(difference: Ratio | null, amount: Amount): Said {
	if (difference === null) return NOT_SAID;
	const centre = centreOf(amount);
	const { ratio, se, lower, upper } = difference;
	return {
		value: centre + ratio,
		se,
		lower: clipped(centre + lower, amount.from, amount.to),
		upper: clipped(centre + upper, amount.from, amount.to),
		reliability: reliabilityOf(centre + ratio, se)
	};
}
