import { answer } from '$lib/server/answer.ts';
import { indicators } from '$lib/server/queries/indicators.ts';
import { SEARCH_LIMIT, search } from '$lib/server/queries/search.ts';
import { regionHref } from '$lib/links.ts';
import { parseSearch } from '$lib/url.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params, url }) =>
	answer(async (db) => {
		const lang = params.lang === 'en' ? 'en' : 'nl';
		const { state } = parseSearch(url.searchParams);
		const q = state.q ?? '';
		if (q === '') return { q, results: [], more: false };
		const [found, published] = await Promise.all([search(db, q), indicators(db)]);
		return {
			q,
			results: found.slice(0, SEARCH_LIMIT).map((row) => ({
				...row,
				href: regionHref(lang, row.code, published[0]?.tree === row.tree ? undefined : row.tree)
			})),
			more: found.length > SEARCH_LIMIT
		};
	});
