import { marginOf, noticesOf } from '../../format/names.ts';
import { downloadsTexts } from '../../messages/downloads.ts';
import { messagesFor } from '../../messages/index.ts';
import { methodTexts } from '../../messages/method.ts';
import type { Lang } from '../../messages/index.ts';
import type { Indicator } from '../queries/indicators.ts';
import type { About, Note } from './dataset.ts';
import { releaseSentence } from './shared.ts';

interface Subject {
	/** Words of which the name of the file is made. */
	readonly name: readonly string[];
	readonly title: string;
	/** Address of the view. */
	readonly url: URL;
	/** Indicators whose figures these are, as each release told them. */
	readonly indicators: readonly Indicator[];
	/** What only this view has to explain. */
	readonly own: readonly Note[];
	readonly lang: Lang;
}

const LETTERS = ['A', 'B', 'C', 'D', 'X'] as const;

/** What is told with any set of figures: where it comes from, what it means and how sure it is. */
export function aboutOf({ name, title, url, indicators, own, lang }: Subject): About {
	const m = downloadsTexts(lang);
	const view = new URL(url);
	view.pathname = view.pathname.replace(/\/[^/]*$/, '') || '/';
	const releases = indicators.filter((row, i) => indicators.findIndex((one) => one.release === row.release) === i);
	const published = releases.map(({ published_at: at }) => at.getTime());
	const notes: Note[] = [
		{ head: messagesFor(lang).site.notice, texts: noticesOf(indicators, lang) },
		{ head: m.notes.view, texts: [view.href] },
		{ head: m.notes.source, texts: [[...new Set(releases.map((row) => sourceOf(row, lang)))].join('; ')] },
		{ head: m.notes.releases, texts: releases.map((row) => releaseSentence(row, lang)) },
		{ head: m.notes.definitions, texts: [...new Set(indicators.map((row) => definitionOf(row, lang)))] },
		...own,
		{ head: m.notes.terms, texts: [m.termsShort] }
	];
	return {
		name: name.join('-').replace(/[^A-Za-z0-9.-]+/g, '_'),
		title,
		lang,
		updated: published.length === 0 ? null : new Date(Math.max(...published)),
		source: m.sourceShort,
		notes: notes.filter(({ texts }) => texts.length > 0)
	};
}

/** How shares, their intervals and their letters are to be read. */
export function shareNotes(indicators: readonly Indicator[], lang: Lang): Note[] {
	const m = downloadsTexts(lang);
	const { figure } = messagesFor(lang);
	const margins = new Set(indicators.map(({ source_kind: source }) => marginOf(source, lang)));
	return [
		{ head: figure.interval, texts: [m.intervalText, ...margins] },
		letterNote(lang),
		{ head: m.notes.withheld, texts: [m.withheldText] },
		{ head: m.notes.counts, texts: [m.countsText] }
	];
}

/** What the letters say. */
export function letterNote(lang: Lang): Note {
	const { figure } = messagesFor(lang);
	return {
		head: figure.reliability,
		texts: LETTERS.map((letter) => `${letter}: ${figure.letter[letter]}. ${methodTexts(lang).letterRule[letter]}`)
	};
}

function sourceOf({ source_kind: source }: Indicator, lang: Lang): string {
	const method = methodTexts(lang);
	return source === 'cbs' ? method.sourceCbs : method.sourceTable;
}

function definitionOf(row: Indicator, lang: Lang): string {
	const m = downloadsTexts(lang);
	const label = lang === 'en' ? row.label_en : row.label_nl;
	const description = lang === 'en' ? row.description_en : row.description_nl;
	const said = description === '' ? label : `${label}: ${description}`;
	return `${said}${row.definition === null ? '' : ` (${m.version(row.definition)})`}`;
}
