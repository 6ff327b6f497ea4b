import { createHash } from 'node:crypto';
import type { ClientBase } from 'pg';
import type { BoundaryView, RegionView } from '../contract/published.ts';
import { UNKNOWN, type Region } from '../contract/region-tree.ts';
import { bulkInsert } from './bulk-insert.ts';

/** A region as it is stored; the database folds its name. */
export type RegionRow = Omit<RegionView, 'tree' | 'folded_name'>;
export type BoundaryRow = Omit<BoundaryView, 'tree'>;

/** sha256 of the regions and how they hang together. */
function digest(regions: readonly Pick<Region, 'code' | 'parent' | 'name' | 'level'>[]): string {
	const rows = regions.map(({ code, parent, name, level }) => [code, parent, name, level]);
	return createHash('sha256').update(JSON.stringify(rows)).digest('hex');
}

/** What trees of the same regions have in common, with or without a place for units of unknown region. */
export function baseOf(regions: readonly Pick<Region, 'code' | 'parent' | 'name' | 'level'>[]): string {
	return digest(regions.filter(({ code }) => code !== UNKNOWN));
}

/** The one region of a release without regions. */
const WHOLE_DOMAIN: RegionRow = {
	code: 'total',
	parent: null,
	name: 'total',
	level: 'total',
	depth: 0,
	position: 0,
	hex_q: null,
	hex_r: null,
	population: null
};

/** The regions that figures of a release may name, in the order of their positions. */
export function regionsOf(regions: readonly RegionRow[]): readonly RegionRow[] {
	return regions.length === 0 ? [WHOLE_DOMAIN] : regions;
}

/**
 * Number of the tree of a release. The name says what people call it and which regions it has, so that two files of one name
 * never mix. Place on the map and population are taken from the last publication.
 */
export async function saveTree(client: ClientBase, vintage: string, given: readonly RegionRow[]): Promise<number> {
	const regions = regionsOf(given);
	const name = given.length === 0 ? '' : `${vintage}~${digest(regions).slice(0, 8)}`;
	await client.query('insert into store.tree (name, base) values ($1, $2) on conflict (name) do nothing', [
		name,
		baseOf(regions)
	]);
	const { rows } = await client.query<{ id: number }>('select id from store.tree where name = $1', [name]);
	const tree = rows[0]!.id;
	await bulkInsert(
		client,
		'store.region',
		[
			{ name: 'tree', type: 'integer', value: () => tree },
			{ name: 'position', type: 'integer', value: (r) => r.position },
			{ name: 'code', type: 'text', value: (r) => r.code },
			{ name: 'parent', type: 'text', value: (r) => r.parent },
			{ name: 'name', type: 'text', value: (r) => r.name },
			{ name: 'level', type: 'text', value: (r) => r.level },
			{ name: 'depth', type: 'smallint', value: (r) => r.depth },
			{ name: 'hex_q', type: 'integer', value: (r) => r.hex_q },
			{ name: 'hex_r', type: 'integer', value: (r) => r.hex_r },
			{ name: 'population', type: 'float8', value: (r) => r.population }
		],
		regions,
		`on conflict (tree, position) do update set hex_q = excluded.hex_q, hex_r = excluded.hex_r, population = excluded.population`
	);
	return tree;
}

/** Replaces the boundaries of the given regions. */
export async function saveBoundaries(client: ClientBase, base: string, rows: readonly BoundaryRow[]): Promise<void> {
	for (const { region, geometry } of rows)
		await client.query(
			`insert into store.boundary (base, region, geometry) values ($1, $2, $3)
			on conflict (base, region) do update set geometry = excluded.geometry`,
			[base, region, JSON.stringify(geometry)]
		);
}
