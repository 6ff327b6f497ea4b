import { sql } from 'kysely';
import type { Kysely, RawBuilder } from 'kysely';
import { earlierRights, rights } from './20261124/rights.ts';
import { existing, guards, states } from './20261124/states.ts';
import { dropViews, earlierViews, views } from './20261124/views.ts';

/**
 * Releases go from draft to checked, published and superseded; the database refuses every other step. A role of its own
 * publishes. Old versions stay reachable, and every figure says which version it belongs to.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
	await run(db, [...dropViews, ...states, ...existing, ...guards, ...speed, ...views, ...rights]);
}

/** Releases that were never published go: without states nothing would keep them from sight. The role stays. */
export async function down(db: Kysely<unknown>): Promise<void> {
	await run(db, [
		...dropViews,
		...unguarded,
		...unpublished,
		...stateless,
		...slower,
		...earlierViews,
		...earlierRights
	]);
}

async function run(db: Kysely<unknown>, statements: readonly RawBuilder<unknown>[]): Promise<void> {
	for (const statement of statements) await statement.execute(db);
}

/** Names as people search for them: without accents and capitals, spelled out because a locale has rules of its own. */
const speed = [
	sql`alter table store.region add column folded_name text collate "C" not null generated always as (lower(translate(name,
		'àáâãäåçèéêëìíîïñòóôõöøùúûüýÿšžÀÁÂÃÄÅÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜÝŸŠŽ',
		'aaaaaaceeeeiiiinoooooouuuuyyszaaaaaaceeeeiiiinoooooouuuuyysz'))) stored`,
	sql`create index region_by_parent on store.region (tree, parent)`,
	sql`create index region_by_name on store.region (tree, level, folded_name, code)`,
	sql`create index signal_rises on store.signal (release, indicator) where is_signal`
];
const slower = [
	sql`drop index store.region_by_parent, store.region_by_name, store.signal_rises`,
	sql`alter table store.region drop column folded_name`
];

const unguarded = [
	...['figure', 'signal', 'indicator', 'grouping'].flatMap((table) => [
		sql`drop trigger draft on ${sql.table(`store.${table}`)}`,
		sql`drop trigger never on ${sql.table(`store.${table}`)}`
	]),
	...['never', 'guard', 'history', 'in_step'].map((name) => sql`drop trigger ${sql.ref(name)} on store.release`),
	...['never', 'guard', 'switch'].map((name) => sql`drop trigger ${sql.ref(name)} on store.current_release`),
	sql`alter table store.audit enable trigger append_only`,
	...['note_state', 'guard_release', 'is_whole', 'guard_content', 'guard_pointer', 'switch_release', 'in_step'].map(
		(name) => sql`drop function ${sql.table(`store.${name}`)}`
	)
];

const unpublished = [
	...['figure', 'signal', 'indicator', 'grouping'].map(
		(table) => sql`delete from ${sql.table(`store.${table}`)}
			where release in (select id from store.release where state in ('draft', 'checked'))`
	),
	sql`alter table store.release add column published_at timestamptz not null default now()`,
	sql`update store.release r set published_at = h.at
		from store.release_history h where h.release = r.id and h.state = 'published'`
];

const stateless = [
	sql`drop table store.release_history, store.release_transition`,
	sql`drop function store.refuse`,
	sql`delete from store.release where state in ('draft', 'checked')`,
	sql`alter table store.indicator drop column definition`,
	sql`alter table store.current_release drop constraint current_release_place`,
	sql`alter table store.release drop constraint release_place, drop column state, drop column figures, drop column signals,
		drop column status, drop column notice_nl, drop column notice_en, drop column source_kind`
];
