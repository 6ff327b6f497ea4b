import { csv } from '../format/csv.ts';
import { localeOf } from '../messages/index.ts';
import type { Lang } from '../messages/index.ts';

/** A number as the page writes it, a percentage among them. */
const NUMBER = /^([+-]?[\d.,]+)\s?(%?)$/;

/** What a table shows, as a spreadsheet of its language reads it; a column of percentages says so in its heading. */
export function tableCsv(table: HTMLTableElement, lang: Lang): string {
	const [head = [], ...body] = [...table.rows].map((row) => [...row.cells].map(textOf));
	const isPercent = head.map((_, i) => body.some((row) => NUMBER.exec(row[i] ?? '')?.[2] === '%'));
	const heads = head.map((text, i) => (isPercent[i] ? `${text} (%)` : text));
	return csv([heads, ...body.map((row) => row.map((text) => numberOf(text, lang) ?? text))], lang);
}

/** The text of a cell, without what is only said aloud. */
function textOf(cell: Element): string {
	const copy = cell.cloneNode(true) as Element;
	for (const hidden of [...copy.querySelectorAll('.visually-hidden, svg')]) hidden.remove();
	return (copy.textContent ?? '').replace(/\s+/g, ' ').trim();
}

const signs = (lang: Lang) => {
	const parts = new Intl.NumberFormat(localeOf[lang]).formatToParts(1234567.8);
	const sign = (type: string) => parts.find((part) => part.type === type)?.value ?? '';
	return { decimal: sign('decimal'), group: sign('group') };
};

function numberOf(text: string, lang: Lang): number | null {
	const digits = NUMBER.exec(text)?.[1];
	// A year is a name; as a number a spreadsheet would add it up.
	if (digits === undefined || /^\d{4}$/.test(text)) return null;
	const { decimal, group } = signs(lang);
	const value = Number(digits.replaceAll(group, '').replace(decimal, '.'));
	return Number.isFinite(value) ? value : null;
}
