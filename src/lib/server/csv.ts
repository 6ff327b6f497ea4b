import { localeOf } from '../messages/index.ts';
import type { Lang } from '../messages/index.ts';

type Value = string | number;

/** What makes a spreadsheet read a text as a formula, also behind blanks or in full width. */
const FORMULA = /^[\s\u00a0]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/;

/**
 * Rows as a spreadsheet of that language reads them: semicolons and decimal commas in Dutch, commas and points in English,
 * one decimal at most. Starts with a byte order mark, by which spreadsheets know UTF-8. A text is never read as a formula, and
 * always quoted: a spreadsheet may split lines at another sign than ours.
 */
export function csv(rows: readonly (readonly Value[])[], lang: Lang): string {
	const separator = lang === 'nl' ? ';' : ',';
	const numbers = new Intl.NumberFormat(localeOf[lang], { maximumFractionDigits: 1, useGrouping: false });
	const field = (value: Value) => (typeof value === 'number' ? numbers.format(value) : quoted(value));
	return `\ufeff${rows.map((row) => `${row.map(field).join(separator)}\r\n`).join('')}`;
}

function quoted(text: string): string {
	const safe = FORMULA.test(text) ? `'${text}` : text;
	return `"${safe.replaceAll('"', '""')}"`;
}
