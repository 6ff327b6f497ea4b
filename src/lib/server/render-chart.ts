import { parseHTML } from 'linkedom';
import { draw } from '../charts/draw.ts';
import type { ChartInput } from '../charts/draw.ts';
import { Drawing } from '../drawing.ts';

const { document } = parseHTML('<!doctype html><html><body></body></html>');

/** A chart as SVG text, so that a page is complete before any script runs. */
export function renderChart(input: ChartInput): string {
	return draw(input, document as unknown as Document).outerHTML;
}

/** Draws the charts of one answer: a page that holds them, or the data of a page that the browser makes. */
export type Renderer = (input: ChartInput) => Drawing;

export function rendererFor(event: { readonly isDataRequest: boolean }): Renderer {
	return (input) => new Drawing(renderChart(input), !event.isDataRequest);
}
