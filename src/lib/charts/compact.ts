/**
 * Makes a drawing short. Positions keep a tenth of a unit, which is finer than a screen shows; a shape that is drawn many times
 * is stated once, and every drawing of it refers to that one.
 */
export function compact(svg: SVGSVGElement, document: Document): void {
	for (const name of POSITIONS)
		for (const element of [...svg.querySelectorAll(`[${name}]`)])
			element.setAttribute(name, shortNumbers(element.getAttribute(name) ?? ''));
	const byShape = new Map<string, Element[]>();
	for (const path of [...svg.querySelectorAll('path')]) {
		const shape = shortPath(path.getAttribute('d') ?? '');
		path.setAttribute('d', shape);
		byShape.set(shape, [...(byShape.get(shape) ?? []), path]);
	}
	const shared = [...byShape].filter(([, paths]) => paths.length > 1);
	if (shared.length === 0) return;
	const defs = document.createElementNS(SVG, 'defs');
	for (const [shape, paths] of shared) {
		const id = `shape-${hash(shape)}`;
		const path = document.createElementNS(SVG, 'path');
		path.setAttribute('id', id);
		path.setAttribute('d', shape);
		defs.append(path);
		for (const each of paths) each.replaceWith(reference(each, id, document));
	}
	svg.prepend(defs);
}

/** Attributes with places and sizes in the units of the drawing; words are moved by parts of a letter too, such as "0.32em". */
const POSITIONS = ['x', 'y', 'x1', 'x2', 'y1', 'y2', 'cx', 'cy', 'width', 'height', 'transform'];

const shortNumbers = (text: string) => text.replace(/-?\d+\.\d{2,}(?!\d|em)/g, (number) => tenths(Number(number)));

/** FNV-1a, 32 bits. A page holds several drawings: the same name must stand for the same shape in all of them. */
function hash(text: string): string {
	let h = 0x811c9dc5;
	for (const sign of text) h = Math.imul(h ^ sign.codePointAt(0)!, 0x01000193);
	return (h >>> 0).toString(36);
}

const SVG = 'http://www.w3.org/2000/svg';

function reference(path: Element, id: string, document: Document): Element {
	const use = document.createElementNS(SVG, 'use');
	use.setAttribute('href', `#${id}`);
	const [, x, y] = /^translate\((-?[\d.e-]+),(-?[\d.e-]+)\)$/.exec(path.getAttribute('transform') ?? '') ?? [];
	if (x !== undefined) use.setAttribute('x', tenths(Number(x)));
	if (y !== undefined) use.setAttribute('y', tenths(Number(y)));
	for (const { name, value } of [...path.attributes])
		if (name !== 'd' && name !== 'transform') use.setAttribute(name, value);
	use.append(...path.childNodes);
	return use;
}

/** A path of straight lines with each point given from the one before it; any other path stays as it is. */
export function shortPath(path: string): string {
	if (!/^[MLZ\d.,\s-]*$/.test(path)) return path;
	let [fromX, fromY] = [0, 0];
	let short = '';
	let drawing = false;
	for (const [, command, rest = ''] of path.matchAll(/([MLZ])([^MLZ]*)/g)) {
		const [x = NaN, y = NaN] = rest.split(',').map((text) => Math.round(Number(text) * 10));
		if (command === 'Z') short += 'Z';
		else if (command === 'M') short += `M${x / 10},${y / 10}`;
		else short += `${drawing ? ' ' : 'l'}${(x - fromX) / 10},${(y - fromY) / 10}`;
		drawing = command === 'L';
		if (command !== 'Z') [fromX, fromY] = [x, y];
	}
	return short;
}

const tenths = (value: number) => String(Math.round(value * 10) / 10);
