import { answer } from '$lib/server/answer.ts';
import { limitSearches } from '$lib/server/limit.ts';
import { SEARCH_LIMIT, searchPages } from '$lib/server/search.ts';
import { parseSearch } from '$lib/url.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	answer(async () => {
		const q = parseSearch(event.url.searchParams).state.q ?? '';
		if (q === '') return { q, results: [], more: false };
		await limitSearches(event);
		const found = await searchPages(q, event.params.lang === 'en' ? 'en' : 'nl', SEARCH_LIMIT + 1);
		return { q, results: found.slice(0, SEARCH_LIMIT), more: found.length > SEARCH_LIMIT };
	});
