import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { feature } from 'topojson-client';
import type { GeometryObject, Topology } from 'topojson-specification';
import type { BoundaryView } from '../contract/published.ts';
import type { RegionTree } from '../contract/region-tree.ts';
import { InputError } from '../errors.ts';

type Ring = [number, number][];
type Polygon = Ring[];
type Loose = Record<string, unknown>;

/** Boundary of one region: longitude and latitude in thousandths of a degree, outer rings clockwise as d3-geo wants them. */
export interface Boundary {
	readonly region: string;
	readonly geometry: BoundaryView['geometry'];
}

/**
 * Boundaries of regions from a GeoJSON or TopoJSON file. A feature belongs to the region whose code is its id or the value
 * of one of its properties; features of other regions are left out.
 * @throws InputError when the file is missing or empty, is no such file, names no region of the tree, or is not in degrees.
 */
export async function readBoundaries(file: string, tree: RegionTree): Promise<Boundary[]> {
	const name = basename(file);
	const polygons = new Map<string, Polygon[]>();
	for (const collection of collections(await readJson(file), name)) {
		const found = new Map<string, Polygon[]>();
		for (const item of collection) {
			const region = regionOf(item, tree);
			if (region !== null && !polygons.has(region))
				found.set(region, [...(found.get(region) ?? []), ...polygonsOf(item.geometry, name, region)]);
		}
		for (const [region, parts] of found) if (parts.length > 0) polygons.set(region, parts);
	}
	if (polygons.size === 0)
		throw new InputError(
			`${name} has no feature with the code of a region in use; a feature needs its code (such as GM0363) as id or property.`
		);
	return [...polygons].map(([region, parts]) => ({
		region,
		geometry:
			parts.length === 1 ? { type: 'Polygon', coordinates: parts[0]! } : { type: 'MultiPolygon', coordinates: parts }
	}));
}

async function readJson(file: string): Promise<unknown> {
	let text: string;
	try {
		text = await readFile(file, 'utf8');
	} catch (error) {
		throw new InputError(`The boundary file ${basename(file)} cannot be read; check its path.`, { cause: error });
	}
	if (text.trim() === '') throw new InputError(`The boundary file ${basename(file)} is empty.`);
	try {
		return JSON.parse(text.replace(/^\uFEFF/, ''));
	} catch (error) {
		throw new InputError(`${basename(file)} is not JSON; a boundary file is GeoJSON or TopoJSON.`, { cause: error });
	}
}

/** Lists of features: the one of a GeoJSON file, or one for each object of a TopoJSON file. */
function collections(json: unknown, name: string): Loose[][] {
	const root = isObject(json) ? json : {};
	if (root.type === 'FeatureCollection' && Array.isArray(root.features)) return [root.features.filter(isObject)];
	if (root.type === 'Feature') return [[root]];
	if (root.type === 'Topology' && isObject(root.objects))
		return Object.values(root.objects).map((o) => unpack(root, o, name));
	throw new InputError(`${name} is not GeoJSON or TopoJSON; it has no collection of features.`);
}

function unpack(topology: unknown, object: unknown, name: string): Loose[] {
	try {
		const result = feature(topology as Topology, object as GeometryObject) as unknown as Loose;
		return Array.isArray(result.features) ? result.features.filter(isObject) : [result];
	} catch (error) {
		throw new InputError(`${name} is damaged TopoJSON; an object refers to arcs that are not there.`, { cause: error });
	}
}

function isObject(value: unknown): value is Loose {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function regionOf(item: Loose, tree: RegionTree): string | null {
	const properties = isObject(item.properties) ? Object.values(item.properties) : [];
	const codes = [item.id, ...properties].filter((value) => typeof value === 'string').map((value) => value.trim());
	return codes.find((code) => tree.find(code) !== undefined) ?? null;
}

function polygonsOf(geometry: unknown, name: string, region: string): Polygon[] {
	if (!isObject(geometry) || !Array.isArray(geometry.coordinates)) return [];
	const parts: unknown[] =
		geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.type === 'MultiPolygon' ? geometry.coordinates : [];
	return parts.map((part) => polygon(part, name, region)).filter((rings) => rings.length > 0);
}

/** A polygon whose outer ring has not vanished in rounding; holes that have are dropped. */
function polygon(part: unknown, name: string, region: string): Polygon {
	if (!Array.isArray(part)) throw damaged(name, region);
	const rings = part.map((points: unknown, index) => wind(ring(points, name, region), index === 0));
	return rings[0] === undefined || rings[0].length < 4 ? [] : rings.filter((points) => points.length >= 4);
}

function ring(points: unknown, name: string, region: string): Ring {
	if (!Array.isArray(points)) throw damaged(name, region);
	const rounded: Ring = [];
	for (const point of points as unknown[]) {
		const [x, y] = Array.isArray(point) ? (point as unknown[]) : [];
		if (typeof x !== 'number' || typeof y !== 'number') throw damaged(name, region);
		if (Math.abs(x) > 180 || Math.abs(y) > 90)
			throw new InputError(
				`${name} is not in degrees of longitude and latitude (region ${region}); convert it from metres (RD, EPSG:28992) to WGS84 first.`
			);
		const next: [number, number] = [thousandths(x), thousandths(y)];
		const last = rounded.at(-1);
		if (last === undefined || last[0] !== next[0] || last[1] !== next[1]) rounded.push(next);
	}
	return rounded;
}

function thousandths(degrees: number): number {
	return Math.round(degrees * 1000) / 1000;
}

function damaged(name: string, region: string): InputError {
	return new InputError(`${name} has no valid polygon for region ${region}.`);
}

/** Outer rings run clockwise seen from above, holes the other way. */
function wind(points: Ring, outer: boolean): Ring {
	let area = 0;
	for (let i = 1; i < points.length; i++) area += points[i - 1]![0] * points[i]![1] - points[i]![0] * points[i - 1]![1];
	return area > 0 === outer ? points.reverse() : points;
}
