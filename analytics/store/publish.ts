import { failpoint } from '#faults';
import type { ClientBase } from 'pg';
import { firstState, nextState, releaseStates, type ReleaseState } from '../contract/release-state.ts';
import { InputError } from '../errors.ts';
import { insertDraft, type PublicationContent } from './insert-release.ts';

/** How far a publication goes by itself; the rest is another person's decision. */
export type Until = Exclude<ReleaseState, 'superseded'>;

export interface PublishOptions {
	/** A draft or a checked release waits for `advance`; nobody but the publisher sees it. */
	readonly until?: Until;
	/** Whether the bundle of a replaced version may come back, as a new version. */
	readonly again?: boolean;
}

export interface Publication {
	/** This bundle had come as far already; nothing was done. */
	readonly already: boolean;
	/** Number of the release in this database. */
	readonly release: number;
	readonly spec: string;
	readonly period: string;
	readonly version: number;
	readonly state: ReleaseState;
	/** Number of figures and signals of the release. */
	readonly figures: number;
	readonly signals: number;
}

/** One publication at a time; the second one then sees the first one's version. */
const PUBLISH_LOCK = 7_261_934_004;

interface Stored {
	readonly id: number;
	readonly version: number;
	readonly hash: string;
	readonly state: ReleaseState;
}

/**
 * Within one transaction: everything of the release as a draft, then its steps towards publication.
 * @throws InputError for a bundle that another one has replaced, unless it is published again on purpose
 */
export async function publishWithin(
	client: ClientBase,
	content: PublicationContent,
	{ until = 'published', again = false }: PublishOptions = {}
): Promise<Publication> {
	const { manifest, period, bundleHash, figures, signals } = content;
	const spec = manifest.id;
	await lockPublishing(client);
	const { rows } = await client.query<Stored>(
		`select id, version, bundle_hash as hash, state from store.release
		where spec = $1 and period = $2 order by version desc`,
		[spec, period]
	);
	const same = usable(rows, bundleHash);
	if (same === undefined && !again) refuseReplaced(rows, content);
	const version = same?.version ?? (rows[0]?.version ?? 0) + 1;
	const id = same?.id ?? (await insertDraft(client, content, version));
	const before = same?.state ?? firstState;
	const state = await advance(client, { id, spec, period, state: before }, until);
	const counts = { figures: figures.length, signals: signals.filter((signal) => signal.is_signal).length };
	return { already: same !== undefined && state === before, release: id, spec, period, version, state, ...counts };
}

/** As the last thing of a transaction: the planner knows the new rows at once, not when the server finds time to look at them. */
export async function refreshStatistics(client: ClientBase): Promise<void> {
	await client.query('select store.refresh_statistics(), store.refresh_warning_statistics()');
}

/** As the first thing of a transaction: who waited sees what the other did, whatever the isolation that the server prefers. */
export async function lockPublishing(client: ClientBase): Promise<void> {
	await client.query('set transaction isolation level read committed');
	await client.query('select pg_advisory_xact_lock($1)', [PUBLISH_LOCK]);
}

/** The same bundle, stored before, that is or can still become the current release: pointers only move to later versions. */
function usable(rows: readonly Stored[], hash: string): Stored | undefined {
	const current = rows.find(({ state }) => state === 'published');
	return rows.find((row) => row.hash === hash && row.version >= (current?.version ?? 0));
}

/** Old figures do not come back by themselves: the newest version is what readers take for the best one. */
function refuseReplaced(rows: readonly Stored[], { manifest, period, bundleHash }: PublicationContent): void {
	const old = rows.find(({ hash, state }) => hash === bundleHash && state === 'superseded');
	if (old === undefined) return;
	const name = `version ${old.version} of ${manifest.id}, ${period}`;
	const current = rows.find(({ state }) => state === 'published');
	throw new InputError(
		`This bundle is ${name}, and was replaced: version ${current?.version} holds now. Publish with --again to bring its figures back, as a new version.`
	);
}

/** Takes the steps to a state and answers the state reached: it never takes one back. */
export async function advance(
	client: ClientBase,
	release: { readonly id: number; readonly spec: string; readonly period: string; readonly state: ReleaseState },
	until: Until
): Promise<ReleaseState> {
	const { id, spec, period } = release;
	let { state } = release;
	while (releaseStates.indexOf(state) < releaseStates.indexOf(until)) {
		const next = nextState(state)!;
		if (next === 'published') await pointTo(client, id, spec, period);
		else await client.query('update store.release set state = $2 where id = $1', [id, next]);
		state = next;
	}
	return state;
}

/** The one switch of a publication: the database makes this release the published one and the one before it superseded. */
async function pointTo(client: ClientBase, id: number, spec: string, period: string): Promise<void> {
	await failpoint('publish-inserted');
	await client.query(
		`insert into store.current_release (spec, period, release) values ($1, $2, $3)
		on conflict (spec, period) do update set release = excluded.release`,
		[spec, period, id]
	);
	await failpoint('publish-switched');
}
