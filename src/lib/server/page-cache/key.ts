import type { RequestEvent } from '@sveltejs/kit';
import { parameters } from '../../url.ts';

/** Parameters that hold what somebody typed: there is no end to them, and their pages are cheap. */
const FREE = new Set(['q', 'zoek']);
const LONGEST = 400;

/**
 * Under what the answer to a request is kept; undefined for what is not. Only pages and their data are, and only at addresses
 * with parameters that some page reads, so that nobody fills the memory with one page under many names.
 */
export function keyOf({ request, url, route, isDataRequest }: RequestEvent): string | undefined {
	if (!isPage(route)) return undefined;
	if (!isAsLinked(url.pathname)) return undefined;
	for (const name of url.searchParams.keys()) if (!parameters.has(name) || FREE.has(name)) return undefined;
	// SvelteKit takes out of the address which parts of the data the browser still has.
	const had = isDataRequest ? (new URL(request.url).searchParams.get('x-sveltekit-invalidated') ?? '') : '';
	if (!/^[01]{0,8}$/.test(had)) return undefined;
	const query = new URLSearchParams(url.searchParams);
	query.sort();
	// A page may say at which address it stands, and who asks for it says what that is where ORIGIN does not.
	const key = `${isDataRequest ? `data ${had}` : 'page'} ${url.origin}${url.pathname}?${query.toString()}`;
	return key.length > LONGEST ? undefined : key;
}

/** Whether a route is of pages and their data, and not of files. */
export function isPage({ id }: RequestEvent['route']): boolean {
	return id !== null && id.startsWith('/[[lang=lang]]') && !id.split('/').at(-1)!.includes('.');
}

/** Whether a path is written as links write it: a letter can be written as its code, and a page then has many addresses. */
function isAsLinked(pathname: string): boolean {
	return pathname.split('/').every((part) => encodeURIComponent(decodeURIComponent(part)) === part);
}
