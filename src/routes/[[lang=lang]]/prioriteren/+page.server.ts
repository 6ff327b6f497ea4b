import { answer } from '$lib/server/answer.ts';
import { outreachView } from '$lib/server/outreach/view.ts';
import { regionHref } from '$lib/links.ts';
import { parseOutreach } from '$lib/url.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params, url }) =>
	answer(async (db) => {
		const lang = params.lang === 'en' ? 'en' : 'nl';
		const { state, ignored } = parseOutreach(url.searchParams);
		const view = await outreachView(db, { state, ignored, lang });
		if (view === null) return { view: null };
		const linked = <L extends { code: string }>(line: L) => ({
			...line,
			href: regionHref(lang, line.code, view.linkTree)
		});
		const { outcome, ...rest } = view;
		if (typeof outcome === 'string') return { view: { ...rest, ignored, plan: null, reason: outcome } };
		const plan = { ...outcome, lines: outcome.lines.map(linked), drawn: outcome.drawn.map(linked) };
		return { view: { ...rest, ignored, plan, reason: null } };
	});
