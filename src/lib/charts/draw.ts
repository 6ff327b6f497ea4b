import * as Plot from '@observablehq/plot';
import { boundaryMap } from './boundary-map.ts';
import type { BoundaryMapInput } from './boundary-map.ts';
import { calibration } from './calibration.ts';
import type { CalibrationInput } from './calibration.ts';
import { compact } from './compact.ts';
import { dotRange } from './dot-range.ts';
import type { DotRangeInput } from './dot-range.ts';
import { eventStudyChart } from './event-study.ts';
import type { EventStudyInput } from './event-study.ts';
import { hexMap } from './hex-map.ts';
import type { HexMapInput } from './hex-map.ts';
import { inOrOut } from './in-or-out.ts';
import type { InOrOutInput } from './in-or-out.ts';
import { quantileDotsChart } from './quantile-dots.ts';
import type { QuantileDotsInput } from './quantile-dots.ts';
import { slope } from './slope.ts';
import type { SlopeInput } from './slope.ts';
import { smallMultiples } from './small-multiples.ts';
import type { SmallMultiplesInput } from './small-multiples.ts';
import { trend } from './trend.ts';
import type { TrendInput } from './trend.ts';
import { watchTrend } from './watch-trend.ts';
import type { WatchTrendInput } from './watch-trend.ts';

export type ChartInput =
	| CalibrationInput
	| HexMapInput
	| InOrOutInput
	| BoundaryMapInput
	| TrendInput
	| DotRangeInput
	| EventStudyInput
	| WatchTrendInput
	| SlopeInput
	| SmallMultiplesInput
	| QuantileDotsInput;

function optionsOf(input: ChartInput): Plot.PlotOptions {
	switch (input.kind) {
		case 'calibration':
			return calibration(input);
		case 'hex-map':
			return hexMap(input);
		case 'boundary-map':
			return boundaryMap(input);
		case 'trend':
			return trend(input);
		case 'dot-range':
			return dotRange(input);
		case 'event-study':
			return eventStudyChart(input);
		case 'in-or-out':
			return inOrOut(input);
		case 'watch-trend':
			return watchTrend(input);
		case 'slope':
			return slope(input);
		case 'small-multiples':
			return smallMultiples(input);
		case 'quantile-dots':
			return quantileDotsChart(input);
	}
}

/**
 * Draws a chart on a document: the browser's, or the server's stand-in. The drawing holds no inline style, which the
 * content security policy would refuse; its rules are in the stylesheet, under `.chart`.
 */
export function draw(input: ChartInput, document: Document): SVGSVGElement {
	const svg = Plot.plot({ ...optionsOf(input), document, className: 'plot' }) as unknown as SVGSVGElement;
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
