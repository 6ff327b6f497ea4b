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
	const flat = regions.map(({ geometry, ...properties }) => ({
		...properties,
		geometry: { type: geometry.type, coordinates: onPlane(geometry.coordinates) }
	}));
	const { west, south, east, north } = boxOf(flat.map((region) => region.geometry.coordinates));
	const across = Math.max(1e-9, east - west);
	const features = flat.map(({ geometry, ...properties }) => ({
		...properties,
		type: 'Feature' as const,
		properties: {},
		geometry: { type: geometry.type, coordinates: thin(geometry.coordinates, across / (2 * WIDTH)) } as never
	}));
	return {
		width: WIDTH,
		height: Math.round((WIDTH * (north - south)) / across),
		margin: 4,
		projection: {
			type: 'reflect-y',
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
 * Mercator coordinates in radians. On a plane it does not matter which way round a ring runs; on a globe, a small ring that
 * turns over in rounding would be everything but that region.
 */
function onPlane(part: unknown): unknown {
	if (!Array.isArray(part)) return part;
	if (!isPoint(part)) return part.map(onPlane);
	const [longitude, latitude] = part as [number, number];
	return [longitude * RADIAN, Math.log(Math.tan(Math.PI / 4 + (latitude * RADIAN) / 2))];
}

const RADIAN = Math.PI / 180;

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
	const box: Box = { west: Infinity, south: Infinity, east: -Infinity, north: -Infinity };
	const visit = (part: unknown): void => {
		if (!Array.isArray(part)) return;
		if (isPoint(part)) {
			const [x, y] = part as [number, number];
			box.west = Math.min(box.west, x);
			box.east = Math.max(box.east, x);
			box.south = Math.min(box.south, y);
			box.north = Math.max(box.north, y);
		} else part.forEach(visit);
	};
	visit(coordinates);
	return Number.isFinite(box.west) ? box : { west: 0, south: 0, east: 1, north: 1 };
}
