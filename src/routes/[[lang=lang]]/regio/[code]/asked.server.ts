import { error } from '@sveltejs/kit';
import { UNKNOWN } from '../../../../../analytics/contract/region-tree.ts';
import type { Published } from '$lib/server/db.ts';
import { region } from '$lib/server/queries/region.ts';

/** No text of the database holds a null character: asking for one would be a fault there. */
const isCode = (text: string) => text !== UNKNOWN && !text.includes('\0');

/** The region that an address names; a code that no tree holds is answered by the page that says so. */
export async function regionAsked(db: Published, code: string, tree: string | undefined) {
	const found = isCode(code) ? await region(db, code, tree) : undefined;
	if (found === undefined) error(404, { message: 'unknown region', kind: 'unknown-region' });
	return found;
}
