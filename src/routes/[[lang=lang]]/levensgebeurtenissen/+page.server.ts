import { definitions } from '../../../../analytics/contract/catalogue.ts';
import { UNKNOWN } from '../../../../analytics/contract/region-tree.ts';
import { shareFigure, shareWords } from '$lib/format/event-risk.ts';
import { noticesOf } from '$lib/format/names.ts';
import { releaseOf } from '$lib/format/release.ts';
import { sourceOf } from '$lib/format/source.ts';
import { placeName, placeTitle } from '$lib/format/place-name.ts';
import { href } from '$lib/links.ts';
import { eventsTexts } from '$lib/messages/events.ts';
import type { Lang } from '$lib/messages/index.ts';
import { answer } from '$lib/server/answer.ts';
import type { Published } from '$lib/server/db.ts';
import { inflowAfter, isOpposite, type Inflow } from '$lib/server/inflow-after.ts';
import { eventRegions, eventRisks, eventStudy } from '$lib/server/queries/events.ts';
import type { EventRisk } from '$lib/server/queries/events.ts';
import { indicators, type Indicator } from '$lib/server/queries/indicators.ts';
import { pathOf, region } from '$lib/server/queries/region.ts';
import { rootName } from '$lib/server/queries/root-name.ts';
import { rendererFor } from '$lib/server/render-chart.ts';
import { twinView } from '$lib/server/twin-view.ts';
import { parseEvents, type EventState } from '$lib/url.ts';
import { chooseEvent, cijferOf, missingEvents, type EventDefinition } from './choose.ts';
import { regionsView } from './regions.server.ts';
import { riskView } from './risk.server.ts';
import { studyView } from './study.server.ts';
import type { PageServerLoad } from './$types';

/** The months since an event that regions and events are listed by. */
const FIRST_YEAR = '0-11';

export const load: PageServerLoad = ({ params, url, isDataRequest }) =>
	answer(async (db) => {
		const lang = params.lang === 'en' ? 'en' : 'nl';
		const render = rendererFor({ isDataRequest });
		const { state, ignored } = parseEvents(url.searchParams);
		const notMeasurable = definitions.notMeasurable.map(({ id, label, reason }) => ({
			id,
			label: label[lang],
			reason: reason[lang]
		}));
		const rows = await indicators(db);
		const choice = chooseEvent(rows, state, ignored);
		if (choice === undefined) return { view: null, notMeasurable };
		const { chosen, event } = choice;
		const named = <One extends { code: string; name: string }>(one: One) => ({ ...one, name: placeName(one, lang) });
		const asked = await placeOf(db, chosen, state, ignored);
		const place = { ...named(asked), root: named(asked.root) };
		const question = { spec: chosen.spec, period: chosen.period, indicator: chosen.id };
		const [risks, inflow, listed, study] = await Promise.all([
			eventRisks(db, { ...question, region: place.code }),
			eventRisks(db, { ...question, indicator: `${chosen.id}-inflow`, region: place.code }),
			eventRegions(db, { ...question, attribute: event.column, code: FIRST_YEAR }),
			studyOf(db, { ...question, event: event.column }, place)
		]);
		const own = risks.filter((row) => row.attribute === event.column);
		const soon = own.find(({ code }) => code === FIRST_YEAR);
		const link = (other: { readonly [K in keyof EventState]?: string | undefined }) =>
			href(lang, '/levensgebeurtenissen', { ...addressOf(choice, place), ...other });
		return {
			notMeasurable,
			view: {
				ignored,
				notices: noticesOf([chosen], lang),
				chosen: {
					cijfer: cijferOf(chosen),
					label: labelOf(chosen, lang),
					period: chosen.period,
					release: releaseOf(chosen),
					definition: chosen.definition,
					/** Where the figures come from, in words. */
					said: sourceOf(chosen, lang)
				},
				periods: choice.periods,
				indicators: optionsOf(choice.indicators, lang),
				events: choice.events.map(({ id, label }) => ({ id, label: label[lang] })),
				/** Events that can be measured, and that this figure does not tell. */
				missing: missingEvents(rows, chosen).map(({ event: { id, label }, elsewhere }) => ({
					id,
					label: label[lang],
					href:
						elsewhere === null
							? null
							: href(lang, '/levensgebeurtenissen', { gebeurtenis: id, cijfer: cijferOf(elsewhere) })
				})),
				twin: twinView(rows, chosen, lang),
				event: toldEvent(event, lang),
				region: place,
				path: (await pathTo(db, chosen, place, (gebied) => link({ gebied }))).map((one) => ({
					...one,
					name: placeTitle(one, lang)
				})),
				risk: riskView(own, lang, render),
				inflow: inflowView(inflowAfter(inflow.filter((row) => row.attribute === event.column)), soon, lang),
				study: study === null ? null : { region: study.region, ...studyView(study.rows, soon, lang, render)! },
				regions: regionsView(listed, { state, ignored, link }),
				all: risks
					.filter(({ code }) => code === FIRST_YEAR)
					.flatMap(({ attribute, share, share_se }) => {
						const other = choice.events.find(({ column }) => column === attribute);
						if (other === undefined) return [];
						const to = link({ gebeurtenis: other.id });
						return [{ code: other.id, name: other.label[lang], href: to, ...shareFigure(share, share_se) }];
					})
					.toSorted((a, b) => b.share - a.share)
			}
		};
	});

