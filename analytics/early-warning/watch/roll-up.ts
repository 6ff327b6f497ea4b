import type { Regions } from '../panel.ts';
import type { Stand } from './stand.ts';
import { isTooSmall } from './watched-level.ts';

/** The nearest larger region that is watched and not too small itself; null when there is none. */
export function watchedBy(
	region: string,
	standings: ReadonlyMap<string, { readonly stand: Pick<Stand, 'detectable'> }>,
	regions: Regions
): string | null {
	for (let at = regions.parentOf(region); at !== null; at = regions.parentOf(at)) {
		const standing = standings.get(at);
		if (standing !== undefined && !isTooSmall(standing.stand)) return at;
	}
	return null;
}
