import { UNKNOWN } from '../../../../../analytics/contract/region-tree.ts';
import { shareFigure } from '$lib/format/event-risk.ts';
import { levelName } from '$lib/format/names.ts';
import { shownPercents } from '$lib/format/numbers.ts';
import { downloadsTexts } from '$lib/messages/downloads.ts';
import { eventsTexts } from '$lib/messages/events.ts';
import type { Lang } from '$lib/messages/index.ts';
import type { Published } from '$lib/server/db.ts';
import { aboutOf, shareNotes } from '$lib/server/download/about.ts';
import { chance, rounded } from '$lib/server/download/dataset.ts';
import type { Dataset, Row, Shape } from '$lib/server/download/dataset.ts';
import { download } from '$lib/server/download/handler.ts';
import { dimensions, named, regionKey, releaseRemarks, releaseSaid } from '$lib/server/download/shared.ts';
import { eventCells } from '$lib/server/queries/event-cells.ts';
import type { EventCell } from '$lib/server/queries/event-cells.ts';
import { indicators } from '$lib/server/queries/indicators.ts';
import type { Indicator } from '$lib/server/queries/indicators.ts';
import { region } from '$lib/server/queries/region.ts';
import { parseEvents } from '$lib/url.ts';
import { chooseEvent } from '../choose.ts';
import type { EventDefinition } from '../choose.ts';
import type { RequestHandler } from './$types';

const PERCENT = 2;
const ERROR = 3;

/** Risk after every life event in the chosen region, and after the chosen one in every region where it can be told. */
export const GET: RequestHandler = (event) => download(event, (db, lang) => eventsDataset(db, event.url, lang));

async function eventsDataset(db: Published, url: URL, lang: Lang): Promise<Dataset | null> {
	const { state, ignored } = parseEvents(url.searchParams);
	const choice = chooseEvent(await indicators(db), state, ignored);
	if (choice === undefined) return null;
	const { chosen, event, events } = choice;
	const place = await placeOf(db, chosen, state.gebied);
	const cells = await eventCells(db, {
		...{ spec: chosen.spec, period: chosen.period, indicator: chosen.id },
		...{ position: place, attribute: event.column }
	});
	const m = downloadsTexts(lang);
	const label = lang === 'en' ? chosen.label_en : chosen.label_nl;
	return {
		shape: shapeOf(lang),
		rows: cells.flatMap((cell) => rowOf(cell, chosen, events, lang)),
		about: aboutOf({
			name: ['levensgebeurtenissen', chosen.spec, chosen.id, event.id, chosen.period],
			title: `${m.titles.events(label)}, ${chosen.period}`,
			url,
			indicators: [chosen],
			own: [{ head: m.notes.reading, texts: [m.eventsText] }, ...shareNotes([chosen], lang)],
			lang
		})
	};
}

/** Position of the region that the address asks for, or of the country: the page tells of it where the region is not known. */
async function placeOf(db: Published, { tree }: Indicator, code: string | undefined): Promise<number> {
	if (tree === null || code === undefined) return 0;
	const found = code === UNKNOWN ? undefined : await region(db, code, tree);
	return found?.position ?? 0;
}

function shapeOf(lang: Lang): Shape {
	const { measures, units, columns } = downloadsTexts(lang);
	const percent = { unit: units.percent, decimals: PERCENT };
	const points = { unit: units.points, decimals: ERROR };
	const ratio = { unit: '', decimals: PERCENT };
	return {
		dimensions: [
			dimensions.indicator(lang),
			dimensions.period(lang),
			dimensions.region(lang),
			named('event', columns.event),
			named('months', columns.months)
		],
		measures: [
			{ id: 'share', label: measures.share, ...percent },
			{ id: 'lower', label: measures.lower, ...percent },
			{ id: 'upper', label: measures.upper, ...percent },
			{ id: 'comparison', label: measures.comparison, ...percent },
			{ id: 'comparison_lower', label: measures.comparisonLower, ...percent },
			{ id: 'comparison_upper', label: measures.comparisonUpper, ...percent },
			{ id: 'difference', label: measures.difference, ...points },
			{ id: 'difference_se', label: measures.differenceSe, ...points },
			{ id: 'ratio', label: measures.ratio, ...ratio },
			{ id: 'ratio_lower', label: measures.ratioLower, ...ratio },
			{ id: 'ratio_upper', label: measures.ratioUpper, ...ratio },
			{ id: 'p_higher', label: measures.pHigher, ...percent },
			{ id: 'standardised', label: measures.standardised, ...points },
			{ id: 'standardised_se', label: measures.standardisedSe, ...points }
		],
		remarks: [
			{ id: 'reliability', label: columns.reliability, isStatus: true },
			{ id: 'level', label: columns.level, isStatus: false },
			...releaseRemarks(lang)
		]
	};
}

function rowOf(cell: EventCell, chosen: Indicator, events: readonly EventDefinition[], lang: Lang): Row[] {
	const event = events.find(({ column }) => column === cell.attribute);
	if (event === undefined) return [];
	const after = shareFigure(cell.share, cell.share_se);
	const told = [after, shareFigure(cell.comparison, cell.comparison_se)].flatMap((figure) => {
		const shown = shownPercents(figure);
		return [shown?.share ?? null, shown?.lower ?? null, shown?.upper ?? null];
	});
	const points = (value: number | null) => (value === null ? null : rounded(value * 100, ERROR));
	return [
		{
			keys: [
				{ code: `${chosen.spec}.${chosen.id}`, name: lang === 'en' ? chosen.label_en : chosen.label_nl },
				{ code: chosen.period, name: chosen.period },
				regionKey(cell.region, cell.region_name, lang),
				{ code: event.id, name: event.label[lang] },
				{ code: cell.code, name: eventsTexts(lang).yearsLong[cell.code] ?? cell.code }
			],
			values: [
				...told,
				points(cell.difference),
				points(cell.difference_se),
				rounded(cell.ratio, PERCENT),
				rounded(cell.ratio_lower, PERCENT),
				rounded(cell.ratio_upper, PERCENT),
				chance(cell.p_higher),
				points(cell.standardised),
				points(cell.standardised_se)
			],
			remarks: [after.reliability, levelName(cell.level, lang), ...releaseSaid(chosen, lang)]
		}
	];
}
