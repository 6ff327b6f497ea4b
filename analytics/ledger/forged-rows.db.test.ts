import type pg from 'pg';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { ledgerPlace, request, tables } from '../../tests/database/ledger.ts';
import { openPool } from '../postgres/pool.ts';
import type { Ledger } from './ledger.ts';
import { requestKey } from './request.ts';

// Whoever can write to the database makes rows that no sealed entry speaks of: the ledger believes its entries, not its rows.

let place: Awaited<ReturnType<typeof ledgerPlace>>;
let ledger: Ledger;
let pool: pg.Pool;
beforeEach(async () => {
	place = await ledgerPlace();
	ledger = await place.open();
	const { charge, release } = await ledger.charge(request);
	charge.spend();
	await ledger.store(charge, tables);
	await release();
	pool = openPool(place.url, 1);
});
afterEach(async () => {
	await ledger.close();
	await pool.end();
});

const next = { ...request, snapshot: 'second delivery' };

it('an answer that nobody charged for is not given', async () => {
	const key = requestKey(next);
	await pool.query('set role voorzicht_spender');
	await pool.query('insert into ledger.measurement (key, entry) values ($1, 1)', [key]);
	await pool.query(
		`insert into ledger.noisy_table (key, number, id, sigma2, counts) values ($1, 0, 'all', '10/1', '\\x01')`,
		[key]
	);
	await expect(ledger.charge(next)).rejects.toThrow(/stored answer of this request is not the one/);
	await expect(ledger.stored(next)).rejects.toThrow(/stored answer of this request is not the one/);
});

it('an answer that was changed is not given', async () => {
	await pool.query('alter table ledger.noisy_table disable trigger append_only');
	await pool.query(`update ledger.noisy_table set counts = set_byte(counts, 0, (get_byte(counts, 0) + 1) % 256)`);
	await pool.query('alter table ledger.noisy_table enable always trigger append_only');
	await expect(ledger.charge(request)).rejects.toThrow(/stored answer of this request is not the one/);
});

it.each([
	['a higher cap', 'update ledger.account set cap = 1000000000000'],
	['more spent', 'update ledger.account set spent = spent + 1'],
	[
		'an account of its own making',
		`insert into ledger.account (lineage, unit, scope, cap) values ('population', 'household', 'project:free', 1000000000000)`
	]
])('%s in a row buys nothing', async (_what, statement) => {
	await pool.query('set role voorzicht_spender');
	await pool.query(statement);
	const charged = ledger.charge({ ...next, project: 'free' });
	await expect(charged).rejects.toThrow(/is not what the entries of the ledger add up to/);
	expect((await ledger.history()).entries).toHaveLength(1);
});

it('less spent, with the operators of a session’s own, buys nothing either', async () => {
	await pool.query('create schema evil');
	await pool.query(
		'create function evil.lt(bigint, bigint) returns boolean language sql as $$ select false $$; create operator evil.< (function = evil.lt, leftarg = bigint, rightarg = bigint)'
	);
	await pool.query('set search_path = evil, pg_catalog');
	await expect(pool.query('update ledger.account set spent = 0')).rejects.toMatchObject({ code: '23001' });
});

it('officers of a changed entry decide nothing', async () => {
	await pool.query('alter table ledger.entry disable trigger all');
	const { rows } = await pool.query<{ number: string; hash: string }>(
		'select number, hash from ledger.entry order by number desc limit 1'
	);
	await pool.query(
		`insert into ledger.entry (number, kind, body, prev_hash, hash) values ($1, 'officers', '{"kind":"officers","officers":[]}', $2, repeat('a', 64))`,
		[Number(rows[0]!.number) + 1, rows[0]!.hash]
	);
	await expect(ledger.charge(next)).rejects.toThrow(/its entry 6 is not sealed with the key of this ledger/);
});
