import type { Published } from '../db.ts';
import type { Indicator } from '../queries/indicators.ts';
import { currentRelease } from '../queries/release.ts';
import { releaseFiguresOf } from '../queries/release-figures.ts';

/** Figures that are read from the database at once. */
const BATCH = 1_000;

/** Regions of one level, by their positions in the tree; without regions the whole domain alone, and no level. */
export interface Level {
	readonly level: string | null;
	readonly first: number;
	readonly last: number;
}

interface Asked extends Level {
	/** Any indicator of the release. */
	readonly of: Indicator;
	/** Only this indicator, for all units together; undefined for every indicator and group. */
	readonly indicator?: string;
	/** Figures of one region. */
	readonly perRegion: number;
}

/**
 * Figures of one level of a release, some at a time, so that a long file takes little memory and other visitors do not wait
 * for it. A release that is replaced meanwhile breaks it off: half of one release is worse than none.
 */
export async function* inParts(db: Published, { of, perRegion, first, last, ...which }: Asked) {
	const step = Math.max(1, Math.floor(BATCH / perRegion));
	for (let from = first; from <= last; from += step) {
		const to = Math.min(last, from + step - 1);
		yield await releaseFiguresOf(db, { ...which, release: of.release, first: from, last: to });
	}
	const current = await currentRelease(db, of);
	if (current?.id !== of.release) throw new Error('the release was replaced while it was read');
}
