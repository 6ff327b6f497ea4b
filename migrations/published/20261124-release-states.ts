import { sql } from 'kysely';
import type { Kysely, RawBuilder } from 'kysely';
import { bundles, noBundles } from './20261124/bundles.ts';
import { guards } from './20261124/guards.ts';
import { earlierRights, rights } from './20261124/rights.ts';
import { existing, states } from './20261124/states.ts';
import { dropViews, earlierViews, views } from './20261124/views.ts';

/**
 * Releases go from draft to checked, published and superseded; the database refuses every other step. A role of its own
 * publishes. Old versions stay reachable, and every figure says which version it belongs to.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
	await run(db, [...dropViews, ...states, ...existing, ...guards, ...speed, ...views, ...bundles, ...rights]);
}

/** Releases that were never published go: without states nothing would keep them from sight. The role stays. */
export async function down(db: Kysely<unknown>): Promise<void> {
	await run(db, [
		...noBundles,
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
	sql`create index region_by_level on store.region (tree, level, folded_name, code)`,
	sql`create index signal_rises on store.signal (release, indicator) where is_signal`
];
const slower = [
	sql`drop index store.region_by_parent, store.region_by_level, store.signal_rises`,
	sql`alter table store.region drop column folded_name`
];

const unguarded = [
	sql`do $$ declare name text; begin
		foreach name in array array['figure', 'signal', 'indicator', 'grouping', 'region'] loop
			execute format('drop trigger draft on store.%I', name);
			execute format('drop trigger never on store.%I', name);
		end loop;
		foreach name in array array['never', 'guard', 'history', 'in_step'] loop
			execute format('drop trigger %I on store.release', name);
		end loop;
		foreach name in array array['never', 'guard', 'switch'] loop
			execute format('drop trigger %I on store.current_release', name);
		end loop;
	end $$`,
	sql`drop trigger made on store.audit`,
	sql`alter table store.audit enable trigger append_only`,
	sql`alter function store.refuse_change() reset search_path`,
	sql`drop function store.note_state, store.guard_release, store.is_whole, store.guard_content,
		store.guard_regions, store.guard_audit, store.guard_pointer, store.switch_release, store.in_step`
];

const unpublished = [
	sql`do $$ declare name text; begin
		foreach name in array array['figure', 'signal', 'indicator', 'grouping'] loop
			execute format('delete from store.%I
				where release in (select id from store.release where state in (''draft'', ''checked''))', name);
		end loop;
	end $$`,
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
