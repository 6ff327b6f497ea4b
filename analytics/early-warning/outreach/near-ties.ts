import { topProbabilities } from '../ranking/top.ts';
import { addressesOf } from './target.ts';
import type { Target } from './target.ts';

/** Probability of belonging to the chosen ones between which nobody can tell. */
const UNCLEAR = [0.3, 0.7] as const;
/** Standard errors within which a share may lie. */
const REACH = 4;
/** Of more targets only those whose share may be highest are weighed: the time grows with their number. */
const MOST_WEIGHED = 1_000;

/**
 * The targets of which figures cannot tell whether they belong to the `top` with the highest shares: probability .3 to .7.
 * Targets that certainly fall outside are not weighed.
 */
export function nearTies(targets: readonly Target[], top: number): Target[] {
	const known = targets.filter((target) => target.se > 0 && addressesOf(target) > 0);
	if (top <= 0 || top >= known.length) return [];
	const lowest = known.map(({ share, se }) => share - REACH * se).sort((a, b) => b - a)[top - 1]!;
	const highest = ({ share, se }: Target) => share + REACH * se;
	const close = known
		.filter((target) => highest(target) >= lowest)
		.sort((a, b) => highest(b) - highest(a))
		.slice(0, MOST_WEIGHED);
	const inTop = topProbabilities(
		{ mean: Float64Array.from(close, ({ share }) => share), se: Float64Array.from(close, ({ se }) => se) },
		top
	);
	return close.filter((_, t) => inTop[t]! >= UNCLEAR[0] && inTop[t]! <= UNCLEAR[1]);
}
