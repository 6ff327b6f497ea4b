import { mkdtempSync, chmodSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Pool } from 'pg';
import type { PublicationContent } from '../../analytics/store/store.ts';
import { Store } from '../../analytics/store/store.ts';
import { openCluster } from '../../analytics/postgres/cluster.ts';
import { transaction } from '../../analytics/postgres/pool.ts';
import { timed, type Time } from '../timer.ts';

/** Points of a boundary: what simplified boundaries of gemeenten have. */
const POINTS = 60;
/** Circles around places of their own for every gemeente and provincie. */
const BOUNDARIES = `insert into store.boundary (base, region, geometry)
	select t.base, g.code, json_build_object('type', 'Polygon', 'coordinates', json_build_array((
		select json_agg(json_build_array(round((5 + g.position % 20 * 0.1 + 0.05 * cosd(i * 360.0 / $1))::numeric, 5),
			round((52 + g.position / 20 * 0.01 + 0.05 * sind(i * 360.0 / $1))::numeric, 5)) order by i)
		from generate_series(0, $1) i)))
	from store.region g join store.tree t on t.id = g.tree where g.level in ('gemeente', 'provincie')`;

export interface NationalStore {
	readonly readerUrl: string;
	/** Connections as the owner. */
	readonly pool: Pool;
	/** Of the first period, by way of the store. */
	readonly publishing: Time;
	/** Number of a release that was superseded. */
	readonly old: number;
	close(): Promise<void>;
}

/**
 * A real database with one release published by the store, and copies of it for the other periods, through the same states.
 * The last period has two versions.
 */
export async function nationalStore(content: PublicationContent, periods: readonly string[]): Promise<NationalStore> {
	const folder = mkdtempSync(join(tmpdir(), 'voorzicht-bench-'));
	chmodSync(folder, 0o755);
	const cluster = await openCluster(`embedded:${folder}`, 'published', { volatile: true });
	const close = async () => {
		await cluster.close();
		rmSync(folder, { recursive: true, force: true });
	};
	try {
		const store = new Store(cluster);
		const { result, ...publishing } = await timed(() => store.publish(content));
		let old = 0;
		for (const period of [...periods.slice(1), periods.at(-1)!])
			old = await copied(cluster.pool, result.release, period);
		await cluster.pool.query(BOUNDARIES, [POINTS]);
		await cluster.pool.query('vacuum analyze');
		// What publishing left to write must not be written while queries are timed.
		await cluster.pool.query('checkpoint');
		return { readerUrl: await cluster.readerUrl(), pool: cluster.pool, publishing, old: old - 1, close };
	} catch (error) {
		await close();
		throw error;
	}
}

/** Tables with what is stored of a release; guards let rows in only while it is a draft. */
const CONTENT = [
	...['indicator', 'grouping', 'figure', 'signal'],
	...['watch', 'small_area', 'rank', 'event_risk', 'event_study', 'event_group', 'indicator_card']
];

/** The same release under another period, or as the next version of its period; published by the pointer, as any other. */
function copied(pool: Pool, release: number, period: string): Promise<number> {
	const facts = `spec, title_nl, title_en, unit, tree, region_vintage, rho, delta, epsilon, conversion, manifest, bundle_hash,
		integrity_p, figures, signals, watched, small_areas, ranks, event_risks, event_studies, event_groups, indicator_cards`;
	return transaction(pool, async (client) => {
		const { rows } = await client.query<{ id: number }>(
			`insert into store.release (period, version, ${facts})
			select $2, 1 + (select count(*) from store.release where period = $2), ${facts} from store.release where id = $1 returning id`,
			[release, period]
		);
		const { id } = rows[0]!;
		for (const table of CONTENT) {
			const columns = await client.query<{ name: string }>(
				`select quote_ident(column_name) as name from information_schema.columns
				where table_schema = 'store' and table_name = $1 and column_name <> 'release' order by ordinal_position`,
				[table]
			);
			const names = columns.rows.map(({ name }) => name).join(', ');
			await client.query(
				`insert into store.${table} (release, ${names}) select $2::integer, ${names} from store.${table} where release = $1`,
				[release, id]
			);
		}
		await client.query("update store.release set state = 'checked' where id = $1", [id]);
		await client.query(
			`insert into store.current_release (spec, period, release) select spec, period, id from store.release where id = $1
			on conflict (spec, period) do update set release = excluded.release`,
			[id]
		);
		return id;
	});
}
