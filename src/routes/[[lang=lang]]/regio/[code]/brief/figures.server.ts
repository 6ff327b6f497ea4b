import { oneOf } from '$lib/format/one-of.ts';
import { percent, interval, untold } from '$lib/format/numbers.ts';
import { shortPeriod, thePeriod } from '$lib/format/period.ts';
import { signedInterval, signedPoints } from '$lib/format/signed.ts';
import { briefTexts } from '$lib/messages/brief.ts';
import { messagesFor } from '$lib/messages/index.ts';
import type { Lang } from '$lib/messages/index.ts';
import type { BriefTable } from '$lib/server/brief/brief.ts';
import type { Told } from './told.ts';

const IN_SHORT = 3;

/** The first figures as sentences: a frequency, and the comparison with the country. */
export function shortOf(told: readonly Told[], lang: Lang): string[] {
	const m = briefTexts(lang);
	return told
		.slice(0, IN_SHORT)
		.map(({ label, period, figure, unit, comparison }) =>
			[m.inShort(label, oneOf(figure, unit, lang), thePeriod(period, lang)), comparison ?? []].flat().join(' ')
		);
}

export function figuresOf(told: readonly Told[], lang: Lang): BriefTable | null {
	if (told.length === 0) return null;
	const m = briefTexts(lang);
	const rows = told.map((one) => [nameOf(one, lang), ...sharesOf(one, lang), changeOf(one, lang)]);
	return {
		caption: m.figures,
		head: [m.indicator, m.share, messagesFor(lang).figure.interval, m.reliability, m.change],
		rows
	};
}

function nameOf({ label, period, release }: Told, lang: Lang): string {
	const { status } = messagesFor(lang).release;
	const name = `${label}, ${shortPeriod(period, lang)}`;
	return release.status === 'provisional' ? `${name} (${status.provisional})` : name;
}

function sharesOf({ figure }: Told, lang: Lang): [share: string, interval: string, letter: string] {
	const range = interval(figure, lang);
	if (figure.share === null || figure.share_se === null || range === null)
		return [briefTexts(lang).noShare, untold(figure, lang), figure.reliability];
	return [percent(figure.share, figure.share_se, lang), range, figure.reliability];
}

function changeOf({ change, figure }: Told, lang: Lang): string {
	const m = briefTexts(lang);
	if (figure.share === null) return m.unknownChange;
	if (change === null) return m.noChange;
	const { change: size, change_se: se, previous } = change;
	return m.since(signedPoints(size, se, lang), signedInterval(size, se, lang), shortPeriod(previous, lang));
}
