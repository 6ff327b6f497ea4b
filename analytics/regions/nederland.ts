import { RegionTree, type Region } from '../contract/region-tree.ts';
import { InputError } from '../errors.ts';
import { wijkenIn, type Wijken } from './buurten.ts';
import { arisenIn, changesBetween, endedIn, FIRST_VINTAGE, LAST_VINTAGE, requireVintage } from './changes.ts';
import { facts } from './facts.ts';

/** A municipality and where it lies; sources in data/SOURCES.md. */
export interface Place {
	/** "GM" and four digits. */
	readonly code: string;
	readonly name: string;
	/** "PV" and two digits. */
	readonly provincie: string;
	/** "CR" and two digits. */
	readonly corop: string;
}

/** Public facts of a municipality on the classification of 2024. */
export interface Gemeente extends Place {
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

export interface Corop {
	readonly code: string;
	readonly name: string;
	readonly provincie: string;
}

/** Code of the country, and root of the tree. */
export const NEDERLAND = 'NL';

/** Levels of the Dutch region tree, root first. */
export const LEVELS = ['land', 'landsdeel', 'provincie', 'corop', 'gemeente', 'wijk', 'buurt'] as const;

export const landsdelen = [
	{ code: 'LD01', name: 'Noord-Nederland' },
	{ code: 'LD02', name: 'Oost-Nederland' },
	{ code: 'LD03', name: 'West-Nederland' },
	{ code: 'LD04', name: 'Zuid-Nederland' }
] as const;

export const provincies: readonly Provincie[] = facts('provincies.csv').map((row) => ({
	code: row.code!,
	name: row.name!,
	landsdeel: row.landsdeel!
}));

/** The 40 COROP areas, each within one province. */
export const corops: readonly Corop[] = facts('coropgebieden.csv').map((row) => ({
	code: row.code!,
	name: row.name!,
	provincie: row.provincie!
}));

/** The 342 municipalities of 2024, by code. */
export const gemeenten: readonly Gemeente[] = facts('gemeenten-2024.csv').map((row) => ({
	...placeOf(row),
	population2024: Number(row.population2024),
	households2020: Number(row.households2020),
	landKm2: Number(row.landKm2),
	longitude: Number(row.longitude),
	latitude: Number(row.latitude)
}));

/** Municipalities of 2018 and later that were no more in 2024, by code. */
export const formerGemeenten: readonly Place[] = facts('vervallen-gemeenten.csv').map(placeOf);

function placeOf(row: Record<string, string>): Place {
	return { code: row.code!, name: row.name!, provincie: row.provincie!, corop: row.corop! };
}

/** Inhabitants on 1 January 2024 of every region from the country down to the municipalities, by code. */
export const population2024: ReadonlyMap<string, number> = sums((gemeente) => gemeente.population2024);

function sums(value: (gemeente: Gemeente) => number): Map<string, number> {
	const landsdeelOf = new Map(provincies.map(({ code, landsdeel }) => [code, landsdeel]));
	const totals = new Map<string, number>();
	for (const gemeente of gemeenten) {
		const { code, corop, provincie } = gemeente;
		for (const region of [NEDERLAND, landsdeelOf.get(provincie)!, provincie, corop, code])
			totals.set(region, (totals.get(region) ?? 0) + value(gemeente));
	}
	return totals;
}

const places = [...gemeenten, ...formerGemeenten].sort((a, b) => (a.code < b.code ? -1 : 1));

/**
 * The municipalities of 1 January of a year, by code: 380 in 2018, 355 in 2019 and 2020, 352 in 2021, 345 in 2022 (with
 * Weesp, which joined Amsterdam on 24 March) and 342 from 2023 on.
 * @throws InputError when the classification of that year is not there.
 */
export function gemeentenIn(vintage: number): Place[] {
	requireVintage(vintage);
	const gone = endedIn(changesBetween(FIRST_VINTAGE, vintage));
	const toCome = arisenIn(changesBetween(vintage, LAST_VINTAGE));
	return places.filter(({ code }) => !gone.has(code) && !toCome.has(code));
}

const trees = new Map<string, RegionTree>();

/**
 * The Dutch region tree on the classification of a year, down to `lowest`, with codes as StatLine writes them: NL, LD01, PV20,
 * CR01, GM0363, WK036300, BU03630000 (microdata write the last three without their letters). Municipalities of 2018 that
 * changed in 2019 are leaves: their wijken and buurten are not known.
 * @throws InputError when the classification of that year is not there, or the level.
 */
export function dutchTree(classification: number, lowest = 'buurt'): RegionTree {
	const depth = (LEVELS as readonly string[]).indexOf(lowest);
	if (depth < 0) throw new InputError(`The Dutch region tree has no level ${lowest}; it has ${LEVELS.join(', ')}.`);
	const key = `${classification} ${lowest}`;
	const tree = trees.get(key) ?? new RegionTree(regions(classification, LEVELS.slice(0, depth + 1)));
	trees.set(key, tree);
	return tree;
}

function regions(classification: number, levels: readonly string[]): Region[] {
	return [...highRegions(), ...gemeenteRegions(classification)].filter(({ level }) => levels.includes(level));
}

function* highRegions(): Generator<Region> {
	yield { code: NEDERLAND, parent: null, name: 'Nederland', level: 'land' };
	for (const { code, name } of landsdelen) yield { code, parent: NEDERLAND, name, level: 'landsdeel' };
	for (const { code, name, landsdeel } of provincies) yield { code, parent: landsdeel, name, level: 'provincie' };
	for (const { code, name, provincie } of corops) yield { code, parent: provincie, name, level: 'corop' };
}

function* gemeenteRegions(classification: number): Generator<Region> {
	const inVintage = gemeentenIn(classification);
	for (const { code, name, corop } of inVintage) yield { code, parent: corop, name, level: 'gemeente' };
	const wijken = wijkenIn(classification);
	for (const { code, name } of inVintage) yield* wijkRegions(code, name, wijken.get(code) ?? new Map());
}

function* wijkRegions(gemeente: string, place: string, wijken: Wijken): Generator<Region> {
	for (const [wijk, buurten] of [...wijken].sort(([a], [b]) => (a < b ? -1 : 1))) {
		const code = `WK${gemeente.slice(2)}${wijk}`;
		yield { code, parent: gemeente, name: `Wijk ${wijk} (${place})`, level: 'wijk' };
		for (const buurt of buurten) {
			const name = `Buurt ${wijk}${buurt} (${place})`;
			yield { code: `BU${code.slice(2)}${buurt}`, parent: code, name, level: 'buurt' };
		}
	}
}
