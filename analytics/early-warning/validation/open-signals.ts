import { episodes, type Episode } from '../series/episodes.ts';
import { signalSets, type Beliefs } from '../series/judge.ts';
import { isTooSmall } from '../watch/watched-level.ts';

/** The open signals of a level as it is watched: series that are too small open none. [series][period - judgedFrom]. */
export function openSignals(beliefs: Beliefs): (Episode | null)[][] {
	const sets = signalSets(beliefs, (belief) => !isTooSmall(belief));
	return beliefs.map((row, i) => episodes(row, sets[i]!));
}
