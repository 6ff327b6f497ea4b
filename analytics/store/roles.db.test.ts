import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshDatabase } from '../../tests/database/fresh.ts';
import { figure, publication } from '../../tests/database/publication.ts';
import { openCluster } from '../postgres/cluster.ts';
import { openStore, type Store } from './store.ts';

// Who may do what: for each role, every table and view of the database x every action is tried on a connection of its own.

interface Column {
	readonly name: string;
	readonly type: string;
	readonly writable: boolean;
}

let store: Store;
let owner: pg.Client;
const logins: Record<string, pg.Client> = {};
let relations: { name: string; columns: Column[] }[];

beforeAll(async () => {
	const url = await freshDatabase();
	await (await openCluster(url, 'ledger')).close();
	store = await openStore(url);
	await store.publish(publication('2023', 'one', [figure('NL', 0.1)]));
	owner = await connected(url);
	// A login of its own, as an office would make one: it cannot step back to the owner's rights.
	const name = `test_${randomBytes(6).toString('hex')}`;
	await owner.query(`create role ${name} login password 'x' in role voorzicht_publisher`);
	await owner.query(`grant connect on database ${new URL(url).pathname.slice(1)} to ${name}`);
	const publisher = new URL(url);
	publisher.username = name;
	publisher.password = 'x';
	logins.publisher = await connected(publisher.href);
	logins.reader = await connected(await store.readerUrl());
	await logins.reader.query('set default_transaction_read_only = off');
	relations = await allRelations();
});
afterAll(async () => {
	for (const client of Object.values(logins)) await client.end();
	await owner.end();
	await store.close();
});

async function connected(url: string): Promise<pg.Client> {
	const client = new pg.Client({ connectionString: url });
	await client.connect();
	return client;
}

async function allRelations() {
	const { rows } = await owner.query<{ name: string; columns: Column[] }>(
		`select n.nspname || '.' || c.relname as name, json_agg(json_build_object('name', a.attname,
			'type', format_type(a.atttypid, a.atttypmod), 'writable', a.attgenerated = '' and a.attidentity = '') order by a.attnum) as columns
		from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
		where n.nspname in ('store', 'published', 'ledger', 'migration') and c.relkind in ('r', 'v', 'm', 'p')
			and a.attnum > 0 and not a.attisdropped
		group by 1 order by 1`
	);
	return rows;
}

/** Every action on a relation, by name; none changes a row even where it is allowed. */
function actions(relation: string, columns: readonly Column[]): [action: string, statement: string][] {
	const writable = columns.filter((column) => column.writable);
	const [first] = writable;
	return [
		['select', `select * from ${relation} limit 0`],
		['insert', `insert into ${relation} ("${first!.name}") select null::${first!.type} where false`],
		...writable.map(({ name, type }): [string, string] => [
			`update ${name}`,
			`update ${relation} set "${name}" = null::${type} where false`
		]),
		['delete', `delete from ${relation} where false`],
		['truncate', `truncate ${relation}`],
		['lock', `lock table ${relation} in access exclusive mode`],
		['alter', `alter table ${relation} add column mine integer`],
		['drop', `drop table ${relation} cascade`],
		['trigger', `create trigger mine before insert on ${relation} for each statement execute function store.refuse()`],
		['disable', `alter table ${relation} disable trigger all`],
		['policy', `create policy mine on ${relation}`],
		['own', `alter table ${relation} owner to current_user`]
	];
}

/** What a role can do with a relation; a refusal for want of rights, or of a view that nobody can write through, is none. */
async function allowed(client: pg.Client, relation: string, columns: readonly Column[]): Promise<string[]> {
	const done: string[] = [];
	for (const [action, statement] of actions(relation, columns)) {
		await client.query('begin');
		try {
			await client.query(statement);
			done.push(action);
		} catch (error) {
			const { code } = error as pg.DatabaseError;
			if (!['42501', '55000', '42809'].includes(code ?? '')) done.push(`${action}: ${code}`);
		} finally {
			await client.query('rollback');
		}
	}
	return done;
}

const tables = (names: string, rights: readonly string[]) =>
	names.split(' ').map((name) => [`store.${name}`, rights] as const);
const expected: Record<string, Record<string, readonly string[]>> = {
	publisher: Object.fromEntries([
		...tables('tree indicator grouping figure signal audit bundle', ['select', 'insert']),
		...tables('watch small_area rank event_risk event_study event_group indicator_card', ['select', 'insert']),
		...tables('release', ['select', 'insert', 'update state']),
		...tables('current_release', ['select', 'insert', 'update release']),
		...tables('region', ['select', 'insert', 'update hex_q', 'update hex_r', 'update population']),
		...tables('boundary', ['select', 'insert', 'update geometry']),
		...tables('release_transition release_history', ['select'])
	]),
	reader: {}
};

describe.each(['publisher', 'reader'])('the %s', (role) => {
	it('has these rights on tables and views, and no other', async () => {
		expect(relations.length).toBeGreaterThan(38);
		for (const { name, columns } of relations) {
			const rights = expected[role]![name] ?? (name.startsWith('published.') ? ['select'] : []);
			expect({ name, rights: await allowed(logins[role]!, name, columns) }).toEqual({ name, rights });
		}
	});

	it('executes only the functions of the store that it needs', async () => {
		const { rows } = await logins[role]!.query<{ name: string }>(
			`select p.oid::regproc::text as name from pg_proc p
			where p.pronamespace = 'store'::regnamespace and has_function_privilege(p.oid, 'execute') order by 1`
		);
		expect(rows.map(({ name }) => name)).toEqual(
			role === 'publisher' ? ['store.is_whole', 'store.refresh_statistics', 'store.refresh_warning_statistics'] : []
		);
	});

	it.each([
		'set session_replication_role = replica',
		'set role voorzicht_owner',
		'create table public.mine (a int)',
		'create table store.mine (a int)',
		'create schema mine',
		'create role mine',
		'create function store.mine() returns int language sql return 1',
		'alter role voorzicht_publisher superuser',
		'alter function store.refuse() owner to current_user',
		'drop schema store cascade',
		"select nextval('store.release_id_seq')",
		"select setval('store.release_id_seq', 1)",
		'select * from pg_authid',
		"select pg_read_file('postgresql.conf')",
		"copy (select 1) to program 'true'",
		"alter system set fsync = 'off'"
	])('may not: %s', (statement) => expect(logins[role]!.query(statement)).rejects.toMatchObject({ code: '42501' }));
});

it('the store itself works as the publisher', async () => {
	const { release } = await store.publish(publication('2024', 'two', [figure('NL', 0.2)]));
	const { rows } = await owner.query('select distinct role from store.release_history where release = $1', [release]);
	expect(rows).toEqual([{ role: 'voorzicht_publisher' }]);
});

it('a login that is a publisher and no owner publishes too', async () => {
	const client = logins.publisher!;
	const { host, port, database, user } = client;
	const other = await openStore(`postgres://${user}:x@${host}:${port}/${database}`);
	try {
		expect(await other.publish(publication('2025', 'three', [figure('NL', 0.3)]))).toMatchObject({
			state: 'published'
		});
	} finally {
		await other.close();
	}
	const { rows } = await owner.query<{ login: string }>(
		"select distinct h.login from store.release_history h join store.release r on r.id = h.release where r.period = '2025'"
	);
	expect(rows).toEqual([{ login: user }]);
});