interface Place {
	readonly code: string;
	readonly name: string;
	readonly level: string | null;
	readonly root: { readonly code: string; readonly name: string };
}

/** The region that the address asks for, or the country: of an indicator on other regions a link may still name one. */
async function placeOf(db: Published, { tree }: Indicator, { gebied }: EventState, ignored: string[]): Promise<Place> {
	const root = tree === null ? undefined : await rootName(db, tree);
	if (tree === null || root === undefined) {
		const whole = { code: 'total', name: '' };
		return { ...whole, level: null, root: whole };
	}
	if (gebied === undefined) return { ...root, level: null, root };
	const found = gebied === UNKNOWN ? undefined : await region(db, gebied, tree);
	if (found === undefined) {
		if (!ignored.includes('gebied')) ignored.push('gebied');
		return { ...root, level: null, root };
	}
	return { code: found.code, name: found.name, level: found.level, root };
}

/** The regions around the one chosen, from the country down, each with the same view of it. */
async function pathTo(db: Published, { tree }: Indicator, place: Place, link: (code: string | undefined) => string) {
	if (tree === null || place.code === place.root.code) return [];
	const around = (await pathOf(db, tree, place.code)).slice(0, -1);
	return around.map(({ code, name, depth }) => ({ code, name, href: link(depth === 0 ? undefined : code) }));
}

/** The years around an event in the region, else in the country. */
async function studyOf(db: Published, question: Omit<Parameters<typeof eventStudy>[1], 'region'>, place: Place) {
	for (const { code, name } of place.code === place.root.code ? [place.root] : [place, place.root]) {
		const rows = await eventStudy(db, { ...question, region: code });
		if (rows.length > 0) return { region: name, rows };
	}
	return null;
}

function addressOf(choice: NonNullable<ReturnType<typeof chooseEvent>>, place: Place): EventState {
	return {
		gebeurtenis: choice.event.id,
		cijfer: cijferOf(choice.chosen),
		periode: choice.chosen.period,
		...(place.code === place.root.code ? {} : { gebied: place.code })
	};
}

function labelOf(row: Indicator, lang: Lang): string {
	return lang === 'en' ? row.label_en : row.label_nl;
}

/** Indicators by release line, each once. */
function optionsOf(rows: readonly Indicator[], lang: Lang) {
	const latest = rows.filter((row, i) => rows.findIndex((other) => cijferOf(other) === cijferOf(row)) === i);
	return [...Map.groupBy(latest, ({ spec }) => spec).values()].map((group) => ({
		title: lang === 'en' ? group[0]!.title_en : group[0]!.title_nl,
		options: group.map((row) => ({ value: cijferOf(row), label: labelOf(row, lang) }))
	}));
}

function toldEvent({ id, label, rule, comparison }: EventDefinition, lang: Lang) {
	return { id, label: label[lang], rule: rule[lang], comparison: comparison[lang] };
}

/** Who came in within three years, with and without the event, in a sentence; and whether that clearly says the other way. */
function inflowView(found: ReturnType<typeof inflowAfter>, soon: EventRisk | undefined, lang: Lang) {
	if (found === null) return null;
	const { after, without } = found;
	const words = ({ share, lower, upper }: Inflow) => shareWords(share, (upper - lower) / (2 * 1.959964), lang);
	return {
		words: eventsTexts(lang).inflow(words(after), words(without)),
		isOpposite: soon !== undefined && isOpposite(soon, found)
	};
}
