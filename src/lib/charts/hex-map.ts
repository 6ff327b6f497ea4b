import * as Plot from '@observablehq/plot';
import { hatch, hatchFill, mapFill, marksUnsure } from './map-style.ts';
import type { MapRegion } from './map-style.ts';

export interface HexMapInput {
	readonly kind: 'hex-map';
	/** One row per tile; `q` and `r` are axial coordinates, pointy top. */
	readonly tiles: readonly (MapRegion & { readonly q: number; readonly r: number })[];
}

/** Half the width of a tile, in units of the drawing. */
const HALF = 10;
const MARGIN = 12;

/** Tile map: one hexagon per region, all of the same size. */
export function hexMap({ tiles }: HexMapInput): Plot.PlotOptions {
	const rows = tiles.map((tile) => ({
		...tile,
		x: 2 * HALF * (tile.q + tile.r / 2),
		// A tenth of a unit is finer than a screen shows, and keeps the drawing short.
		y: Math.round(Math.sqrt(3) * HALF * tile.r * 10) / 10
	}));
	const [left, right] = extent(rows.map((row) => row.x));
	const [top, bottom] = extent(rows.map((row) => row.y));
	const channels = { x: 'x', y: 'y', r: HALF - 0.6, symbol: 'hexagon', href: 'href', title: 'label' } as const;
	return {
		width: right - left + 2 * MARGIN,
		height: Math.round((bottom - top + 2 * MARGIN) * 10) / 10,
		margin: MARGIN,
		x: { domain: [left, right], axis: null },
		y: { domain: [bottom, top], axis: null },
		r: { type: 'identity' },
		marks: [
			hatch,
			Plot.dot(rows, { ...channels, className: 'tile', fill: mapFill, stroke: 'var(--map-edge)', strokeWidth: 0.8 }),
			Plot.dot(rows.filter(marksUnsure), {
				x: 'x',
				y: 'y',
				r: HALF - 0.6,
				symbol: 'hexagon',
				className: 'unsure',
				fill: hatchFill,
				pointerEvents: 'none'
			})
		]
	};
}

function extent(values: readonly number[]): [number, number] {
	const low = values.reduce((a, b) => Math.min(a, b), Infinity);
	const high = values.reduce((a, b) => Math.max(a, b), -Infinity);
	return values.length === 0 ? [0, 1] : low === high ? [low - HALF, high + HALF] : [low, high];
}
