import type { Lang } from '../messages/index.ts';
import { fileName, offer } from './offer.ts';
import { pictureOf } from './picture.ts';
import type { Words } from './picture.ts';
import { pngOf } from './png.ts';
import { tableCsv } from './table-csv.ts';

export type Format = 'svg' | 'png' | 'csv';

/** Makes a file of a figure, in the browser, and hands it over: its drawing with the words beside it, or its table. */
export async function save(figure: HTMLElement, format: Format, words: Words, lang: Lang): Promise<void> {
	const file = format === 'csv' ? tableFile(figure, lang) : await pictureFile(figure, format, words);
	if (file !== null) offer(file, fileName(words.title, format));
}

function tableFile(figure: HTMLElement, lang: Lang): Blob | null {
	const table = figure.querySelector('table');
	return table === null ? null : new Blob([tableCsv(table, lang)], { type: 'text/csv;charset=utf-8' });
}

async function pictureFile(figure: HTMLElement, format: 'svg' | 'png', words: Words): Promise<Blob | null> {
	const picture = inDaylight(figure, () => pictureOf(figure, words));
	if (picture === null) return null;
	return format === 'png' ? pngOf(picture) : new Blob([picture.svg], { type: 'image/svg+xml;charset=utf-8' });
}

/** A picture goes into documents: it has the colours of the light page, also when the page is dark. */
function inDaylight<T>(figure: HTMLElement, make: () => T): T {
	figure.classList.add('daylight');
	try {
		return make();
	} finally {
		figure.classList.remove('daylight');
	}
}
