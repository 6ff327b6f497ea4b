import { episodes, type Episode } from '../series/episodes.ts';
import { signalSets } from '../series/judge.ts';
import type { Stand } from '../watch/stand.ts';
import { isTooSmall } from '../watch/watched-level.ts';

/** The open signals of a level as it is watched: series that are too small open none. [series][period - judgedFrom]. */
export function openSignals(
	beliefs: readonly (readonly (Pick<Stand, 'lfdr' | 'onset' | 'detectable'> | null)[])[]
): (Episode | null)[][] {
	const sets = signalSets(beliefs, (belief) => !isTooSmall(belief));
	return beliefs.map((row, i) => episodes(row, sets[i]!));
}
