import { styles, palette, printable } from './look.ts';
import type { Style } from './look.ts';

type Pdf = PDFKit.PDFDocument;

/** Something with a known height that stands on a page, and in the structure by which a screen reader knows the page. */
export interface Block {
	/** Points. */
	readonly height: number;
	/** Draws it with its top left corner at x, y, as a part of `parent`. */
	draw(parent: PDFKit.PDFStructureElement, x: number, y: number): void;
}

export const nothing: Block = { height: 0, draw: () => {} };

/** The height of a text in a column. */
function heightOf(pdf: Pdf, said: string, style: Style, width: number): number {
	return pdf.font(style.font).fontSize(style.size).heightOfString(said, { width });
}

/** Writes a text; its structure is what it is written in. */
function write(pdf: Pdf, said: string, style: Style, x: number, y: number, width: number): void {
	pdf.font(style.font).fontSize(style.size).fillColor(style.colour).text(said, x, y, { width });
}

/** What is drawn for looks alone: screen readers pass over it. */
export function ornament(pdf: Pdf, drawing: () => void): void {
	pdf.markContent('Artifact', { type: 'Layout' });
	drawing();
	pdf.endMarkedContent();
}

/** One paragraph or heading. */
export function text(pdf: Pdf, tag: 'H1' | 'H2' | 'H3' | 'P', said: string, style: Style, width: number): Block {
	const words = printable(said);
	return {
		height: heightOf(pdf, words, style, width),
		draw(parent, x, y) {
			parent.add(pdf.struct(tag, {}, () => write(pdf, words, style, x, y, width)));
			if (tag === 'H2') pdf.outline.addItem(words);
		}
	};
}

/** A paragraph that leads to an address. Only on the last page: pdfkit says of a link that it is on the page made last. */
export function link(pdf: Pdf, said: string, address: string, style: Style, width: number): Block {
	const words = printable(said);
	const height = heightOf(pdf, words, style, width);
	return {
		height,
		draw(parent, x, y) {
			const paragraph = pdf.struct('P');
			parent.add(paragraph);
			const whole = pdf.struct('Link');
			paragraph.add(whole);
			whole.add(() => write(pdf, words, style, x, y, width));
			const reach = Math.min(width, pdf.font(style.font).fontSize(style.size).widthOfString(words));
			// As an object, since pdfkit takes a bare text for a name.
			const Contents = new String(words) as string;
			pdf.link(x, y, reach, height, address, { structParent: whole, Contents });
		}
	};
}

const INDENT = 11;

/** A list with bullets. */
export function list(pdf: Pdf, items: readonly string[], width: number): Block {
	const said = items.map(printable);
	const heights = said.map((item) => heightOf(pdf, item, styles.text, width - INDENT) + 2);
	return {
		height: heights.reduce((sum, height) => sum + height, 0),
		draw(parent, x, top) {
			let y = top;
			const whole = pdf.struct('L');
			parent.add(whole);
			for (const [i, item] of said.entries()) {
				const at = y;
				const mark = pdf.struct('Lbl', {}, () => write(pdf, '•', styles.text, x, at, INDENT));
				const body = pdf.struct('LBody', {}, () => write(pdf, item, styles.text, x + INDENT, at, width - INDENT));
				whole.add(pdf.struct('LI', {}, [mark, body]));
				y += heights[i]!;
			}
		}
	};
}

/** A block that takes up no less than a height, so that what follows starts level with its neighbour. */
export function atLeast(height: number, block: Block): Block {
	return { height: Math.max(height, block.height), draw: block.draw };
}

/** Blocks under each other. */
export function stack(blocks: readonly Block[], gap: number): Block {
	const shown = blocks.filter(({ height }) => height > 0);
	return {
		height: shown.reduce((sum, { height }) => sum + height, 0) + gap * Math.max(0, shown.length - 1),
		draw(parent, x, top) {
			let y = top;
			for (const block of shown) {
				block.draw(parent, x, y);
				y += block.height + gap;
			}
		}
	};
}

/** Blocks beside each other, each as wide as `width`. */
export function beside(blocks: readonly Block[], width: number, gap: number): Block {
	return {
		height: Math.max(0, ...blocks.map(({ height }) => height)),
		draw(parent, x, y) {
			for (const [i, block] of blocks.entries()) block.draw(parent, x + i * (width + gap), y);
		}
	};
}

const PADDING = 10;

/** Width that is left inside a box. */
export const insideBox = (width: number) => width - 2 * PADDING;

/** A block on a tinted ground. */
export function boxed(pdf: Pdf, block: Block, width: number): Block {
	const height = block.height + 2 * PADDING;
	return {
		height,
		draw(parent, x, y) {
			ornament(pdf, () => pdf.save().roundedRect(x, y, width, height, 4).fill(palette.paper).restore());
			block.draw(parent, x + PADDING, y + PADDING);
		}
	};
}
