/**
 * Makes the tables of regional facts in `analytics/regions/data` and `analytics/synthetic/data` from open data of Statistics
 * Netherlands (CC BY 4.0; sources in the SOURCES.md beside each table):
 *
 *     node tools/make-regions.ts ../shared/data
 *
 * The folder holds regions/gemeenten_2023_2025.csv, regions/provincies.csv, regions/coropgebieden_2023.csv,
 * regions/gemeente_2025.geojson, regions/wijk_buurt_codes_2020.csv and stats/kwb2020_gemeenten_core.csv. The output is committed;
 * nothing reads the folder at run time. Changes of municipalities, and municipalities that are no more, are written by hand
 * (wijzigingen.csv, vervallen-gemeenten.csv).
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { movesBetween } from '../analytics/regions/changes.ts';
import { ALL } from '../analytics/regions/share.ts';

type Row = Record<string, string>;

const [source = '../shared/data'] = process.argv.slice(2);
const root = join(import.meta.dirname, '..');
const input = (path: string): string => readFileSync(join(source, path), 'utf8');
const table = (path: string): Row[] => parse(input(path), { columns: true, bom: true });
const number = (text: string | undefined): number => {
	const value = Number(text);
	if (text === undefined || text === '' || !Number.isFinite(value)) throw new Error(`not a number: ${text}`);
	return value;
};

const byKey = ([a]: [string, unknown], [b]: [string, unknown]): number => a.localeCompare(b);

function write(path: string, header: string, lines: string[]): void {
	writeFileSync(join(root, path), [header, ...lines, ''].join('\n'));
}

/** Area-weighted centroid of the rings of a geometry, in its own coordinates (holes count negatively). */
function centroid(geometry: { type: string; coordinates: unknown }): [number, number] {
	const polygons = (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates) as [
		number,
		number
	][][][];
	let area = 0;
	let x = 0;
	let y = 0;
	for (const polygon of polygons)
		for (const [index, ring] of polygon.entries()) {
			const sums = ringMoments(ring);
			const sign = Math.sign(sums[0]) * (index === 0 ? 1 : -1);
			area += sign * sums[0];
			x += sign * sums[1];
			y += sign * sums[2];
		}
	return [x / (3 * area), y / (3 * area)];
}

/** Twice the signed area of a ring, and its first moments times six. */
function ringMoments(ring: [number, number][]): [number, number, number] {
	// Relative to the first point: the coordinates are large against the ring.
	const [ox, oy] = ring[0]!;
	let area = 0;
	let mx = 0;
	let my = 0;
	for (let i = 1; i < ring.length; i++) {
		const [ax, ay] = [ring[i - 1]![0] - ox, ring[i - 1]![1] - oy];
		const [bx, by] = [ring[i]![0] - ox, ring[i]![1] - oy];
		const cross = ax * by - bx * ay;
		area += cross;
		mx += cross * (ax + bx);
		my += cross * (ay + by);
	}
	return [area, mx + 3 * area * ox, my + 3 * area * oy];
}

/** Rows of 2020 by municipality of 2024, each with the share of it that went there. */
function onto2024(rows: Row[]): Map<string, { row: Row; share: number }[]> {
	const moves = movesBetween(2020, 2024);
	const result = new Map<string, { row: Row; share: number }[]>();
	for (const row of rows)
		for (const { code, share } of moves.get(row.GM_CODE!) ?? [{ code: row.GM_CODE!, share: ALL }]) {
			const parts = result.get(code) ?? [];
			parts.push({ row, share: share.part / share.whole });
			result.set(code, parts);
		}
	return result;
}

/** Wijk -> buurten (last two characters) per municipality of 2020. */
function buurten2020(): Map<string, Map<string, string[]>> {
	const result = new Map<string, Map<string, string[]>>();
	for (const { code, kind } of table('regions/wijk_buurt_codes_2020.csv') as { code: string; kind: string }[]) {
		if (kind !== 'Buurt') continue;
		const gemeente = `GM${code.slice(2, 6)}`;
		const wijken = result.get(gemeente) ?? new Map<string, string[]>();
		result.set(gemeente, wijken);
		wijken.set(code.slice(6, 8), [...(wijken.get(code.slice(6, 8)) ?? []), code.slice(8, 10)]);
	}
	return result;
}

/** Mean of a KWB column over the parts of a municipality, weighted by another column. */
function mean(parts: { row: Row; share: number }[], column: string, weight: string): number {
	let sum = 0;
	let total = 0;
	for (const { row, share } of parts) {
		sum += number(row[column]) * number(row[weight]) * share;
		total += number(row[weight]) * share;
	}
	return sum / total;
}

