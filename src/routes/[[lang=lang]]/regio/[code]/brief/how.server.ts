import { marginOf, vintageName } from '$lib/format/names.ts';
import { date, whole } from '$lib/format/numbers.ts';
import { briefTexts } from '$lib/messages/brief.ts';
import { messagesFor } from '$lib/messages/index.ts';
import type { Lang } from '$lib/messages/index.ts';
import type { Told } from './told.ts';

/** How to read a brief and where its figures come from, the most important first. */
export function howOf(told: readonly Told[], address: string, lang: Lang): string[] {
	const m = briefTexts(lang);
	const texts = messagesFor(lang);
	const margins = told.map(({ source }) => marginOf(source, lang));
	const vintages = told.flatMap(({ release }) => vintageName(release.vintage) ?? []);
	const sources = told.map(({ title, period, release }) =>
		m.source(
			title,
			period,
			whole(release.version, lang),
			texts.release.status[release.status],
			date(release.publishedAt, lang)
		)
	);
	const definitions = told.flatMap(({ label, description, definition }) =>
		description === '' ? [] : m.definitionOf(label, description, definition)
	);
	return [
		[m.noise, m.interval].join(' '),
		...new Set(margins),
		[m.letters, m.cause].join(' '),
		m.online(address),
		...new Set(sources),
		...[...new Set(vintages)].map(texts.region.vintage),
		...new Set(definitions)
	];
}
