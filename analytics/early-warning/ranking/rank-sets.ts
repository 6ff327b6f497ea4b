import { holm } from '../statistics/fdr.ts';
import { normalCdf, normalQuantile } from '../statistics/normal.ts';
import type { Values } from './expected-ranks.ts';

/**
 * Confidence set of the place of one region, 1 being the highest: regions that are surely higher come before it, regions that
 * are surely lower come after. "Surely" is by Holm's test of all its differences, both ways, so that the true place lies in the
 * set with probability 1 - alpha at least (Mogstad, Romano, Shaikh & Wilhelm, Review of Economic Studies 91, 2024, without their
 * bootstrap: the same answer each time, and a place or two wider at most).
 */
export function rankSet({ mean, se }: Values, i: number, alpha: number): { best: number; worst: number } {
	const others = mean.length - 1;
	// Each difference is tested both ways, so there are two tests of each; none that is nearer than this is ever rejected.
	const nearest = -normalQuantile(alpha / (others + 1));
	const far: number[] = [];
	for (let j = 0; j <= others; j++) {
		const z = (mean[j]! - mean[i]!) / Math.hypot(se[i]!, se[j]!);
		if (j !== i && Math.abs(z) >= nearest) far.push(z);
	}
	const sure = holm(
		far.map((z) => normalCdf(-Math.abs(z))),
		alpha,
		2 * others
	);
	const above = far.filter((z, k) => sure[k]! && z > 0).length;
	const below = far.filter((z, k) => sure[k]! && z < 0).length;
	return { best: 1 + above, worst: others + 1 - below };
}
