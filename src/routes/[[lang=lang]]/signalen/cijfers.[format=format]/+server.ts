import { levelName } from '$lib/format/names.ts';
import { shownRise } from '$lib/format/rise.ts';
import { downloadsTexts } from '$lib/messages/downloads.ts';
import type { Lang } from '$lib/messages/index.ts';
import { watchTexts } from '$lib/messages/watch.ts';
import type { Published } from '$lib/server/db.ts';
import { shownPercents } from '$lib/format/numbers.ts';
import { aboutOf, letterNote } from '$lib/server/download/about.ts';
import { chance } from '$lib/server/download/dataset.ts';
import type { Dataset, Row, Shape } from '$lib/server/download/dataset.ts';
import { groupKey, indicatorKey } from '$lib/server/download/figures.ts';
import { download } from '$lib/server/download/handler.ts';
import { dimensions, regionKey, releaseRemarks, releaseSaid } from '$lib/server/download/shared.ts';
import { signalFigures, signalledKey } from '$lib/server/queries/signal-figures.ts';
import type { SignalFigures } from '$lib/server/queries/signal-figures.ts';
import { openSignals } from '$lib/server/queries/watch.ts';
import type { OpenSignal } from '$lib/server/queries/watch.ts';
import { askedOf } from '../asked.server.ts';
import type { Indicator } from '$lib/server/queries/indicators.ts';
import type { RequestHandler } from './$types';

/** A file lists more than a page does. */
const MOST = 10_000;
/** The size of a rise and its intervals, rounded as on the page. */
const SIZES = ['rise', 'lower80', 'upper80', 'lower95', 'upper95'] as const;

/** Open signals and those suspected to come from supply, by the choices of the page. */
export const GET: RequestHandler = (event) => download(event, (db, lang) => signalsDataset(db, event.url, lang));

async function signalsDataset(db: Published, url: URL, lang: Lang): Promise<Dataset | null> {
	const asked = await askedOf(db, url.searchParams);
	if (asked === null) return null;
	const { rows, chosen, question } = asked;
	const found = await Promise.all([
		openSignals(db, 'signal', question, MOST),
		openSignals(db, 'supply', question, MOST)
	]);
	const figures = await signalFigures(db, found.flat());
	const of = rows.filter(({ release }) => question.releases.includes(release));
	const m = downloadsTexts(lang);
	return {
		shape: shapeOf(lang),
		rows: [
			...found[0].flatMap((row) => rowOf(row, 'signal', { of, figures }, lang)),
			...found[1].flatMap((row) => rowOf(row, 'supply', { of, figures }, lang))
		],
		about: aboutOf({
			name: ['signalen', ...(chosen === null ? [] : [chosen.spec, chosen.id, chosen.period])],
			title: m.titles.signals,
			url,
			indicators: chosen === null ? of : [chosen],
			own: [
				{ head: m.notes.reading, texts: [m.signalsText] },
				{ head: m.notes.probability, texts: [m.probabilityText] },
				letterNote(lang)
			],
			lang
		})
	};
}

function shapeOf(lang: Lang): Shape {
	const { measures, units, columns } = downloadsTexts(lang);
	const percent = { unit: units.percent, decimals: 2 };
	const size = { unit: units.percent, decimals: 0 };
	const remark = (id: 'state' | 'against' | 'opened' | 'onset' | 'level') => ({
		id,
		label: columns[id],
		isStatus: false
	});
	return {
		dimensions: [dimensions.indicator(lang), dimensions.period(lang), dimensions.region(lang), dimensions.group(lang)],
		measures: [
			{ id: 'rise', label: measures.rise, ...size },
			{ id: 'lower80', label: measures.riseLower80, ...size },
			{ id: 'upper80', label: measures.riseUpper80, ...size },
			{ id: 'lower95', label: measures.riseLower95, ...size },
			{ id: 'upper95', label: measures.riseUpper95, ...size },
			{ id: 'p_event', label: measures.pEvent, ...percent },
			{ id: 'share', label: measures.share, ...percent },
			{ id: 'lower', label: measures.shareLower, ...percent },
			{ id: 'upper', label: measures.shareUpper, ...percent }
		],
		remarks: [
			// Of the share, which not all values of a row are about.
			{ id: 'reliability', label: columns.reliability, isStatus: false },
			...(['state', 'against', 'opened', 'onset'] as const).map(remark),
			{ id: 'explained_by', label: columns.explainedBy, isStatus: false },
			remark('level'),
			...releaseRemarks(lang)
		]
	};
}

function rowOf(
	row: OpenSignal,
	state: 'signal' | 'supply',
	{ of, figures }: { of: readonly Indicator[]; figures: SignalFigures },
	lang: Lang
): Row[] {
	const indicator = of.find((one) => one.spec === row.spec && one.period === row.period && one.id === row.indicator);
	if (indicator === undefined) return [];
	const { rise, rise_sd: sd } = row;
	const shown = rise === null || sd === null ? null : shownRise({ rise, rise_sd: sd });
	const figure = figures.get(signalledKey(row));
	const itself = figure === undefined ? null : shownPercents(figure);
	const m = watchTexts(lang);
	return [
		{
			keys: [
				indicatorKey(indicator, lang),
				{ code: row.period, name: row.period },
				regionKey(row.region, row.region_name, lang),
				groupKey(indicator, row, lang)
			],
			values: [
				...SIZES.map((size) => shown?.[size] ?? null),
				chance(row.p_event),
				...(['share', 'lower', 'upper'] as const).map((name) => itself?.[name] ?? null)
			],
			remarks: [
				figure?.reliability ?? 'X',
				m.states[state],
				downloadsTexts(lang).against[row.against],
				row.opened ?? '',
				row.onset ?? '',
				regionKey(row.explained_by ?? '', row.explained_by_name ?? '', lang).name,
				levelName(row.level, lang),
				...releaseSaid(indicator, lang)
			]
		}
	];
}
