/** What the stylesheet says of a mark. The first are handed down from an element to what is in it. */
const INHERITED = [
	'fill',
	'fill-opacity',
	'stroke',
	'stroke-width',
	'stroke-opacity',
	'stroke-dasharray',
	'stroke-linecap',
	'font-family',
	'font-size',
	'font-weight'
] as const;
const FOR_SCREEN = ['class', 'tabindex', 'focusable', 'aria-hidden', 'aria-label', 'data-label', 'pointer-events'];

/**
 * A copy of a drawing that stands by itself: colours, lines and letters as attributes, as the page shows them now, without
 * links and without what only answers to a pointer.
 */
export function plainSvg(drawing: SVGSVGElement): SVGSVGElement {
	const copy = drawing.cloneNode(true) as SVGSVGElement;
	inline(drawing, copy, {});
	for (const hit of [...copy.querySelectorAll('.hit')]) hit.remove();
	for (const link of [...copy.querySelectorAll('a')]) link.replaceWith(...link.childNodes);
	for (const element of [copy, ...copy.querySelectorAll('*')])
		for (const name of FOR_SCREEN) element.removeAttribute(name);
	return copy;
}

type Style = Partial<Record<(typeof INHERITED)[number], string>>;

function inline(from: Element, to: Element, above: Style): void {
	const computed = getComputedStyle(from);
	const own: Style = {};
	for (const name of INHERITED) {
		const value = computed.getPropertyValue(name);
		own[name] = value;
		// A pattern is named by where it stands in the drawing, as the attribute says already.
		if (value.startsWith('url(')) continue;
		if (value !== above[name] || to.hasAttribute(name)) to.setAttribute(name, value);
	}
	if (computed.opacity !== '1') to.setAttribute('opacity', computed.opacity);
	for (const [i, child] of [...from.children].entries()) inline(child, to.children[i]!, own);
}
