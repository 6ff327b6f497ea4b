import { foundIn } from '../format/found.ts';
import { regionHref } from '../links.ts';
import type { Lang } from '../messages/index.ts';
import { database, type Published } from './db.ts';
import { publicationNow } from './publication.ts';
import { regionIndex, type Found } from './region-index.ts';

export const SEARCH_LIMIT = 50;

const current = async (db: () => Published) => regionIndex(db, await publicationNow());

/** Regions of one tree or all that a text may mean, the likeliest first; see `RegionIndex.search`. */
export async function search(db: Published, text: string, tree?: string, most = SEARCH_LIMIT + 1): Promise<Found[]> {
	return (await current(() => db)).search(text, tree, most);
}

/** The same in all trees, with the address of each page; also while the database does not answer, once it has. */
export async function searchPages(text: string, lang: Lang, most: number): Promise<(Found & { href: string })[]> {
	const index = await current(database);
	return index.search(text, undefined, most).map((found) => ({
		...foundIn(found, lang),
		href: regionHref(lang, found.code, found.tree === index.mainTree ? undefined : found.tree)
	}));
}
