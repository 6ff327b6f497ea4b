import { readFileSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { ledgerPlace, request, tables } from '../../tests/database/ledger.ts';
import { BudgetRefusedError, InputError, OutsideFaultError } from '../errors.ts';
import { openPool } from '../postgres/pool.ts';
import { openLedger, type Ledger } from './ledger.ts';

let place: Awaited<ReturnType<typeof ledgerPlace>>;
let ledger: Ledger;
beforeEach(async () => {
	place = await ledgerPlace();
	ledger = await place.open();
});
afterEach(() => ledger.close());

const spentOf = async () => (await ledger.history()).accounts.map(({ scope, spent }) => [scope, spent]);

async function answer(asked = request) {
	const { charge, stored, release } = await ledger.charge(asked);
	if (stored === null) {
		charge.spend();
		await ledger.store(charge, tables);
	}
	await release();
	return { charge, stored };
}

it('charges every scope once, and answers the same request from what is stored', async () => {
	const first = await answer();
	expect(first.stored).toBeNull();
	for (let replay = 0; replay < 3; replay++) {
		const { charge, stored } = await answer({ ...request, description: 'another wording', rho: '1/10' });
		expect(stored).toEqual(tables);
		expect(charge).toMatchObject({
			entry: first.charge.entry,
			hash: first.charge.hash,
			chargedAt: first.charge.chargedAt
		});
		expect(() => charge.spend()).toThrow('spent already');
	}
	expect(await spentOf()).toEqual([
		['horizon', '0.05'],
		['period:2023', '0.05']
	]);
	expect(await ledger.verify()).toEqual({ ok: true, entries: 4, problems: [] });
});

it('a charge pays for one measurement', async () => {
	const { charge, release } = await ledger.charge(request);
	await expect(ledger.store(charge, tables)).rejects.toThrow(RangeError);
	charge.spend();
	expect(() => charge.spend()).toThrow('spent already');
	await ledger.store(charge, tables);
	await expect(ledger.store(charge, tables)).rejects.toThrow();
	await release();
	await expect(ledger.store(charge, tables)).rejects.toThrow(RangeError);
	expect((await ledger.verify()).ok).toBe(true);
});

it('a charge without a measurement stays charged, and the next request is charged anew', async () => {
	const { release } = await ledger.charge(request);
	await release();
	expect((await answer()).stored).toBeNull();
	const { entries } = await ledger.history();
	expect(entries.map(({ state }) => state)).toEqual(['charged', 'measured']);
	expect(await spentOf()).toContainEqual(['horizon', '0.1']);
});

it('of two processes with one request the second waits and gets the stored answer', async () => {
	const other = await place.open();
	const first = await ledger.charge(request);
	const second = other.charge(request);
	const pool = openPool(place.url, 1);
	const waiting = `select from pg_locks l join pg_database d on d.oid = l.database
		where l.locktype = 'advisory' and not l.granted and d.datname = current_database()`;
	while ((await pool.query(waiting)).rowCount === 0) await sleep(10);
	await pool.end();
	first.charge.spend();
	await ledger.store(first.charge, tables);
	await first.release();
	const { stored, release } = await second;
	expect(stored).toEqual(tables);
	await release();
	await other.close();
	expect(await spentOf()).toContainEqual(['horizon', '0.05']);
}, 20_000);

it('refuses what does not fit, charges nothing then, and says what to do', async () => {
	await ledger.open({ lineage: 'population', unit: 'household', scope: 'period:2023', cap: '1/30' });
	await expect(ledger.charge(request)).rejects.toThrow(BudgetRefusedError);
	await expect(ledger.charge(request)).rejects.toThrow(
		/population, household, period:2023 is rho 0.033333333; 0 is spent and 0.05 was asked/
	);
	expect((await ledger.history()).accounts.every(({ spent }) => spent === '0')).toBe(true);
	await ledger.open({ lineage: 'population', unit: 'household', scope: 'period:2023', cap: '1' });
	await answer();
	await expect(
		ledger.open({ lineage: 'population', unit: 'household', scope: 'horizon', cap: '0.04' })
	).rejects.toThrow(BudgetRefusedError);
	expect((await ledger.verify()).ok).toBe(true);
});

it.each(['NaN', '-1', '0', '1e400', '9223372036854775808', 'Infinity'])('refuses a budget of %s', async (rho) => {
	await expect(ledger.charge({ ...request, rho })).rejects.toThrow(InputError);
	expect((await ledger.history()).entries).toEqual([]);
});

it('sixteen clients at once never spend more than the cap', async () => {
	await ledger.open({ lineage: 'population', unit: 'household', scope: 'horizon', cap: '1' });
	const clients = await Promise.all(Array.from({ length: 16 }, () => place.open()));
	const outcomes = await Promise.all(
		clients.map(async (client, c) => {
			let granted = 0;
			for (let i = 0; i < 10; i++) {
				const snapshot = `${c}-${i}`;
				const rho = `${1 + ((c * 7 + i * 3) % 5)}/100`;
				const charged = await client.charge({ ...request, snapshot, rho }).catch((error: unknown) => {
					if (!(error instanceof BudgetRefusedError)) throw error;
					return null;
				});
				if (charged === null) continue;
				granted += Number(rho.split('/')[0]);
				await charged.release();
			}
			return granted;
		})
	);
	await Promise.all(clients.map((client) => client.close()));
	const total = outcomes.reduce((a, b) => a + b, 0);
	expect(total).toBe(100);
	expect(await spentOf()).toContainEqual(['horizon', '1']);
	expect((await ledger.verify()).ok).toBe(true);
});

it('refuses to charge when the database is behind its checkpoint, or the checkpoint is damaged', async () => {
	await answer();
	const seen = JSON.parse(readFileSync(place.checkpoint, 'utf8')) as { entry: number; hash: string };
	expect(seen.entry).toBe(4);
	const next = { ...request, snapshot: 'second delivery' };
	for (const forged of [
		JSON.stringify({ ...seen, entry: 5 }),
		JSON.stringify({ ...seen, hash: 'f'.repeat(64) }),
		'no checkpoint'
	]) {
		writeFileSync(place.checkpoint, forged);
		await expect(ledger.charge(next)).rejects.toThrow(OutsideFaultError);
	}
	expect((await ledger.history()).entries).toHaveLength(1);
	writeFileSync(place.checkpoint, JSON.stringify(seen));
	await answer(next);
});

it('refuses a server that may forget a commit', async () => {
	await expect(openLedger(place.url)).rejects.toThrow(/fsync, full_page_writes, synchronous_commit off/);
});

it('the database itself refuses overspending and changes of what is written', async () => {
	await answer();
	const pool = openPool(place.url);
	for (const statement of [
		'update ledger.entry set body = body',
		'delete from ledger.entry',
		'truncate ledger.entry cascade',
		'delete from ledger.noisy_table',
		'update ledger.measurement set entry = entry',
		'update ledger.account set spent = spent - 1',
		'delete from ledger.account',
		'truncate ledger.account'
	])
		await expect(pool.query(statement)).rejects.toMatchObject({ code: '23001' });
	for (const statement of [
		'update ledger.account set spent = cap + 1',
		"insert into ledger.account (lineage, unit, scope, cap) values ('x', 'person', 'horizon', -1)"
	])
		await expect(pool.query(statement)).rejects.toMatchObject({ code: '23514' });
	await pool.end();
});

it.each([
	['update ledger.entry set body = replace(body, \'"amount":"50000000"\', \'"amount":"10000000"\')', 'content'],
	['delete from ledger.entry where number = 2', 'follow'],
	['update ledger.entry set number = case number when 1 then 2 when 2 then 1 else number end', 'follow'],
	['update ledger.account set spent = 0', 'add up'],
	['update ledger.account set cap = cap + 1', 'add up'],
	["update ledger.noisy_table set counts = decode('00', 'hex') || substr(counts, 2)", 'not the one'],
	['delete from ledger.noisy_table; delete from ledger.measurement', 'gone'],
	['delete from ledger.entry where number = 4', 'without an entry'],
	[
		'delete from ledger.noisy_table; delete from ledger.measurement; delete from ledger.entry; delete from ledger.account',
		'ends before entry 4'
	]
])('verify finds: %s', async (tampering, problem) => {
	await answer();
	expect((await ledger.verify()).ok).toBe(true);
	const pool = openPool(place.url, 1);
	// An owner who means harm can switch every trigger off, and every key.
	await pool.query(
		'set session_replication_role = replica; alter table ledger.entry drop constraint entry_pkey cascade'
	);
	await pool.query(tampering);
	await pool.end();
	const { ok, problems } = await ledger.verify();
	expect(ok).toBe(false);
	expect(problems.join('\n')).toContain(problem);
});
