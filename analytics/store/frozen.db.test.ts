import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { freshDatabase } from '../../tests/database/fresh.ts';
import { figure, publication } from '../../tests/database/publication.ts';
import { warning } from '../../tests/database/warning.ts';
import { openStore, type Store } from './store.ts';

// What is stored of a release grows while it is a draft, and never changes: for the owner, in replication mode, at any time.

let store: Store;
let owner: pg.Client;
const ids: Record<string, number> = {};
beforeAll(async () => {
	const url = await freshDatabase();
	store = await openStore(url);
	const content = (period: string, marker: string) => ({
		...publication(period, marker, [figure('NL', 0.1)]),
		warning
	});
	for (const until of ['draft', 'checked', 'published'] as const)
		ids[until] = (await store.publish(content(until, until), { until })).release;
	ids.superseded = (await store.publish(content('superseded', 'one'))).release;
	await store.publish(publication('superseded', 'two', [figure('NL', 0.2)]));
	owner = new pg.Client({ connectionString: url });
	await owner.connect();
	await owner.query('set session_replication_role = replica');
});
afterAll(async () => {
	await owner.end();
	await store.close();
});

const said = ['watch', 'small_area', 'rank', 'event_risk', 'event_study', 'event_group', 'indicator_card'];
const tables = ['figure', 'signal', 'indicator', 'grouping', ...said];
const added: Record<string, string> = {
	figure: `insert into store.figure select release, 2::integer, indicator, grouping, 0, 0, 0, 0, 0, 0, 0, 0, 'A' from store.figure where release = $1`,
	signal: `insert into store.signal select release, 2, indicator, previous, 0, 0, 0, false from store.signal where release = $1`,
	indicator: `insert into store.indicator (release, number, slug, label_nl, label_en, description_nl, description_en, groups)
		values ($1, 9, 'another', '', '', '', '', '[]')`,
	grouping: `insert into store.grouping values ($1, 9, 'sex', 'x')`,
	...Object.fromEntries(said.map((table) => [table, underAnother(table)]))
};
/** A row of the release again, of another indicator. */
function underAnother(table: string): string {
	return `insert into store.${table} select n.* from (select * from store.${table} where release = $1 limit 1) t,
		jsonb_populate_record(null::store.${table}, to_jsonb(t) || '{ "indicator": 9 }') n`;
}

it.each(tables)('a draft takes more rows of store.%s', async (table) => {
	await owner.query('begin');
	expect((await owner.query(added[table]!, [ids.draft])).rowCount).toBe(1);
	await owner.query('rollback');
});

it.each(tables.flatMap((table) => ['checked', 'published', 'superseded'].map((state) => ({ table, state }))))(
	'a $state release takes no more rows of store.$table',
	({ table, state }) =>
		expect(owner.query(added[table]!, [ids[state]])).rejects.toThrow(`store.${table} takes rows of drafts only`)
);

it('no row is added to a release that is not there, or to two of which one is published', async () => {
	await expect(
		owner.query(
			`insert into store.figure select 9999, region, indicator, grouping, 0, 0, 0, 0, 0, 0, 0, 0, 'A' from store.figure where release = $1`,
			[ids.draft]
		)
	).rejects.toThrow('drafts only');
	await expect(
		owner.query(`insert into store.grouping values ($1, 9, 'sex', 'y'), ($2, 9, 'sex', 'y')`, [
			ids.draft,
			ids.published
		])
	).rejects.toThrow('drafts only');
});

it('its connection is in replication mode', async () => {
	const { rows } = await owner.query('show session_replication_role');
	expect(rows).toEqual([{ session_replication_role: 'replica' }]);
});

it.each(
	[...tables, 'release', 'current_release', 'release_history', 'audit'].flatMap((table) => [
		`delete from store.${table}`,
		`truncate store.${table} cascade`
	])
)('even the owner may not: %s', (statement) => expect(owner.query(statement)).rejects.toMatchObject({ code: '23001' }));

it.each(tables)('even the owner may not change a row of store.%s, of a draft neither', (table) =>
	expect(
		owner.query(`update store.${table} set release = release where release = $1`, [ids.draft])
	).rejects.toMatchObject({
		code: '23001'
	})
);

it('of a release nothing changes but its state', async () => {
	const { rows } = await owner.query<{ name: string }>(
		`select column_name as name from information_schema.columns
		where table_schema = 'store' and table_name = 'release' and is_generated = 'NEVER'
			and is_identity = 'NO' and column_name <> 'state'`
	);
	expect(rows.length).toBeGreaterThan(15);
	const other: Record<string, string> = {
		manifest: `'{}'`,
		unit: `case unit when 'person' then 'household' else 'person' end`,
		bundle_hash: `repeat('0', 64)`,
		region_vintage: `'other'`,
		integrity_p: '0.25'
	};
	for (const { name } of rows) {
		const text = /^(spec|title_nl|title_en|period|conversion)$/.test(name);
		const value = other[name] ?? (text ? `${name} || 'x'` : `${name} + 1`);
		await expect(
			owner.query(`update store.release set ${name} = ${value}, state = 'checked' where id = $1`, [ids.draft]),
			name
		).rejects.toThrow('only the state can change');
	}
});

it('every trigger of the store fires in replication mode too', async () => {
	const { rows } = await owner.query<{ mode: string; n: number }>(
		`select g.tgenabled::text as mode, count(*)::int as n from pg_trigger g join pg_class c on c.oid = g.tgrelid
		where c.relnamespace = 'store'::regnamespace and not g.tgisinternal group by 1`
	);
	expect(rows).toEqual([{ mode: 'A', n: expect.any(Number) as number }]);
	expect(rows[0]!.n).toBeGreaterThan(28);
});

it('who adds rows to a draft and who checks it wait for each other', async () => {
	const content = publication('race', 'race', [figure('NL', 0.1)]);
	const { release } = await store.publish(content, { until: 'draft' });
	await owner.query('begin');
	await owner.query(`insert into store.grouping values ($1, 9, 'sex', 'late')`, [release]);
	let checked = false;
	const check = store.advance([release], 'checked').then(() => (checked = true));
	await blocked();
	expect(checked).toBe(false);
	await owner.query('commit');
	await check;
	await expect(owner.query(`insert into store.grouping values ($1, 10, 'sex', 'later')`, [release])).rejects.toThrow(
		'drafts only'
	);
});

/** Resolves when somebody waits for a row that this session holds. */
async function blocked(): Promise<void> {
	for (;;) {
		const { rowCount } = await owner.query(
			'select from pg_stat_activity where pg_backend_pid() = any(pg_blocking_pids(pid))'
		);
		if (rowCount! > 0) return;
	}
}
