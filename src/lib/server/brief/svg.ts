import { parseHTML } from 'linkedom';
import { palette, printable } from './look.ts';

/** What a shape takes over from the groups around it; null paints nothing. */
interface Paint {
	readonly fill: string | null;
	readonly stroke: string | null;
	readonly fillOpacity: number;
	readonly strokeOpacity: number;
	readonly width: number;
	readonly dash: readonly number[];
	readonly cap: string;
	readonly anchor: string;
	readonly size: number;
}

/** Size of a chart's words in its own units: what the stylesheet says of charts. */
const WORDS = 12;

const start: Paint = {
	fill: palette.ink,
	stroke: null,
	fillOpacity: 1,
	strokeOpacity: 1,
	width: 1,
	dash: [],
	cap: 'butt',
	anchor: 'start',
	size: WORDS
};

/** The size of a drawing in its own units. */
export function sizeOf(svg: string): { readonly width: number; readonly height: number } {
	const root = parse(svg);
	return { width: numberOf(root, 'width', 0), height: numberOf(root, 'height', 0) };
}

/** Draws a chart with its top left corner at x, y: groups, lines, circles, rectangles, paths and words. */
export function drawSvg(pdf: PDFKit.PDFDocument, svg: string, x: number, y: number, scale: number): void {
	const root = parse(svg);
	root.removeAttribute('font-size');
	pdf.save().translate(x, y).scale(scale);
	inside(pdf, root, start);
	pdf.restore();
}

function parse(svg: string): Element {
	const root = parseHTML(`<!doctype html><html><body>${svg}</body></html>`).document.querySelector('svg');
	if (root === null) throw new Error('a chart without a drawing');
	return root as unknown as Element;
}

function inside(pdf: PDFKit.PDFDocument, group: Element, around: Paint): void {
	const paint = paintOf(group, around);
	for (const child of group.children) if (child.localName !== 'defs') shape(pdf, child, paint);
}

function shape(pdf: PDFKit.PDFDocument, element: Element, around: Paint): void {
	const at = (name: string) => numberOf(element, name, 0);
	pdf.save();
	move(pdf, element);
	const paint = paintOf(element, around);
	switch (element.localName) {
		case 'g':
		case 'a':
			inside(pdf, element, around);
			break;
		case 'line':
			draw(pdf, { ...paint, fill: null }, () => pdf.moveTo(at('x1'), at('y1')).lineTo(at('x2'), at('y2')));
			break;
		case 'circle':
			draw(pdf, paint, () => pdf.circle(at('cx'), at('cy'), at('r')));
			break;
		case 'rect':
			draw(pdf, paint, () => pdf.rect(at('x'), at('y'), at('width'), at('height')));
			break;
		case 'path':
			draw(pdf, paint, () => pdf.path(element.getAttribute('d') ?? ''));
			break;
		case 'use':
			pdf.translate(at('x'), at('y'));
			draw(pdf, paint, () => pdf.path(shared(element)));
			break;
		case 'text':
			words(pdf, element, paint);
	}
	pdf.restore();
}

/** The path that a drawing states once and refers to. */
function shared(use: Element): string {
	const id = use.getAttribute('href')?.slice(1) ?? '';
	return use.ownerDocument.getElementById(id)?.getAttribute('d') ?? '';
}

function draw(pdf: PDFKit.PDFDocument, paint: Paint, outline: () => void): void {
	const { fill, stroke } = paint;
	if (fill === null && stroke === null) return;
	outline();
	pdf.lineWidth(paint.width).lineCap(paint.cap).lineJoin('round');
	if (paint.dash.length > 0) pdf.dash(paint.dash[0]!, { space: paint.dash[1] ?? paint.dash[0]! });
	pdf.fillOpacity(paint.fillOpacity).strokeOpacity(paint.strokeOpacity);
	if (fill !== null && stroke !== null) pdf.fillAndStroke(fill, stroke);
	else if (fill !== null) pdf.fill(fill);
	else pdf.stroke(stroke!);
}

/** One line of words, or several that each begin at a place of their own. */
function words(pdf: PDFKit.PDFDocument, text: Element, paint: Paint): void {
	const lines = [...text.querySelectorAll('tspan')];
	const from = numberOf(text, 'y', paint.size) + numberOf(text, 'dy', paint.size);
	let y = from;
	for (const line of lines.length === 0 ? [text] : lines) {
		if (line !== text) y = numberOf(line, 'y', paint.size, y) + numberOf(line, 'dy', paint.size);
		const said = printable(line.textContent);
		pdf.font('regular').fontSize(paint.size);
		const width = pdf.widthOfString(said);
		const back = paint.anchor === 'middle' ? width / 2 : paint.anchor === 'end' ? width : 0;
		pdf.fillOpacity(paint.fillOpacity).fillColor(paint.fill ?? palette.ink);
		pdf.text(said, numberOf(line, 'x', paint.size) - back, y, { lineBreak: false, baseline: 'alphabetic' });
	}
}

function move(pdf: PDFKit.PDFDocument, element: Element): void {
	for (const [, what, numbers = ''] of (element.getAttribute('transform') ?? '').matchAll(/(\w+)\(([^)]*)\)/g)) {
		const [a = 0, b = 0] = numbers.split(/[\s,]+/).map(Number);
		if (what === 'translate') pdf.translate(a, b);
		else if (what === 'rotate') pdf.rotate(a);
	}
}

function paintOf(element: Element, around: Paint): Paint {
	const said = (name: string) => element.getAttribute(name);
	const dash = said('stroke-dasharray');
	const colour = (name: string, otherwise: string | null) => (said(name) === null ? otherwise : colourOf(said(name)!));
	const opacity = numberOf(element, 'opacity', 1, 1);
	return {
		fill: colour('fill', around.fill),
		stroke: colour('stroke', around.stroke),
		fillOpacity: numberOf(element, 'fill-opacity', 1, around.fillOpacity) * opacity,
		strokeOpacity: numberOf(element, 'stroke-opacity', 1, around.strokeOpacity) * opacity,
		width: numberOf(element, 'stroke-width', 1, around.width),
		dash: dash === null ? around.dash : dash.split(/[\s,]+/).map(Number),
		cap: said('stroke-linecap') ?? around.cap,
		anchor: said('text-anchor') ?? around.anchor,
		size: numberOf(element, 'font-size', 1, around.size)
	};
}

function colourOf(value: string): string | null {
	if (value === 'none' || value === 'transparent') return null;
	if (value === 'currentColor') return palette.ink;
	const [, name] = /^var\(--(\w+)\)$/.exec(value) ?? [];
	if (name === undefined) return value;
	return palette[name as keyof typeof palette] ?? palette.ink;
}

/** A number, or a number of em: of the size of words. */
function numberOf(element: Element, name: string, em: number, otherwise = 0): number {
	const value = element.getAttribute(name);
	if (value === null) return otherwise;
	return value.endsWith('em') ? Number(value.slice(0, -2)) * em : Number.parseFloat(value);
}
