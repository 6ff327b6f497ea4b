import { marginOf, vintageName } from '$lib/format/names.ts';
import { date, whole } from '$lib/format/numbers.ts';
import { shortPeriod } from '$lib/format/period.ts';
import { briefTexts } from '$lib/messages/brief.ts';
import { messagesFor } from '$lib/messages/index.ts';
import type { Lang } from '$lib/messages/index.ts';
import type { Told } from './told.ts';

/** How to read a brief, and which releases and versions of definitions its figures are from. */
export function howOf(told: readonly Told[], address: string, lang: Lang): string[] {
	const m = briefTexts(lang);
	const texts = messagesFor(lang);
	const margins = told.map(({ source }) => marginOf(source, lang));
	const sources = told.map(({ title, period, release }) =>
		m.source(
			title,
			shortPeriod(period, lang),
			whole(release.version, lang),
			texts.release.status[release.status],
			date(release.publishedAt, lang)
		)
	);
	return [
		[m.noise, m.interval, m.changes].join(' '),
		...new Set(margins),
		[m.letters, m.cause].join(' '),
		...versionsOf(told, lang),
		...new Set(sources),
		m.online(address)
	];
}

/** What each figure is, and for which regions. */
export function definitionsOf(told: readonly Told[], lang: Lang): string[] {
	const vintages = told.flatMap(({ release }) => vintageName(release.vintage) ?? []);
	const definitions = told.flatMap(({ label, description, definition }) =>
		description === '' ? [] : briefTexts(lang).definitionOf(label, description, definition)
	);
	return [...[...new Set(vintages)].map(messagesFor(lang).region.vintage), ...new Set(definitions)];
}

/** The version of each definition in one line, for where there is no room for the definitions themselves. */
function versionsOf(told: readonly Told[], lang: Lang): string[] {
	const m = briefTexts(lang);
	const said = told.flatMap(({ label, definition }) =>
		definition === null ? [] : m.definitionVersion(label, definition)
	);
	if (said.length === 0) return [];
	const all = m.definitionVersions([...new Set(said)].join('; '));
	return [said.length < told.length ? `${all} ${m.otherDefinitions}` : all];
}
