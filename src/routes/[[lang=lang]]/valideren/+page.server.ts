import { definitionFor } from '../../../../analytics/contract/catalogue.ts';
import type { IndicatorCard } from '../../../../analytics/contract/indicator-card.ts';
import { part } from '$lib/format/cards.ts';
import { attributeName } from '$lib/format/attribute-name.ts';
import { codeName, noticesOf } from '$lib/format/names.ts';
import { whole } from '$lib/format/numbers.ts';
import { placeTitle } from '$lib/format/place-name.ts';
import { releaseOf } from '$lib/format/release.ts';
import { cardsTexts } from '$lib/messages/cards.ts';
import type { Lang } from '$lib/messages/index.ts';
import { answer } from '$lib/server/answer.ts';
import { besideCbs } from '$lib/server/beside-cbs.ts';
import { card, cardList } from '$lib/server/queries/cards.ts';
import { indicators } from '$lib/server/queries/indicators.ts';
import type { Indicator } from '$lib/server/queries/indicators.ts';
import { rootName } from '$lib/server/queries/root-name.ts';
import { namedApart } from '$lib/server/twins.ts';
import { rendererFor } from '$lib/server/render-chart.ts';
import type { Renderer } from '$lib/server/render-chart.ts';
import { parseCards } from '$lib/url.ts';
import { chooseIndicator, cijferOf, optionsOf } from '../choose.ts';
import { besideInWords } from './beside-cbs.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	answer(async (db) => {
		const lang = event.params.lang === 'en' ? 'en' : 'nl';
		const { state, ignored } = parseCards(event.url.searchParams);
		const [published, listed] = await Promise.all([indicators(db), cardList(db)]);
		const all = namedApart(published);
		const cardOf = ({ release, id }: Indicator) =>
			listed.find((one) => one.release === release && one.indicator === id);
		// A card without a model says little, so those come last.
		const rows = all
			.filter((row) => cardOf(row) !== undefined)
			.sort((a, b) => Number(cardOf(b)!.told) - Number(cardOf(a)!.told));
		const chosen = chooseIndicator(rows, state, ignored)?.chosen;
		const told = chosen && (await card(db, { release: chosen.release, indicator: chosen.id }))?.card;
		if (chosen === undefined || told === undefined) return { view: null };
		const periods = all.filter(({ spec, id }) => spec === chosen.spec && id === chosen.id).map(({ period }) => period);
		const [root, beside] = await Promise.all([
			chosen.tree === null ? undefined : rootName(db, chosen.tree),
			besideCbs(db, chosen, periods)
		]);
		return {
			view: {
				ignored,
				indicators: optionsOf(rows, lang),
				notices: noticesOf([chosen], lang),
				chosen: {
					cijfer: cijferOf(chosen),
					label: lang === 'en' ? chosen.label_en : chosen.label_nl,
					description: lang === 'en' ? chosen.description_en : chosen.description_nl,
					release: releaseOf(chosen),
					definition: chosen.definition
				},
				definition: definitionOf(chosen, lang),
				card: told,
				root: root === undefined ? null : { ...root, name: placeTitle(root, lang) },
				calibration: calibrationOf(told, lang, rendererFor(event)),
				besideCbs: beside && besideInWords(beside, lang),
				groups: told.groups.map((group) => ({ ...group, name: nameOf(chosen, group.attribute, group.code, lang) }))
			}
		};
	});

/** The definition by which an indicator is counted, where the catalogue has it. */
function definitionOf({ id, definition }: Indicator, lang: Lang) {
	const found = definition === null ? undefined : definitionFor(id);
	return found === undefined ? null : { id: found.id, notFor: found.notFor[lang] };
}

function calibrationOf({ calibration }: IndicatorCard, lang: Lang, render: Renderer) {
	if (calibration.length === 0) return null;
	const m = cardsTexts(lang);
	const input = {
		kind: 'calibration' as const,
		locale: lang === 'en' ? 'en-GB' : 'nl-NL',
		stated: m.stated,
		realised: m.realised,
		bins: calibration.map((bin) => ({
			...bin,
			label: m.bin(part(bin.stated, lang), part(bin.realised, lang), whole(bin.count, lang))
		}))
	};
	return { input, drawing: render(input) };
}

function nameOf({ groups }: Indicator, attribute: string, code: string, lang: Lang): string {
	const found = groups.find((group) => group.attribute === attribute)?.codes.find((one) => one.code === code);
	return `${attributeName(attribute, lang)}: ${codeName(found?.[lang] ?? code, lang)}`;
}
