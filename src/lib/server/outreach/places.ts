import type { Published } from '../db.ts';
import { levels } from '../queries/levels.ts';
import { regionsBelow, regionsDownTo } from '../queries/regions-below.ts';
import type { RegionBelow } from '../queries/regions-below.ts';

/** A plan is not made over a level with more regions than this: wijken of a provincie, buurten of a gemeente. */
const MOST_REGIONS = 500;
/** More regions than this are not offered in one list. */
const MOST_CHOICES = 500;

/** Where a plan can be made, and the levels that it can choose among there. */
export interface Places {
	/** Regions to choose from, the largest levels first. */
	readonly choices: readonly { readonly code: string; readonly name: string; readonly level: string }[];
	readonly within: RegionBelow;
	/** By level: the regions of it that lie in `within`, which may be that region alone. */
	readonly byLevel: ReadonlyMap<string, readonly RegionBelow[]>;
}

export async function placesOf(db: Published, tree: string, wanted: string | undefined): Promise<Places | null> {
	const all = await levels(db, tree);
	const choices = await regionsDownTo(db, { tree, depth: deepest(all, MOST_CHOICES) });
	const root = choices[0];
	if (root === undefined) return null;
	// Below the root there is too much to list; below any other region there is little.
	const depth = wanted === undefined || wanted === root.code ? deepest(all, MOST_REGIONS) : Infinity;
	const below = await regionsBelow(db, { tree, code: wanted ?? root.code, depth: Math.min(depth, all.length) });
	const within = below[0];
	if (within === undefined) return null;
	const byLevel = Map.groupBy(below, ({ level }) => level);
	for (const [level, regions] of byLevel) if (regions.length > MOST_REGIONS) byLevel.delete(level);
	const listed = choices.some(({ code }) => code === within.code) ? choices : [...choices, within];
	return { choices: listed, within, byLevel };
}

/** Depth down to which no level has more regions than `most`. */
function deepest(all: readonly { depth: number; regions: number }[], most: number): number {
	const over = all.findIndex(({ regions }) => regions > most);
	return Math.max(0, (over === -1 ? all.length : over) - 1);
}
