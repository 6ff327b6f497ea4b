import { boundaryMap } from './boundary-map.ts';
import type { BoundaryMapInput } from './boundary-map.ts';
import { hexMap } from './hex-map.ts';
import type { HexMapInput } from './hex-map.ts';
import { plotted } from './plotted.ts';
import { drawText } from './text-charts.ts';
import type { TextChartInput } from './text-charts.ts';

export type ChartInput = HexMapInput | BoundaryMapInput | TextChartInput;

/** Draws a chart of any kind, as the server does. */
export function draw(input: ChartInput, document: Document): SVGSVGElement {
	switch (input.kind) {
		case 'hex-map':
			return plotted(hexMap(input), document);
		case 'boundary-map':
			return plotted(boundaryMap(input), document);
		default:
			return drawText(input, document);
	}
}
