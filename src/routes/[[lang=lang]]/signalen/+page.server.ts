import { noticesOf } from '$lib/format/names.ts';
import { answer } from '$lib/server/answer.ts';
import { historyNotes } from '$lib/server/history-notes.ts';
import { baselineRises, openSignals, supplyBreaks, tooSmall, watchedLevels } from '$lib/server/queries/watch.ts';
import { cijferOf, optionsOf } from '../choose.ts';
import { askedOf } from './asked.server.ts';
import { together } from './breaks.server.ts';
import { teller } from './told.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params, url }) =>
	answer(async (db) => {
		const lang = params.lang === 'en' ? 'en' : 'nl';
		const asked = await askedOf(db, url.searchParams);
		if (asked === null) return { view: null };
		const { ignored, rows, chosen, periods, regions, releases, question } = asked;
		const { labelOf, nameOf, link, tell } = teller(asked, lang);
		const single = chosen === null ? null : { ...question, indicator: chosen.id };
		const [open, supply, baseline, breaks, watched, small, history] = await Promise.all([
			openSignals(db, 'signal', question),
			openSignals(db, 'supply', question),
			baselineRises(db, question),
			supplyBreaks(db, {
				specs: releases.map(({ spec }) => spec),
				...(chosen === null ? {} : { indicator: chosen.id })
			}),
			single === null ? [] : watchedLevels(db, single),
			single === null ? [] : tooSmall(db, single),
			historyNotes(db, releases, lang)
		]);
		return {
			view: {
				ignored,
				notices: noticesOf(releases, lang),
				history,
				indicators: optionsOf(rows, lang),
				chosen: chosen && { cijfer: cijferOf(chosen), label: labelOf(chosen), period: chosen.period },
				periods,
				...regions,
				open: open.map(tell),
				supply: supply.map(tell),
				baseline,
				breaks: together(breaks, nameOf, lang),
				watched,
				tooSmall: small.map((row) => ({
					...row,
					href: link(row.region, row.tree),
					watchedHref: row.watched_by === null ? null : link(row.watched_by, row.tree)
				}))
			}
		};
	});
