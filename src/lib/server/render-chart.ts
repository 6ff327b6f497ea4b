import { parseHTML } from 'linkedom';
import { draw } from '../charts/draw.ts';
import type { ChartInput } from '../charts/draw.ts';

const { document } = parseHTML('<!doctype html><html><body></body></html>');

/** A chart as SVG text, so that a page is complete before any script runs. */
export function renderChart(input: ChartInput): string {
	return draw(input, document as unknown as Document).outerHTML;
}
