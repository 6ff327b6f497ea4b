import { noticesOf } from '$lib/format/names.ts';
import { regionHref } from '$lib/links.ts';
import { answer } from '$lib/server/answer.ts';
import { historyNotes } from '$lib/server/history-notes.ts';
import { indicators } from '$lib/server/queries/indicators.ts';
import type { Indicator } from '$lib/server/queries/indicators.ts';
import { regionSpans } from '$lib/server/queries/region-spans.ts';
import { baselineRises, openSignals, supplyBreaks, tooSmall, watchedLevels } from '$lib/server/queries/watch.ts';
import type { OpenSignal } from '$lib/server/queries/watch.ts';
import { parseSignals } from '$lib/url.ts';
import { cijferOf, optionsOf } from '../choose.ts';
import { together } from './breaks.server.ts';
import { chooseFigure, chooseRegions, groupOf } from './choices.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params, url }) =>
	answer(async (db) => {
		const lang = params.lang === 'en' ? 'en' : 'nl';
		const { state, ignored } = parseSignals(url.searchParams);
		const all = await indicators(db);
		const rows = all.filter((row) => row.tree !== null);
		const { chosen, periods, releases: latest } = chooseFigure(rows, state, ignored);
		const tree = chosen?.tree ?? rows[0]?.tree;
		if (tree == null) return { view: null };
		const { deepest, ...regions } = await chooseRegions(db, tree, state, ignored);
		// Within a region only what is told on the same tree.
		const releases = regions.within === undefined ? latest : latest.filter((row) => row.tree === tree);
		const question = {
			releases: releases.map(({ release }) => release),
			indicator: chosen?.id,
			level: regions.level,
			within: regions.within && (await regionSpans(db, { tree, code: regions.within.code, deepest }))
		};
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
		const nameOf = (spec: string, id: string) => labelOf(rows.find((row) => row.spec === spec && row.id === id) ?? id);
		const labelOf = (row: Indicator | string) =>
			typeof row === 'string' ? row : lang === 'en' ? row.label_en : row.label_nl;
		const link = (code: string, of: string | null) =>
			regionHref(lang, code, of === null || of === all[0]?.tree ? undefined : of);
		const told = (row: OpenSignal) => ({
			...row,
			label: nameOf(row.spec, row.indicator),
			group: groupOf(
				rows.find((one) => one.spec === row.spec && one.period === row.period && one.id === row.indicator),
				row.attribute,
				row.code,
				lang
			),
			href: link(row.region, row.tree),
			explainedHref: row.explained_by === null ? null : link(row.explained_by, row.tree)
		});
		return {
			view: {
				ignored,
				notices: noticesOf(releases, lang),
				history,
				indicators: optionsOf(rows, lang),
				chosen: chosen && { cijfer: cijferOf(chosen), label: labelOf(chosen), period: chosen.period },
				periods,
				...regions,
				open: open.map(told),
				supply: supply.map(told),
				baseline,
				breaks: together(breaks, (row) => nameOf(row.spec, row.indicator), lang),
				watched,
				tooSmall: small.map((row) => ({
					...row,
					href: link(row.region, row.tree),
					watchedHref: row.watched_by === null ? null : link(row.watched_by, row.tree)
				}))
			}
		};
	});
