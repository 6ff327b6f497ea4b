import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { RegionTree, type Region } from '../contract/region-tree.ts';
import { InputError } from '../errors.ts';

/** Public facts of a municipality on the classification of 2024; sources in data/SOURCES.md. */
export interface Gemeente {
	/** "GM" and four digits. */
	readonly code: string;
	readonly name: string;
	/** "PV" and two digits. */
	readonly provincie: string;
	/** "CR" and two digits. */
	readonly corop: string;
	/** Inhabitants on 1 January 2024. */
	readonly population2024: number;
	/** Private households on 1 January 2020, on the municipalities of 2024. */
	readonly households2020: number;
	readonly landKm2: number;
	/** Centroid of the area, degrees (WGS84). */
	readonly longitude: number;
	readonly latitude: number;
}

export interface Provincie {
	readonly code: string;
	readonly name: string;
	readonly landsdeel: string;
}

/** Code of the country, and root of the tree. */
export const NEDERLAND = 'NL';

const CLASSIFICATION = 2024;

function facts(file: string): Record<string, string>[] {
	return parse(readFileSync(join(import.meta.dirname, 'data', file), 'utf8'), { columns: true });
}

export const provincies: readonly Provincie[] = facts('provincies.csv').map((row) => ({
	code: row.code!,
	name: row.name!,
	landsdeel: row.landsdeel!
}));

/** The 342 municipalities, by code. */
export const gemeenten: readonly Gemeente[] = facts('gemeenten-2024.csv').map((row) => ({
	code: row.code!,
	name: row.name!,
	provincie: row.provincie!,
	corop: row.corop!,
	population2024: Number(row.population2024),
	households2020: Number(row.households2020),
	landKm2: Number(row.landKm2),
	longitude: Number(row.longitude),
	latitude: Number(row.latitude)
}));

/** Inhabitants on 1 January 2024 of the country, each province and each municipality, by code. */
export const population2024: ReadonlyMap<string, number> = sums((gemeente) => gemeente.population2024);

function sums(value: (gemeente: Gemeente) => number): Map<string, number> {
	const totals = new Map<string, number>();
	for (const gemeente of gemeenten)
		for (const code of [NEDERLAND, gemeente.provincie, gemeente.code])
			totals.set(code, (totals.get(code) ?? 0) + value(gemeente));
	return totals;
}

let tree: RegionTree | undefined;

/**
 * The Dutch region tree: land, provincie, gemeente, wijk, buurt, with codes as StatLine writes them: NL, PV20, GM0363,
 * WK036300, BU03630000 (microdata write the last three without their letters).
 * @throws InputError when the classification of that year is not there.
 */
export function dutchTree(classification: number): RegionTree {
	if (classification !== CLASSIFICATION)
		throw new InputError(
			`The regional classification of ${classification} is not available; use ${CLASSIFICATION} (cbs:${CLASSIFICATION}).`
		);
	tree ??= new RegionTree([...regions()]);
	return tree;
}

function* regions(): Generator<Region> {
	yield { code: NEDERLAND, parent: null, name: 'Nederland', level: 'land' };
	for (const { code, name } of provincies) yield { code, parent: NEDERLAND, name, level: 'provincie' };
	for (const { code, name, provincie } of gemeenten) yield { code, parent: provincie, name, level: 'gemeente' };
	const names = new Map(gemeenten.map(({ code, name }) => [code, name]));
	for (const { gemeente, buurten } of facts('buurten-2024.csv') as { gemeente: string; buurten: string }[])
		yield* wijken(gemeente, names.get(gemeente)!, buurten);
}

/** The wijken and buurten of one municipality, written as "00:00 01 02;01:00 01". */
function* wijken(gemeente: string, place: string, list: string): Generator<Region> {
	for (const item of list.split(';')) {
		const [wijk, buurten] = item.split(':') as [string, string];
		const code = `WK${gemeente.slice(2)}${wijk}`;
		yield { code, parent: gemeente, name: `Wijk ${wijk} (${place})`, level: 'wijk' };
		for (const buurt of buurten.split(' ')) {
			const name = `Buurt ${wijk}${buurt} (${place})`;
			yield { code: `BU${code.slice(2)}${buurt}`, parent: code, name, level: 'buurt' };
		}
	}
}
