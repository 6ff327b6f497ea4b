import type { Published } from '$lib/server/db.ts';
import type { Level } from '$lib/server/download/in-parts.ts';
import { levels } from '$lib/server/queries/levels.ts';
import { hasFigureAt } from '$lib/server/queries/release-figures.ts';

/** Name of the file of a release without regions. */
const EVERYONE = 'totaal';

/** The levels of which a release has figures, the largest regions first, each with the name of its file. */
export async function levelsOf(
	db: Published,
	{ release, tree }: { readonly release: number; readonly tree: string | null }
): Promise<(Level & { readonly slug: string })[]> {
	if (tree === null) return [{ slug: EVERYONE, level: null, first: 0, last: 0 }];
	const all = await levels(db, tree);
	const has = await Promise.all(all.map(({ first }) => hasFigureAt(db, release, first)));
	return all.filter((_, i) => has[i]).map(({ level, first, last }) => ({ slug: level, level, first, last }));
}
