import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { InputError } from '../errors.ts';
import { readBoundaries } from './boundaries.ts';
import { dutchTree } from './nederland.ts';

const tree = dutchTree(2024);
const shared = join(import.meta.dirname, '../../../shared/data/regions');
let folder: string;

beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'boundaries-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function file(content: unknown): Promise<string> {
	const path = join(folder, 'map.json');
	await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content));
	return path;
}

// Counterclockwise, with a clockwise hole: as RFC 7946 asks, and the reverse of what d3-geo needs.
const outer = [
	[5, 52],
	[5.1, 52],
	[5.1, 52.1],
	[5, 52.1],
	[5, 52]
];
const hole = [
	[5.02, 52.02],
	[5.02, 52.04],
	[5.04, 52.04],
	[5.04, 52.02],
	[5.02, 52.02]
];
const square = (properties: object, coordinates: unknown = [outer, hole], type = 'Polygon'): object => ({
	type: 'FeatureCollection',
	features: [{ type: 'Feature', properties, geometry: { type, coordinates } }]
});

describe('readBoundaries', () => {
	it('rounds, and winds outer rings clockwise and holes counterclockwise', async () => {
		const fine = outer.map(([x, y]) => [x! + 0.00012, y]);
		const [boundary] = await readBoundaries(await file(square({ any: ' GM0363 ' }, [fine, hole])), tree);
		expect(boundary).toEqual({
			region: 'GM0363',
			geometry: { type: 'Polygon', coordinates: [[...outer].reverse(), [...hole].reverse()] }
		});
	});

	it('joins the parts of a region', async () => {
		const one = square({ statcode: 'GM0014' }, [outer]) as { features: object[] };
		const both = { ...one, features: [...one.features, ...one.features] };
		const [boundary, ...rest] = await readBoundaries(await file(both), tree);
		expect(rest).toEqual([]);
		expect(boundary!.geometry.type).toBe('MultiPolygon');
	});

	it.each([
		['an empty file', ' ', /is empty/],
		['no JSON', 'code;geometry', /is not JSON/],
		['other JSON', [1, 2], /not GeoJSON or TopoJSON/],
		['unknown codes', square({ code: 'GM9999' }), /no feature with the code/],
		['metres', square({ code: 'GM0363' }, [outer.map(([x, y]) => [x! * 2e4, y! * 9e3])]), /not in degrees/],
		['no polygon', square({ code: 'GM0363' }, [[null]]), /no valid polygon for region GM0363/],
		[
			'damaged TopoJSON',
			{ type: 'Topology', arcs: [], objects: { a: { type: 'Polygon', arcs: [[7]] } } },
			/damaged TopoJSON/
		]
	])('refuses %s', async (_, content, message) => {
		const reading = readBoundaries(await file(content), tree);
		await expect(reading).rejects.toThrow(InputError);
		await expect(reading).rejects.toThrow(message);
	});

	it('refuses a missing file', async () => {
		await expect(readBoundaries(join(folder, 'none.json'), tree)).rejects.toThrow(/none.json cannot be read/);
	});

	const geojson = join(shared, 'gemeente_2025.geojson');
	it.runIf(existsSync(geojson))('reads every municipality from a GeoJSON file', async () => {
		expect(await readBoundaries(geojson, tree)).toHaveLength(342);
	});

	const topojson = join(shared, 'nl_gemeenten_corop_provincies_2023.topo.json');
	it.runIf(existsSync(topojson))('reads municipalities and provinces from a TopoJSON file', async () => {
		const regions = (await readBoundaries(topojson, tree)).map((b) => b.region.slice(0, 2));
		expect(regions.filter((kind) => kind === 'GM')).toHaveLength(342);
		expect(regions.filter((kind) => kind === 'PV')).toHaveLength(12);
	});
});
