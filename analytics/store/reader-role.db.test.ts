import { afterAll, beforeAll, expect, it } from 'vitest';
import { freshDatabase } from '../../tests/database/fresh.ts';
import { figure, publication } from '../../tests/database/publication.ts';
import { openCluster } from '../postgres/cluster.ts';
import { openPool } from '../postgres/pool.ts';
import { openStore, type Store } from './store.ts';

// Lock 4: what the web server's role may do. The worst case for it: figures and ledger in one database.

let store: Store;
let reader: ReturnType<typeof openPool>;
beforeAll(async () => {
	const url = await freshDatabase();
	const ledger = await openCluster(url, 'ledger');
	await ledger.close();
	store = await openStore(url);
	await store.publish(publication('2023', 'one', [figure('NL', 0.1)]));
	reader = openPool(await store.readerUrl(), 1);
});
afterAll(async () => {
	await reader.end();
	await store.close();
});

const VIEWS = [
	...[
		'audit',
		'boundary',
		'bundle',
		'event_group',
		'event_risk',
		'event_study',
		'figure',
		'indicator',
		'indicator_card',
		'rank'
	],
	...['region', 'release', 'release_history', 'signal', 'small_area', 'superseded_figure', 'superseded_indicator'],
	...['supply_break', 'watch']
];

it.each(VIEWS)('may select published.%s', async (view) => {
	await reader.query(`select * from published.${view}`);
});

it.each([
	'select * from store.figure',
	'select * from store.watch',
	'select * from store.release',
	'select * from store.audit',
	'select * from ledger.entry',
	'select * from ledger.noisy_table',
	'select * from migration.applied',
	'select * from pg_authid',
	"select pg_read_file('postgresql.conf')",
	"select pg_ls_dir('.')",
	"copy (select 1) to program 'true'",
	"copy published.release to '/tmp/stolen'",
	"select lo_import('/etc/passwd')",
	'insert into published.release (id) values (1)',
	'update published.region set population = 0',
	'delete from published.figure',
	'truncate store.figure',
	"insert into store.audit (made_at, software_version, report) values (now(), '1', '{}')",
	'delete from published.audit',
	'create table public.mine (a int)',
	'create schema mine',
	'create view published.mine as select 1',
	'create role mine',
	'alter role voorzicht_reader superuser',
	'set role voorzicht_owner',
	'drop view published.figure',
	"alter system set log_statement = 'all'"
])('may not: %s', async (statement) => {
	// Read-only transactions are the role's default and no lock: it may switch them off itself.
	await reader.query('set default_transaction_read_only = off');
	// Insufficient privilege; or, before rights are looked at, a view that nobody can write through.
	await expect(reader.query(statement)).rejects.toMatchObject({
		code: expect.stringMatching(/^(42501|55000)$/) as string
	});
});

it('has the right to select these views, and no other right on any table or view', async () => {
	const { rows } = await reader.query<{ name: string; rights: string[] }>(
		`select c.oid::regclass::text as name, array_agg(p order by p) as rights
		from pg_class c join pg_namespace n on n.oid = c.relnamespace,
			unnest(array['select', 'insert', 'update', 'delete', 'truncate', 'references', 'trigger']) as p
		where n.nspname in ('published', 'store', 'ledger', 'migration', 'public') and c.relkind in ('r', 'v', 'm', 'p', 'f')
			and has_table_privilege(c.oid, p)
		group by 1 order by 1`
	);
	expect(rows).toEqual(VIEWS.map((view) => ({ name: `published.${view}`, rights: ['select'] })));
});

it('starts read-only and with a limit on the time of a statement', async () => {
	const fresh = openPool(await store.readerUrl(), 1);
	const { rows } = await fresh.query<{ only: string; limit: string }>(
		"select current_setting('default_transaction_read_only') as only, current_setting('statement_timeout') as limit"
	);
	await fresh.end();
	expect(rows).toEqual([{ only: 'on', limit: '10s' }]);
});

it('is its own reader: opening the store with its URL changes nothing and gives the same URL', async () => {
	const url = await store.readerUrl();
	const asReader = await openStore(url);
	expect(await asReader.readerUrl()).toBe(url);
	await expect(asReader.publish(publication('2024', 'two', []))).rejects.toThrow(/lacks a right/);
	await asReader.close();
});
