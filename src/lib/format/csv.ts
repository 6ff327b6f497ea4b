import { localeOf } from '../messages/index.ts';
import type { Lang } from '../messages/index.ts';

/** Null is a value that is not told: an empty field. */
type Value = string | number | null;

/** What makes a spreadsheet read a text as a formula, also behind blanks or in full width. */
const FORMULA = /^[\s\u00a0]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/;

/** By this sign at the start of a file spreadsheets know UTF-8. */
export const BYTE_ORDER_MARK = '\ufeff';

/** Most decimals of a number; who gives numbers rounds them to what they are worth. */
const DECIMALS = 6;

const numbers = Object.fromEntries(
	Object.entries(localeOf).map(([lang, locale]) => [
		lang,
		new Intl.NumberFormat(locale, { maximumFractionDigits: DECIMALS, useGrouping: false })
	])
) as Record<Lang, Intl.NumberFormat>;

/**
 * Rows as a spreadsheet of that language reads them: semicolons and decimal commas in Dutch, commas and points in English. A
 * text is never read as a formula, and always quoted: a spreadsheet may split lines at another sign than ours.
 */
export function csv(rows: readonly (readonly Value[])[], lang: Lang): string {
	return BYTE_ORDER_MARK + rows.map((row) => csvLine(row, lang)).join('');
}

/** One line of such a file, its end included. */
export function csvLine(row: readonly Value[], lang: Lang): string {
	const fields = row.map((value) => {
		if (value === null) return '';
		return typeof value === 'number' ? numbers[lang].format(value) : quoted(value);
	});
	return `${fields.join(lang === 'nl' ? ';' : ',')}\r\n`;
}

function quoted(text: string): string {
	const safe = FORMULA.test(text) ? `'${text}` : text;
	return `"${safe.replaceAll('"', '""')}"`;
}
