import * as Plot from '@observablehq/plot';
import { compact } from './compact.ts';

/**
 * Draws on a document: the browser's, or the server's stand-in. The drawing holds no inline style, which the content security
 * policy would refuse; its rules are in the stylesheet, under `.chart`.
 */
export function plotted(options: Plot.PlotOptions, document: Document): SVGSVGElement {
	const svg = Plot.plot({ ...options, document, className: 'plot' }) as unknown as SVGSVGElement;
	for (const style of [...svg.querySelectorAll('style')]) style.remove();
	for (const element of [svg, ...svg.querySelectorAll('[style]')]) element.removeAttribute('style');
	// A group has no role that may carry a name; the figure around the drawing names it.
	for (const group of [...svg.querySelectorAll('g')]) {
		group.removeAttribute('aria-label');
		group.removeAttribute('aria-description');
	}
	for (const text of [...svg.querySelectorAll('[aria-label]')]) text.removeAttribute('aria-label');
	compact(svg, document);
	const links = [...svg.querySelectorAll('a')];
	for (const link of links) nameLink(link);
	if (links.length === 0) {
		svg.setAttribute('aria-hidden', 'true');
		svg.setAttribute('focusable', 'false');
	}
	return svg;
}

/** A region on a map: a link that says its figure. The list beside the map is the way by keyboard until arrows work. */
function nameLink(link: Element): void {
	const target = link.getAttribute('xlink:href') ?? link.getAttributeNS('http://www.w3.org/1999/xlink', 'href');
	if (target !== null) {
		link.removeAttribute('xlink:href');
		link.removeAttributeNS('http://www.w3.org/1999/xlink', 'href');
		link.setAttribute('href', target);
	}
	// As its first child, the title names the link; `live.ts` makes it a label that speaks at once.
	const title = link.querySelector('title');
	if (title !== null) link.prepend(title);
	link.removeAttribute('fill');
	link.setAttribute('tabindex', '-1');
}
