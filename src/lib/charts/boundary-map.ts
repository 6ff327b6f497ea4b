import * as Plot from '@observablehq/plot';
import { hatch, hatchFill, mapFill, marksUnsure } from './map-style.ts';
import type { MapRegion } from './map-style.ts';

export interface BoundaryMapInput {
	readonly kind: 'boundary-map';
	/** GeoJSON geometries in longitude and latitude. */
	readonly regions: readonly (MapRegion & { readonly geometry: { type: string; coordinates: unknown } })[];
}

const WIDTH = 440;

/** Choropleth of imported boundaries. */
export function boundaryMap({ regions }: BoundaryMapInput): Plot.PlotOptions {
	const box = boxOf(regions.map((region) => region.geometry.coordinates));
	const grid = Math.max(1e-9, box.east - box.west) / (2 * WIDTH);
	const features = regions.map(({ geometry, ...properties }) => ({
		...properties,
		type: 'Feature' as const,
		properties: {},
		geometry: { type: geometry.type, coordinates: thin(geometry.coordinates, grid) } as never
	}));
	const shrink = Math.cos((((box.south + box.north) / 2) * Math.PI) / 180);
	const height = Math.round((WIDTH * (box.north - box.south)) / Math.max(1e-9, (box.east - box.west) * shrink));
	const { west, south, east, north } = box;
	return {
		width: WIDTH,
		height,
		margin: 4,
		projection: {
			type: 'mercator',
			domain: {
				type: 'MultiPoint',
				coordinates: [
					[west, south],
					[east, north]
				]
			}
		},
		marks: [
			hatch,
			Plot.geo(features, {
				className: 'tile',
				fill: mapFill as never,
				stroke: 'var(--map-edge)',
				strokeWidth: 0.4,
				href: 'href',
				title: 'label'
			}),
			Plot.geo(features.filter(marksUnsure), { className: 'unsure', fill: hatchFill, pointerEvents: 'none' })
		]
	};
}

/**
 * Boundaries are finer than half a pixel shows. Points move to a grid, the same for neighbours so that no gap opens, and
 * points that fall together become one; a ring that would vanish stays as it is.
 */
function thin(part: unknown, grid: number): unknown {
	if (!Array.isArray(part)) return part;
	if (!isPoint((part as unknown[])[0])) return part.map((inner) => thin(inner, grid));
	const ring = (part as [number, number][]).map(([x, y]) => [snap(x, grid), snap(y, grid)] as const);
	const kept = ring.filter(([x, y], i) => i === 0 || x !== ring[i - 1]![0] || y !== ring[i - 1]![1]);
	return kept.length < 4 ? part : kept;
}

const snap = (value: number, grid: number) => Math.round(value / grid) * grid;

const isPoint = (part: unknown) => Array.isArray(part) && typeof (part as unknown[])[0] === 'number';

interface Box {
	west: number;
	south: number;
	east: number;
	north: number;
}

function boxOf(coordinates: unknown): Box {
	const box: Box = { west: 180, south: 90, east: -180, north: -90 };
	const visit = (part: unknown): void => {
		if (!Array.isArray(part)) return;
		const [x, y] = part as unknown[];
		if (typeof x === 'number' && typeof y === 'number') {
			box.west = Math.min(box.west, x);
			box.east = Math.max(box.east, x);
			box.south = Math.min(box.south, y);
			box.north = Math.max(box.north, y);
		} else part.forEach(visit);
	};
	visit(coordinates);
	return box;
}
