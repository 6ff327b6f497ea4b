import { downloadsTexts } from '../../messages/downloads.ts';
import { localeOf } from '../../messages/index.ts';
import { cellsOf, headsOf } from './columns.ts';
import type { Dataset, Row, Shape } from './dataset.ts';
import { BOLD, PLAIN, WRAPPED, workbook } from './workbook.ts';
import type { Cell } from './workbook.ts';

/** Widest and narrowest column, in characters. */
const WIDEST = 40;
const NARROWEST = 9;
/** Rows by which a column's width is chosen. */
const MEASURED = 300;

/** A set of figures as a spreadsheet: a sheet of figures, and one that explains them. */
export function xlsxFile({ shape, rows, about }: Dataset): Promise<Uint8Array<ArrayBuffer>> {
	const m = downloadsTexts(about.lang);
	const heads = headsOf(shape, m.columns.code);
	const figures = {
		name: m.sheets.figures,
		widths: widthsOf(heads, shape, rows),
		rows: figuresOf(heads, shape, rows),
		style: (row: number) => (row === 0 ? BOLD : PLAIN),
		hasHead: true
	};
	const explanation = {
		name: m.sheets.explanation,
		widths: [30, 100],
		rows: explanationOf(about),
		style: (row: number, column: number) => (row === 0 || column === 0 ? BOLD : WRAPPED),
		hasHead: false
	};
	return workbook([figures, explanation], { title: about.title, lang: localeOf[about.lang] });
}

/** One row at a time, when it is written. */
function* figuresOf(heads: readonly string[], shape: Shape, rows: readonly Row[]): Generator<readonly Cell[]> {
	yield heads;
	for (const row of rows) yield cellsOf(shape, row);
}

function widthsOf(heads: readonly string[], shape: Shape, rows: readonly Row[]): number[] {
	const some = rows.slice(0, MEASURED).map((row) => cellsOf(shape, row));
	return heads.map((head, i) => {
		const longest = some.reduce((most, row) => Math.max(most, String(row[i] ?? '').length), head.length);
		return Math.min(WIDEST, Math.max(NARROWEST, longest + 2));
	});
}

function explanationOf({ title, notes }: Dataset['about']): Cell[][] {
	return [[title], ...notes.flatMap(({ head, texts }) => texts.map((text, i) => [i === 0 ? head : null, text]))];
}
