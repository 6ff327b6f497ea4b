import { draw } from '../charts/draw.ts';
import type { ChartInput } from '../charts/draw.ts';
import { Drawing } from '../drawing.ts';
import { keptDrawings } from './kept-drawings.ts';
import { SvgDocument } from './svg-document.ts';
import { tableRows } from './table-rows.ts';
import type { TableRows } from './table-rows.ts';

const document = new SvgDocument() as unknown as Document;

/** A chart as SVG text, so that a page is complete before any script runs. */
export function renderChart(input: ChartInput): string {
	return draw(input, document).outerHTML;
}

const kept = keptDrawings(renderChart);

/** Makes the charts and rows of one answer: a page that holds them, or the data of a page that the browser makes. */
export type Renderer = (input: ChartInput | TableRows) => Drawing;

export function rendererFor(event: { readonly isDataRequest: boolean }): Renderer {
	return (input) => new Drawing(input.kind === 'rows' ? tableRows(input) : kept(input), !event.isDataRequest);
}
