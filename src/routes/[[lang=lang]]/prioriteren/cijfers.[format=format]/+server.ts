import { shownReach } from '$lib/format/reach.ts';
import { downloadsTexts } from '$lib/messages/downloads.ts';
import { outreachTexts } from '$lib/messages/outreach.ts';
import type { Lang } from '$lib/messages/index.ts';
import type { Published } from '$lib/server/db.ts';
import { aboutOf, letterNote } from '$lib/server/download/about.ts';
import { rounded } from '$lib/server/download/dataset.ts';
import type { Dataset, Dimension, Row, Shape } from '$lib/server/download/dataset.ts';
import { indicatorKey } from '$lib/server/download/figures.ts';
import { download } from '$lib/server/download/handler.ts';
import { dimensions, regionKey, releaseRemarks, releaseSaid } from '$lib/server/download/shared.ts';
import type { Line } from '$lib/server/outreach/named-plan.ts';
import { outreachView } from '$lib/server/outreach/view.ts';
import { indicators } from '$lib/server/queries/indicators.ts';
import type { Indicator } from '$lib/server/queries/indicators.ts';
import { namedApart } from '$lib/server/twins.ts';
import { parseOutreach } from '$lib/url.ts';
import { cijferOf } from '../../choose.ts';
import type { RequestHandler } from './$types';

/** Of hours; addresses and reach are whole. */
const DECIMALS = 1;

/** The plan that the page shows for the same address, line by line. */
export const GET: RequestHandler = (event) => download(event, (db, lang) => planDataset(db, event.url, lang));

async function planDataset(db: Published, url: URL, lang: Lang): Promise<Dataset | null> {
	const view = await outreachView(db, { ...parseOutreach(url.searchParams), lang });
	if (view === null || typeof view.outcome === 'string') return null;
	const { chosen, within, outcome } = view;
	const indicator = namedApart(await indicators(db)).find(
		(row) => cijferOf(row) === chosen.cijfer && row.period === chosen.period
	);
	if (indicator === undefined) return null;
	const m = downloadsTexts(lang);
	const { csv, caveat } = outreachTexts(lang);
	return {
		shape: shapeOf(lang),
		rows: [
			...outcome.lines.map((line) => rowOf(line, csv.plan, indicator, lang)),
			...outcome.drawn.map((line) => rowOf(line, csv.drawn, indicator, lang))
		],
		about: aboutOf({
			name: ['plan', within.code, chosen.period],
			title: `${m.titles.plan(within.name)}: ${chosen.label}, ${chosen.period}`,
			url,
			indicators: [indicator],
			own: [
				{ head: m.notes.reading, texts: [m.planText, caveat.use, caveat.shrunken, caveat.interval, caveat.same] },
				letterNote(lang)
			],
			lang
		})
	};
}

function shapeOf(lang: Lang): Shape {
	const { columns, measures } = downloadsTexts(lang);
	const plain = (id: string, label: string): Dimension => ({ id, label, role: null, coded: false });
	const measure = (id: string, label: string, decimals = 0) => ({ id, label, unit: '', decimals });
	return {
		dimensions: [
			plain('part', columns.part),
			dimensions.region(lang),
			plain('group', columns.group),
			plain('channel', columns.channel),
			dimensions.indicator(lang),
			dimensions.period(lang)
		],
		measures: [
			measure('contacts', measures.contacts),
			measure('hours', measures.hours, DECIMALS),
			measure('reach', measures.reach),
			measure('lower', measures.lower),
			measure('upper', measures.upper)
		],
		// Of the reach, which not all values of a row are about.
		remarks: [{ id: 'reliability', label: columns.reliability, isStatus: false }, ...releaseRemarks(lang)]
	};
}

function rowOf(line: Line, part: string, indicator: Indicator, lang: Lang): Row {
	const m = outreachTexts(lang);
	const { mean, lower, upper } = shownReach(line);
	const same = (text: string) => ({ code: text, name: text });
	return {
		keys: [
			same(part),
			regionKey(line.code, line.region, lang),
			same(line.group ?? m.everyone),
			same(m.channels[line.channel]),
			indicatorKey(indicator, lang),
			same(indicator.period)
		],
		values: [line.contacts, rounded(line.hours, DECIMALS), mean, lower, upper],
		remarks: [line.reliability, ...releaseSaid(indicator, lang)]
	};
}