const HOUSEHOLDS = 'Aantal huishoudens';
const PERSONS = 'Aantal inwoners';
/** Column of the margins -> KWB column, its weight, and decimals. */
const MARGINS: [string, string, string, number][] = [
	['onePerson', 'Eenpersoonshuishoudens (%)', HOUSEHOLDS, 1],
	['noChildren', 'Huishoudens zonder kinderen (%)', HOUSEHOLDS, 1],
	['withChildren', 'Huishoudens met kinderen (%)', HOUSEHOLDS, 1],
	['householdSize', 'Gemiddelde huishoudensgrootte', HOUSEHOLDS, 2],
	['age0to15', 'Personen 0 tot 15 jaar (%)', PERSONS, 1],
	['age15to25', 'Personen 15 tot 25 jaar (%)', PERSONS, 1],
	['age25to45', 'Personen 25 tot 45 jaar (%)', PERSONS, 1],
	['age45to65', 'Personen 45 tot 65 jaar (%)', PERSONS, 1],
	['age65plus', 'Personen 65 jaar en ouder (%)', PERSONS, 1],
	['lowIncome', 'Huishoudens met een laag inkomen(%)', HOUSEHOLDS, 2],
	['rented', 'Huurwoningen (%)', HOUSEHOLDS, 1],
	['urbanity', 'Stedelijkheid (1=zeer sterk stedelijk, 5=niet stedelijk)', HOUSEHOLDS, 0]
];
const ASSISTANCE = 'Aantal algemene bijstandsuitkeringen';
const EDUCATION = ['laag', 'middelbaar', 'hoog'].map((level) => `Aantal personen met ${level} opleidingsniveau`);

const sum = (parts: { row: Row; share: number }[], column: string): number =>
	parts.reduce((total, { row, share }) => total + number(row[column]) * share, 0);

const gemeenten = table('regions/gemeenten_2023_2025.csv').sort((a, b) => a.gm_code!.localeCompare(b.gm_code!));
const kwb = onto2024(table('stats/kwb2020_gemeenten_core.csv'));
const features = (
	JSON.parse(input('regions/gemeente_2025.geojson')) as {
		features: { properties: { statcode: string }; geometry: { type: string; coordinates: unknown } }[];
	}
).features;
const centroids = new Map(features.map((feature) => [feature.properties.statcode, centroid(feature.geometry)]));

write(
	'analytics/regions/data/provincies.csv',
	'code,name,landsdeel',
	table('regions/provincies.csv').map((row) => `${row.pv_code},${row.province},${row.landsdeel}`)
);
write(
	'analytics/regions/data/gemeenten-2024.csv',
	'code,name,provincie,corop,population2024,households2020,landKm2,longitude,latitude',
	gemeenten.map((row) => {
		const code = row.gm_code!;
		const [longitude, latitude] = centroids.get(code)!;
		const households = Math.round(sum(kwb.get(code)!, HOUSEHOLDS));
		const name = row.gm_name!.includes(',') ? `"${row.gm_name}"` : row.gm_name;
		return [
			code,
			name,
			row.pv_code,
			row.cr_code,
			row.population_20240101,
			households,
			row.land_km2,
			longitude.toFixed(3),
			latitude.toFixed(3)
		].join(',');
	})
);
write(
	'analytics/regions/data/coropgebieden.csv',
	'code,name,provincie',
	table('regions/coropgebieden_2023.csv').map((row) => `${row.cr_code},${row.corop},${row.pv_code}`)
);
write(
	'analytics/regions/data/buurten-2020.csv',
	'gemeente,buurten',
	[...buurten2020()].sort(byKey).map(([code, wijken]) => {
		const lists = [...wijken].sort(byKey).map(([wijk, buurten]) => `${wijk}:${buurten.join(' ')}`);
		return `${code},${lists.join(';')}`;
	})
);
write(
	'analytics/synthetic/data/margins-2020.csv',
	['code', ...MARGINS.map(([name]) => name), 'assistancePer100Households', 'highEducation'].join(','),
	gemeenten.map((row) => {
		const parts = kwb.get(row.gm_code!)!;
		const values = MARGINS.map(([, column, weight, decimals]) => mean(parts, column, weight).toFixed(decimals));
		const assistance = (100 * sum(parts, ASSISTANCE)) / sum(parts, HOUSEHOLDS);
		const educated = EDUCATION.map((column) => sum(parts, column));
		const high = (100 * educated[2]!) / educated.reduce((a, b) => a + b);
		return [row.gm_code, ...values, assistance.toFixed(2), high.toFixed(1)].join(',');
	})
);
