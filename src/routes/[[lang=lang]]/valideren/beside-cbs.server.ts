import { interval, percent, points, whole } from '$lib/format/numbers.ts';
import { signedNumber } from '$lib/format/signed.ts';
import { score } from '$lib/format/cards.ts';
import { cardsTexts } from '$lib/messages/cards.ts';
import type { Lang } from '$lib/messages/index.ts';
import { agrees, type Beside, type besideCbs } from '$lib/server/beside-cbs.ts';

type Found = NonNullable<Awaited<ReturnType<typeof besideCbs>>>;

/** What is said of the figures of CBS beside ours, in words. */
export function besideInWords({ country, gemeenten }: Found, lang: Lang) {
	const m = cardsTexts(lang);
	return {
		country: {
			rows: country.rows.map((row) => rowInWords(row, row.period, lang)),
			source: country.sources.map(m.cbsSource).join(' ')
		},
		gemeenten: gemeenten && {
			about: m.cbsRegions(whole(gemeenten.regions, lang), gemeenten.period, gemeenten.of),
			likeness: m.cbsLikeness(score(gemeenten.correlation, 2, lang), points(gemeenten.apart, TENTH, lang)),
			within: m.cbsWithin(whole(gemeenten.within, lang), whole(gemeenten.regions, lang)),
			rows: gemeenten.largest.map((row) => rowInWords(row, row.name, lang)),
			source: m.cbsSource(gemeenten.source)
		}
	};
}

/** CBS rounds to tenths of a percent. */
const TENTH = 0.001;

function rowInWords(row: Beside, name: string, lang: Lang) {
	const { share, share_se, cbs, rounding } = row;
	const m = cardsTexts(lang);
	const se = Math.hypot(share_se, rounding / Math.sqrt(3));
	return {
		name,
		ours: percent(share, share_se, lang),
		interval: interval({ ...row, reliability: 'A' }, lang),
		cbs: percent(cbs, rounding > 0 ? TENTH : share_se, lang),
		difference: agrees(row) ? m.cbsSame : signedNumber(share - cbs, se, lang)
	};
}

export type BesideView = ReturnType<typeof besideInWords>;
export type BesideRow = BesideView['country']['rows'][number];
