import type pg from 'pg';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { ledgerPlace, request, tables } from '../../tests/database/ledger.ts';
import { openPool } from '../postgres/pool.ts';
import { openLedger } from './open.ts';

let place: Awaited<ReturnType<typeof ledgerPlace>>;
let pool: pg.Pool;
beforeEach(async () => {
	place = await ledgerPlace();
	const ledger = await place.open();
	const { charge, release } = await ledger.charge(request);
	charge.spend();
	await ledger.store(charge, tables);
	await release();
	await ledger.close();
});
afterEach(() => pool.end());

const CHANGES = [
	'update ledger.entry set body = body',
	'delete from ledger.entry',
	'truncate ledger.entry cascade',
	'delete from ledger.noisy_table',
	'truncate ledger.noisy_table',
	'update ledger.measurement set entry = entry',
	'update ledger.account set spent = spent - 1',
	"update ledger.account set lineage = 'another'",
	'delete from ledger.account',
	'truncate ledger.account'
];

it('not even the owner changes what is written, in any kind of session', async () => {
	pool = openPool(place.url, 1);
	for (const session of ['origin', 'replica']) {
		await pool.query(`set session_replication_role = ${session}`);
		for (const statement of CHANGES) await expect(pool.query(statement)).rejects.toMatchObject({ code: '23001' });
	}
});

it.each([
	'update ledger.account set spent = cap + 1',
	"insert into ledger.account (lineage, unit, scope, cap) values ('x', 'person', 'horizon', -1)",
	"insert into ledger.account (lineage, unit, scope, cap) values ('x', 'person', 'horizon', 1000000000001)",
	"insert into ledger.account (lineage, unit, scope, cap) values ('x', 'person', 'period:2023', 1)",
	"insert into ledger.account (lineage, unit, scope, cap) values ('x', 'cat', 'horizon', 1)"
])('both bounds are the database’s own: %s', async (statement) => {
	pool = openPool(place.url, 1);
	await expect(pool.query(statement)).rejects.toMatchObject({ code: '23514' });
});

it.each(["'NaN'", "'Infinity'", "'-Infinity'", '1e400', '9223372036854775808', "'0x1g'", "''"])(
	'no column of amounts takes %s',
	async (amount) => {
		pool = openPool(place.url, 1);
		await expect(pool.query(`update ledger.account set spent = spent + ${amount}`)).rejects.toMatchObject({
			code: expect.stringMatching(/^22/) as string
		});
	}
);

it('an entry follows the last one, whoever adds it', async () => {
	pool = openPool(place.url, 1);
	const { rows } = await pool.query<{ number: string; hash: string }>(
		'select number, hash from ledger.entry order by number'
	);
	const last = rows.at(-1)!;
	const add = (number: number, prev: string) =>
		pool.query(
			`insert into ledger.entry (number, kind, body, prev_hash, hash) values ($1, 'open', '{}', $2, repeat('a', 64))`,
			[number, prev]
		);
	await expect(add(Number(last.number) + 2, last.hash)).rejects.toMatchObject({ code: '23001' });
	await expect(add(Number(last.number) + 1, rows[0]!.hash)).rejects.toMatchObject({ code: '23001' });
	await add(Number(last.number) + 1, last.hash);
});

it('the role that spends may add, and change no more than what is spent and capped', async () => {
	pool = openPool(place.url, 1, 'voorzicht_spender');
	for (const statement of [
		...CHANGES.filter((change) => !change.includes('set spent')),
		'alter table ledger.entry disable trigger append_only',
		'alter table ledger.entry drop constraint entry_pkey',
		'drop table ledger.entry',
		'drop schema ledger cascade',
		'create table ledger.mine (a integer)',
		'create or replace function ledger.refuse_change() returns trigger language plpgsql as $$ begin return new; end $$',
		'set session_replication_role = replica',
		'select * from migration.applied'
	])
		await expect(pool.query(statement)).rejects.toMatchObject({ code: '42501' });
	await expect(pool.query('update ledger.account set spent = spent - 1')).rejects.toMatchObject({ code: '23001' });
	await pool.query('update ledger.account set spent = spent + 1');
});

it('a login that is only a member of that role can spend, and nothing more', async () => {
	const owner = openPool(place.url, 1);
	const login = `member_${process.pid}_${Date.now()}`;
	await owner.query(`create role ${login} login password 'secret' in role voorzicht_spender`);
	await owner.query(`grant connect on database ${new URL(place.url).pathname.slice(1)} to ${login}`);
	await owner.end();
	const url = new URL(place.url);
	[url.username, url.password] = [login, 'secret'];
	const { key, checkpoint } = place;
	const ledger = await openLedger(url.href, { key, checkpoint, volatile: true });
	const { release } = await ledger.charge({ ...request, snapshot: 'another' });
	await release();
	await ledger.close();
	pool = openPool(url.href, 1);
	await expect(pool.query('delete from ledger.entry')).rejects.toMatchObject({ code: '42501' });
});

it('refuses a server that may forget a commit', async () => {
	pool = openPool(place.url, 1);
	const { key, checkpoint } = place;
	await expect(openLedger(place.url, { key, checkpoint })).rejects.toThrow(
		/fsync, full_page_writes, synchronous_commit off/
	);
});
