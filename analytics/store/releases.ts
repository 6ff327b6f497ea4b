import type { ClientBase, Pool } from 'pg';
import type { ReleaseState } from '../contract/release-state.ts';
import { InputError } from '../errors.ts';
import { advance, lockPublishing, type Until } from './publish.ts';

/** A release as the publisher sees it, drafts included. */
export interface StoredRelease {
	readonly id: number;
	readonly spec: string;
	readonly period: string;
	readonly version: number;
	readonly state: ReleaseState;
	readonly status: 'provisional' | 'final';
	readonly figures: number;
	/** Number of tested changes, and of those among them that are told as rises. */
	readonly tested: number;
	readonly signals: number;
	/** Of the test that the noisy tables fit together; null: not testable. */
	readonly integrityP: number | null;
	/** Rounded to 15 digits, as far as a double is exact; what was charged is in the manifest. */
	readonly rho: number;
	/** sha256 (hex) of the bundle's manifest. */
	readonly bundle: string;
	/** When it came into each of its states, and under which database login, role and application. */
	readonly history: readonly {
		readonly state: ReleaseState;
		readonly at: string;
		readonly login: string;
		readonly role: string;
		readonly application: string;
	}[];
}

const SELECT = `select r.id, r.spec, r.period, r.version, r.state, r.status, r.figures, r.signals as tested,
		(select count(*)::integer from store.signal s where s.release = r.id and s.is_signal) as signals,
		r.integrity_p as "integrityP", r.rho::numeric::float8 as rho, r.bundle_hash as bundle, (
			select json_agg(json_build_object('state', h.state, 'at', h.at, 'login', h.login, 'role', h.role,
				'application', h.application) order by h.at)
			from store.release_history h where h.release = r.id
		) as history
	from store.release r`;

/** Every release, drafts included; latest period and version first. */
export async function listReleases(pool: Pool): Promise<StoredRelease[]> {
	const { rows } = await pool.query<StoredRelease>(`${SELECT} order by r.spec, r.period desc, r.version desc`);
	return rows;
}

/**
 * Takes releases one step further: a draft to checked, or a checked one to published.
 * @throws InputError when there is no such release, or it is in another state
 */
export async function advanceReleases(
	client: ClientBase,
	ids: readonly number[],
	to: 'checked' | 'published'
): Promise<StoredRelease[]> {
	await lockPublishing(client);
	const { rows } = await client.query<StoredRelease>(`${SELECT} where r.id = any($1) order by r.id`, [ids]);
	for (const id of ids) await step(client, rows, id, to);
	return (await client.query<StoredRelease>(`${SELECT} where r.id = any($1) order by r.id`, [ids])).rows;
}

async function step(client: ClientBase, rows: readonly StoredRelease[], id: number, to: Until): Promise<void> {
	const release = rows.find((row) => row.id === id);
	if (release === undefined) throw new InputError(`There is no release ${id}. See: voorzicht releases list`);
	const needed = to === 'published' ? 'checked' : 'draft';
	if (release.state !== needed)
		throw new InputError(
			`Release ${id} is ${release.state}; only a release that is ${needed} can become ${to}. See: voorzicht releases list`
		);
	if (to === 'published') await refuseOlder(client, release);
	await advance(client, release, to);
}

async function refuseOlder(client: ClientBase, { id, spec, period, version }: StoredRelease): Promise<void> {
	const { rows } = await client.query<{ version: number }>(
		'select version from store.release where spec = $1 and period = $2 and state = $3 and version > $4',
		[spec, period, 'published' satisfies ReleaseState, version]
	);
	if (rows[0] !== undefined)
		throw new InputError(
			`Release ${id} is version ${version}, and version ${rows[0].version} of ${spec}, ${period}, is published already. Publish its bundle again to make it a later version.`
		);
}
