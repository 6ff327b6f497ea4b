import { placeTitle } from '$lib/format/place-name.ts';
import { answer } from '$lib/server/answer.ts';
import { outreachView } from '$lib/server/outreach/view.ts';
import { pathOf } from '$lib/server/queries/region.ts';
import { href, regionHref } from '$lib/links.ts';
import { parseOutreach } from '$lib/url.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params, url }) =>
	answer(async (db) => {
		const lang = params.lang === 'en' ? 'en' : 'nl';
		const { state, ignored } = parseOutreach(url.searchParams);
		const view = await outreachView(db, { state, ignored, lang });
		if (view === null) return { view: null };
		const linked = <L extends { code: string; region: string }>(line: L) => ({
			...line,
			region: placeTitle({ code: line.code, name: line.region }, lang),
			href: regionHref(lang, line.code, view.linkTree)
		});
		/** The same plan for a region around this one; its own kinds of regions are others. */
		const around = (code: string) => href(lang, '/prioriteren', { ...stated(url), gebied: code, niveau: undefined });
		const { outcome, tree, ...rest } = view;
		const above = (await pathOf(db, tree, view.within.code)).slice(0, -1);
		const path = above.map((one) => ({ code: one.code, name: placeTitle(one, lang), href: around(one.code) }));
		if (typeof outcome === 'string') return { view: { ...rest, path, ignored, plan: null, reason: outcome } };
		const plan = { ...outcome, lines: outcome.lines.map(linked), drawn: outcome.drawn.map(linked) };
		return { view: { ...rest, path, ignored, plan, reason: null } };
	});

/** What the address says, a parameter each. */
const stated = (url: URL): Record<string, string> => Object.fromEntries(url.searchParams);
