import { downloadsTexts } from '../../messages/downloads.ts';
import type { Lang } from '../../messages/index.ts';
import { BYTE_ORDER_MARK, csvLine } from '../../format/csv.ts';
import { inTurns } from '../turns.ts';
import { cellsOf, headsOf } from './columns.ts';
import type { Dataset, Row, Shape } from './dataset.ts';

/** A set of figures as CSV of its language. */
export async function csvFile({ shape, rows, about: { lang } }: Dataset): Promise<string> {
	const lines = await inTurns(rows, (row) => csvLine(cellsOf(shape, row), lang));
	return csvHead(shape, lang) + lines.join('');
}

/** The first line of the file. */
export function csvHead(shape: Shape, lang: Lang): string {
	return BYTE_ORDER_MARK + csvLine(headsOf(shape, downloadsTexts(lang).columns.code), lang);
}

export function csvRows(shape: Shape, rows: readonly Row[], lang: Lang): string {
	return rows.map((row) => csvLine(cellsOf(shape, row), lang)).join('');
}
