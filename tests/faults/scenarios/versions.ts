import assert from 'node:assert/strict';
import pg from 'pg';
import { query, type Grounds } from '../grounds.ts';
import { freshPlace, measureOnce, request, using } from '../place.ts';
import { start } from '../program.ts';
import type { Counts, Scenario } from '../scenario.ts';
import { Witness } from '../witness.ts';

// Two versions of the program, or a migration that was stopped half-way.

export const versions: readonly Scenario[] = [
	{
		name: 'migration-killed',
		fault: 'kill -9 while the tables of the ledger are made',
		oracle: 'all of it happened or nothing; the next start completes it and spends',
		short: true,
		run: killedMigration
	},
	{
		name: 'newer-version',
		fault: 'a newer version of the program has migrated the ledger',
		oracle: 'the older version refuses; nothing is charged',
		short: true,
		run: newerVersion
	},
	{
		name: 'half-migrated',
		fault: 'a migration is noted as done, and a part of it is missing: a column, a table, a right',
		oracle: 'the program refuses, and no answer comes of it; nothing is charged where the charge misses it',
		short: true,
		run: halfMigrated
	}
];

async function killedMigration(grounds: Grounds): Promise<Counts> {
	const place = await freshPlace(grounds, 'migration');
	const hold = new pg.Client({ connectionString: place.url });
	await hold.connect();
	// A lock that the migration waits for when half of it is done.
	await hold.query('begin');
	await hold.query('create schema migration');
	await hold.query(
		'create table migration.applied (purpose text not null, name text not null, applied_at timestamptz not null default now(), primary key (purpose, name))'
	);
	await hold.query('commit');
	await hold.query('begin');
	await hold.query('lock table migration.applied in share mode');
	const spender = start('tests/faults/spender.ts', [JSON.stringify(place), 'killed', '1']);
	const waiting = `select from pg_locks l join pg_database d on d.oid = l.database where not l.granted and d.datname = current_database()`;
	while ((await query(place.url, waiting)).length === 0) await new Promise((resolve) => setTimeout(resolve, 20));
	spender.child.kill('SIGKILL');
	await spender.ended;
	await hold.query('rollback');
	await hold.end();
	const [row] = await query<{ there: boolean }>(place.url, `select to_regnamespace('ledger') is not null as there`);
	assert.equal(row?.there, false, 'half of a migration is there');
	await using(place, (ledger) => measureOnce(ledger, request('a')));
	return { ...(await new Witness(place).check()) };
}

async function newerVersion(grounds: Grounds): Promise<Counts> {
	const place = await freshPlace(grounds, 'newer');
	await using(place, (ledger) => measureOnce(ledger, request('a')));
	await query(
		place.url,
		`insert into migration.applied (purpose, name) values ('ledger', '29991231-what-nobody-knows')`
	);
	await assert.rejects(
		using(place, (ledger) => ledger.charge(request('b'))),
		'an older version spends from a newer ledger'
	);
	await query(place.url, `delete from migration.applied where name like '2999%'`);
	const { charges } = await new Witness(place).check();
	assert.equal(charges, 1);
	return { charges };
}

const HALVES = [
	'alter table ledger.entry drop column attempt cascade',
	'alter table ledger.account rename column spent to spending',
	'alter table ledger.entry rename column prev_hash to previous',
	'drop table ledger.noisy_table',
	'revoke insert on ledger.entry from voorzicht_spender',
	'revoke update on ledger.account from voorzicht_spender'
];

async function halfMigrated(grounds: Grounds): Promise<Counts> {
	for (const half of HALVES) {
		const place = await freshPlace(grounds, 'half');
		await using(place, (ledger) => measureOnce(ledger, request('a')));
		await query(place.url, half);
		await assert.rejects(
			using(place, (ledger) => measureOnce(ledger, request('b'))),
			`measured although: ${half}`
		);
		const [charges] = await query<{ count: number }>(
			place.url,
			`select count(*)::integer as count from ledger.entry where kind = 'charge'`
		);
		// What only the answer needs is missed after the charge, which then stays.
		assert.equal(charges?.count, half.includes('noisy_table') ? 2 : 1, half);
	}
	return { refused: HALVES.length };
}
