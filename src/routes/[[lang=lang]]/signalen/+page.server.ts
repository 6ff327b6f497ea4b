import { noticesOf } from '$lib/format/names.ts';
import { placeTitle } from '$lib/format/place-name.ts';
import { answer } from '$lib/server/answer.ts';
import { historyNotes } from '$lib/server/history-notes.ts';
import { signalFigures } from '$lib/server/queries/signal-figures.ts';
import { baselineRises, openSignals, supplyBreaks, tooSmall, watchedLevels } from '$lib/server/queries/watch.ts';
import { cijferOf, optionsOf } from '../choose.ts';
import { askedOf } from './asked.server.ts';
import { together } from './breaks.server.ts';
import { coursesOf } from './course.server.ts';
import { sourcesOf } from './sources.server.ts';
import { teller } from './told.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params, url }) =>
	answer(async (db) => {
		const lang = params.lang === 'en' ? 'en' : 'nl';
		const asked = await askedOf(db, url.searchParams);
		if (asked === null) return { view: null };
		const { ignored, rows, chosen, periods, regions, releases, question } = asked;
		const { labelOf, nameOf, link, tell, figureOf } = teller(asked, lang);
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
		const [figures, courseOf] = await Promise.all([signalFigures(db, open), coursesOf(db, rows, open)]);
		return {
			view: {
				ignored,
				notices: noticesOf(releases, lang),
				history,
				indicators: optionsOf(rows, lang),
				chosen: chosen && { cijfer: cijferOf(chosen), label: labelOf(chosen), period: chosen.period },
				periods,
				...regions,
				around: regions.around.map((one) => ({ ...one, name: placeTitle(one, lang) })),
				open: open.map((row) => ({ ...tell(row), figure: figureOf(row, figures), course: courseOf(row) })),
				supply: supply.map(tell),
				baseline,
				breaks: together(breaks, nameOf, lang),
				watched,
				sources: sourcesOf(asked, [...open, ...supply], lang),
				tooSmall: small.map((row) => ({
					...row,
					watched_by_name:
						row.watched_by === null || row.watched_by_name === null
							? null
							: placeTitle({ code: row.watched_by, name: row.watched_by_name }, lang),
					href: link(row.region, row.tree),
					watchedHref: row.watched_by === null ? null : link(row.watched_by, row.tree)
				}))
			}
		};
	});
