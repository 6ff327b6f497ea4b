import writeExcelFile from 'write-excel-file/node';
import type { CellObject, Row as SheetRow } from 'write-excel-file/node';
import { downloadsTexts } from '../../messages/downloads.ts';
import { cellsOf, headsOf } from './columns.ts';
import type { Dataset } from './dataset.ts';

/** Widest and narrowest column, in characters. */
const WIDEST = 40;
const NARROWEST = 9;

/** A set of figures as a spreadsheet: a sheet of figures, and one that explains them. */
export function xlsxFile({ shape, rows, about }: Dataset): Promise<Buffer> {
	const m = downloadsTexts(about.lang);
	const heads = headsOf(shape, m.columns.code);
	const cells = rows.map((row) => cellsOf(shape, row));
	const columns = heads.map((head, i) => {
		const longest = cells.reduce((most, row) => Math.max(most, String(row[i] ?? '').length), head.length);
		return { width: Math.min(WIDEST, Math.max(NARROWEST, longest + 2)) };
	});
	return writeExcelFile([
		{
			sheet: m.sheets.figures,
			stickyRowsCount: 1,
			columns,
			data: [heads.map(bold), ...cells.map((row) => row.map(cell))]
		},
		{
			sheet: m.sheets.explanation,
			columns: [{ width: 30 }, { width: 100 }],
			data: explanation({ shape, rows, about })
		}
	]).toBuffer();
}

/** Texts are text cells, which no spreadsheet reads as a formula. */
function cell(value: string | number | null): CellObject | null {
	if (value === null || value === '') return null;
	return typeof value === 'number' ? { value, type: Number } : { value, type: String };
}

const bold = (value: string): CellObject => ({
	value,
	type: String,
	fontWeight: 'bold',
	wrap: true,
	alignVertical: 'top'
});
const wrapped = (value: string): CellObject => ({ value, type: String, wrap: true, alignVertical: 'top' });

function explanation({ about }: Dataset): SheetRow[] {
	return [
		[bold(about.title)],
		...about.notes.flatMap(({ head, texts }) => texts.map((text, i) => [i === 0 ? bold(head) : null, wrapped(text)]))
	];
}
