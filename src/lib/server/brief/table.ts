import { ornament, type Block } from './blocks.ts';
import type { BriefTable } from './brief.ts';
import { palette, printable, styles } from './look.ts';
import type { Style } from './look.ts';

type Pdf = PDFKit.PDFDocument;

const PADDING = 3;
const GAP = 8;

/**
 * A table whose first column and first row are its headers.
 * @param shares how the width is divided over the columns; together 1
 */
export function table(pdf: Pdf, { head, rows }: BriefTable, shares: readonly number[], width: number): Block {
	const columns = shares.map((share) => width * share - GAP);
	const lines = [head, ...rows].map((row) => row.map(printable));
	const heights = lines.map((row, r) => rowHeight(pdf, row, r, columns));
	return {
		height: heights.reduce((sum, height) => sum + height, 0),
		draw(parent, x, top) {
			const tops = heights.map((_, r) => top + heights.slice(0, r).reduce((sum, height) => sum + height, 0));
			ornament(pdf, () => rules(pdf, x, tops.slice(1), width));
			const whole = pdf.struct('Table');
			parent.add(whole);
			for (const [r, row] of lines.entries()) {
				const cells = row.map((said, c) => {
					const left = x + shares.slice(0, c).reduce((sum, share) => sum + share * width, 0);
					const write = () => cell(pdf, said, styleOf(r, c), left, tops[r]! + PADDING, columns[c]!);
					if (r > 0 && c > 0) return pdf.struct('TD', {}, write);
					return pdf.struct('TH', { scope: r === 0 ? 'Column' : 'Row' }, write);
				});
				whole.add(pdf.struct('TR', {}, cells));
			}
		}
	};
}

function styleOf(row: number, column: number): Style {
	if (row === 0) return styles.head;
	return column === 0 ? styles.strong : styles.text;
}

function cell(pdf: Pdf, said: string, { font, size, colour }: Style, x: number, y: number, width: number): void {
	pdf.font(font).fontSize(size).fillColor(colour).text(said, x, y, { width });
}

function rowHeight(pdf: Pdf, row: readonly string[], r: number, columns: readonly number[]): number {
	const heights = row.map((said, c) => {
		const { font, size } = styleOf(r, c);
		return pdf.font(font).fontSize(size).heightOfString(said, { width: columns[c]! });
	});
	return Math.max(...heights) + 2 * PADDING;
}

function rules(pdf: Pdf, x: number, ys: readonly number[], width: number): void {
	pdf.save().lineWidth(0.75);
	for (const y of ys)
		pdf
			.moveTo(x, y)
			.lineTo(x + width, y)
			.stroke(palette.line);
	pdf.restore();
}
