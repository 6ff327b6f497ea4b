import { localeOf } from '../messages/index.ts';
import type { Lang } from '../messages/index.ts';

type Value = string | number;

/** Characters that make a spreadsheet read a text as a formula. */
const FORMULA = /^[=+\-@\t\r]/;

/**
 * Rows as a spreadsheet of that language reads them: semicolons and decimal commas in Dutch, commas and points in English,
 * one decimal at most. Starts with a byte order mark, by which spreadsheets know UTF-8. A text is never read as a formula.
 */
export function csv(rows: readonly (readonly Value[])[], lang: Lang): string {
	const separator = lang === 'nl' ? ';' : ',';
	const numbers = new Intl.NumberFormat(localeOf[lang], { maximumFractionDigits: 1, useGrouping: false });
	const field = (value: Value) => (typeof value === 'number' ? numbers.format(value) : quoted(value, separator));
	return `\ufeff${rows.map((row) => `${row.map(field).join(separator)}\r\n`).join('')}`;
}

function quoted(text: string, separator: string): string {
	const safe = FORMULA.test(text) ? `'${text}` : text;
	return safe.includes(separator) || /["\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
