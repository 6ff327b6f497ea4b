/**
 * Makes a drawing short. Positions keep a tenth of a unit, which is finer than a screen shows; a shape that is drawn many times
 * is stated once, and every drawing of it refers to that one.
 */
export function compact(svg: SVGSVGElement, document: Document): void {
	const byShape = new Map<string, Element[]>();
	for (const path of [...svg.querySelectorAll('path')]) {
		const shape = shortPath(path.getAttribute('d') ?? '');
		path.setAttribute('d', shape);
		byShape.set(shape, [...(byShape.get(shape) ?? []), path]);
	}
	const shared = [...byShape].filter(([, paths]) => paths.length > 1);
	if (shared.length === 0) return;
	const defs = document.createElementNS(SVG, 'defs');
	for (const [number, [shape, paths]] of shared.entries()) {
		const id = `shape-${number + 1}`;
		const path = document.createElementNS(SVG, 'path');
		path.setAttribute('id', id);
		path.setAttribute('d', shape);
		defs.append(path);
		for (const each of paths) each.replaceWith(reference(each, id, document));
	}
	svg.prepend(defs);
}

const SVG = 'http://www.w3.org/2000/svg';

function reference(path: Element, id: string, document: Document): Element {
	const use = document.createElementNS(SVG, 'use');
	use.setAttribute('href', `#${id}`);
	const [, x, y] = /^translate\((-?[\d.e-]+),(-?[\d.e-]+)\)$/.exec(path.getAttribute('transform') ?? '') ?? [];
	if (x !== undefined) use.setAttribute('x', tenths(Number(x)));
	if (y !== undefined) use.setAttribute('y', tenths(Number(y)));
	const fill = path.getAttribute('fill');
	if (fill !== null) use.setAttribute('fill', fill);
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
