import { error, redirect } from '@sveltejs/kit';
import { former } from '../../../../../analytics/contract/former-municipalities.ts';
import { UNKNOWN } from '../../../../../analytics/contract/region-tree.ts';
import { href, regionHref } from '$lib/links.ts';
import type { Lang } from '$lib/messages/index.ts';
import type { Published } from '$lib/server/db.ts';
import { region } from '$lib/server/queries/region.ts';

/** No text of the database holds a null character: asking for one would be a fault there. */
const isCode = (text: string) => text !== UNKNOWN && !text.includes('\0');

/** The region that an address names; a code that no tree holds is answered by the page that says so. */
export async function regionAsked(db: Published, code: string, tree: string | undefined) {
	const found = await regionOf(db, code, tree);
	if (found === undefined) error(404, { message: 'unknown region', kind: 'unknown-region' });
	return found;
}

/** As `regionAsked`, for people: small letters are no other code, and a municipality that is no more leads to a search for it. */
export async function regionToShow(db: Published, code: string, tree: string | undefined, lang: Lang) {
	const capitals = code.toUpperCase();
	if (capitals !== code && (await regionOf(db, capitals, tree)) !== undefined)
		redirect(308, regionHref(lang, capitals, tree));
	const was = former.find((one) => one.code === capitals);
	if (was !== undefined && (await regionOf(db, code, tree)) === undefined)
		redirect(307, href(lang, '/zoek', { q: was.name }));
	return regionAsked(db, code, tree);
}

async function regionOf(db: Published, code: string, tree: string | undefined) {
	return isCode(code) ? region(db, code, tree) : undefined;
}
