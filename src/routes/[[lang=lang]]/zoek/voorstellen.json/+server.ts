import { json } from '@sveltejs/kit';
import { otherName, whereIs, type Suggestion } from '$lib/format/found.ts';
import { answer } from '$lib/server/answer.ts';
import { limitSearches } from '$lib/server/limit.ts';
import { searchPages } from '$lib/server/search.ts';
import { parseSearch } from '$lib/url.ts';
import type { RequestHandler } from './$types';

const MOST = 8;
/** Trees of other years hold the same regions: enough of them are looked at for eight different ones. */
const LOOKED_AT = 50;

/** Regions that somebody who types may mean: at most eight, the likeliest first. */
export const GET: RequestHandler = (event) =>
	answer(async () => {
		const lang = event.params.lang === 'en' ? 'en' : 'nl';
		const q = parseSearch(event.url.searchParams).state.q ?? '';
		await limitSearches(event);
		const found = q === '' ? [] : await searchPages(q, lang, LOOKED_AT);
		const once = new Map<string, (typeof found)[number]>();
		// The page of a region in the main tree is the one without a tree in its address.
		for (const row of found) if (!once.has(row.code) || !row.href.includes('?')) once.set(row.code, row);
		const suggestions: Suggestion[] = [...once.values()].slice(0, MOST).map((row) => ({
			name: row.name,
			href: row.href,
			where: whereIs(row, lang),
			other: row.other === null ? null : otherName(row.other, row.name, lang)
		}));
		return json(suggestions, { headers: { 'Cache-Control': 'public, max-age=300' } });
	});
