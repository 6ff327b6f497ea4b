import type { IndicatorCard } from '../../../../../analytics/contract/indicator-card.ts';
import { downloadsTexts } from '$lib/messages/downloads.ts';
import type { Lang } from '$lib/messages/index.ts';
import type { Published } from '$lib/server/db.ts';
import { aboutOf } from '$lib/server/download/about.ts';
import { rounded } from '$lib/server/download/dataset.ts';
import type { Dataset, Key, Row, Shape } from '$lib/server/download/dataset.ts';
import { groupKey, indicatorKey } from '$lib/server/download/figures.ts';
import { download } from '$lib/server/download/handler.ts';
import { dimensions, named, releaseRemarks, releaseSaid } from '$lib/server/download/shared.ts';
import { card, cardList } from '$lib/server/queries/cards.ts';
import { indicators } from '$lib/server/queries/indicators.ts';
import type { Indicator } from '$lib/server/queries/indicators.ts';
import { namedApart } from '$lib/server/twins.ts';
import { parseCards } from '$lib/url.ts';
import { chooseIndicator } from '../../choose.ts';
import type { RequestHandler } from './$types';

const DECIMALS = 6;
/** What a card holds beside numbers, and the number by which a fifth of the regions is known. */
const NO_VALUES = new Set(['against', 'hyper', 'fifth']);

/** Every value on the card of an indicator, one a row: what it is about, and what it says of that. */
export const GET: RequestHandler = (event) => download(event, (db, lang) => cardDataset(db, event.url, lang));

async function cardDataset(db: Published, url: URL, lang: Lang): Promise<Dataset | null> {
	const { state, ignored } = parseCards(url.searchParams);
	const [published, listed] = await Promise.all([indicators(db), cardList(db)]);
	const all = namedApart(published);
	const cardOf = ({ release, id }: Indicator) => listed.find((one) => one.release === release && one.indicator === id);
	// In the order of the page, whose first choice is the first card that tells of a model.
	const rows = all
		.filter((row) => cardOf(row) !== undefined)
		.sort((a, b) => Number(cardOf(b)!.told) - Number(cardOf(a)!.told));
	const chosen = chooseIndicator(rows, state, ignored)?.chosen;
	const told = chosen && (await card(db, { release: chosen.release, indicator: chosen.id }))?.card;
	if (chosen === undefined || told === undefined) return null;
	const m = downloadsTexts(lang);
	const values = valuesOf(told, chosen, lang);
	return {
		shape: shapeOf(lang),
		rows: values.map((value) => rowOf(value, chosen, lang)),
		about: aboutOf({
			name: ['valideren', chosen.spec, chosen.id, chosen.period],
			title: m.titles.card(lang === 'en' ? chosen.label_en : chosen.label_nl),
			url,
			indicators: [chosen],
			own: [{ head: m.notes.reading, texts: [m.cardText] }],
			lang
		})
	};
}

function shapeOf(lang: Lang): Shape {
	const { columns, measures } = downloadsTexts(lang);
	return {
		dimensions: [
			dimensions.indicator(lang),
			dimensions.period(lang),
			named('part', columns.part),
			named('subject', columns.subject),
			{ id: 'quantity', label: columns.quantity, role: null, coded: false }
		],
		measures: [{ id: 'value', label: measures.value, unit: '', decimals: DECIMALS }],
		remarks: releaseRemarks(lang)
	};
}

interface Value {
	readonly part: Key;
	readonly subject: Key;
	readonly quantity: string;
	readonly value: number | null;
}

/** The numbers of a card: those of an object are told under their names in `indicator-card.ts`. */
function valuesOf(told: IndicatorCard, chosen: Indicator, lang: Lang): Value[] {
	const { cardParts } = downloadsTexts(lang);
	const same = (text: string): Key => ({ code: text, name: text });
	const of = (part: keyof typeof cardParts, subject: Key, numbers: object): Value[] =>
		Object.entries(numbers).flatMap(([quantity, value]: [string, unknown]) =>
			(typeof value === 'number' || value === null) && !NO_VALUES.has(quantity)
				? [{ part: { code: part, name: cardParts[part] }, subject, quantity, value }]
				: []
		);
	return [
		...told.levels.flatMap((level) => of('levels', same(level.level), { ...level, ...level.hyper })),
		...told.rules.flatMap((rule) => of('rules', same(rule.rule), rule)),
		...told.calibration.flatMap((bin, i) => of('calibration', same(String(i + 1)), bin)),
		...(told.scores === null ? [] : of('scores', same('scores'), told.scores)),
		...told.groups.flatMap((group) => of('groups', groupKey(chosen, group, lang), group)),
		...told.sizes.flatMap((size) => of('sizes', same(String(size.fifth)), size))
	];
}

function rowOf({ part, subject, quantity, value }: Value, chosen: Indicator, lang: Lang): Row {
	return {
		keys: [
			indicatorKey(chosen, lang),
			{ code: chosen.period, name: chosen.period },
			part,
			subject,
			{ code: quantity, name: quantity }
		],
		values: [rounded(value, DECIMALS)],
		remarks: releaseSaid(chosen, lang)
	};
}
