import { mkdtempSync, chmodSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Pool } from 'pg';
import type { PublicationContent } from '../../analytics/store/store.ts';
import { Store } from '../../analytics/store/store.ts';
import { openCluster } from '../../analytics/postgres/cluster.ts';
import { transaction } from '../../analytics/postgres/pool.ts';
import { timed, type Time } from '../timer.ts';

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
		await cluster.pool.query('vacuum analyze');
		return { readerUrl: await cluster.readerUrl(), pool: cluster.pool, publishing, old: old - 1, close };
	} catch (error) {
		await close();
		throw error;
	}
}

/** The same release under another period, or as the next version of its period; published by the pointer, as any other. */
function copied(pool: Pool, release: number, period: string): Promise<number> {
	const facts =
		'spec, title_nl, title_en, unit, tree, region_vintage, rho, delta, epsilon, conversion, manifest, bundle_hash, integrity_p, figures, signals';
	return transaction(pool, async (client) => {
		const { rows } = await client.query<{ id: number }>(
			`insert into store.release (period, version, ${facts})
			select $2, 1 + (select count(*) from store.release where period = $2), ${facts} from store.release where id = $1 returning id`,
			[release, period]
		);
		const { id } = rows[0]!;
		for (const table of ['indicator', 'grouping', 'figure', 'signal']) {
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
