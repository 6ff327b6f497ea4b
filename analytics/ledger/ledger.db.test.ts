import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { ledgerPlace, request, tables } from '../../tests/database/ledger.ts';
import { BudgetRefusedError, InputError } from '../errors.ts';
import { openPool } from '../postgres/pool.ts';
import type { Ledger } from './ledger.ts';

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
		['year:2023', '0.05'],
		['programme:dashboard', '0.05']
	]);
	expect(await ledger.verify()).toEqual({ ok: true, entries: 5, problems: [] });
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
	await ledger.open({ lineage: 'population', unit: 'household', scope: 'year:2023', cap: '1/30' });
	await expect(ledger.charge(request)).rejects.toThrow(BudgetRefusedError);
	await expect(ledger.charge(request)).rejects.toThrow(
		/population, household, year:2023 is rho 0.033333333; 0 is spent and 0.05 was asked/
	);
	expect((await ledger.history()).accounts.every(({ spent }) => spent === '0')).toBe(true);
	await ledger.open({ lineage: 'population', unit: 'household', scope: 'year:2023', cap: '1' });
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

it('a release of several years, in a programme and a project, is paid by all of them or by none', async () => {
	const asked = { ...request, period: '2021 - 2023', programme: 'validation', project: 'elsa-lab' };
	await expect(ledger.charge(asked)).rejects.toThrow(/There is no account population, household, project:elsa-lab/);
	expect((await ledger.history()).accounts).toEqual([]);
	await ledger.open({ lineage: 'population', unit: 'household', scope: 'project:elsa-lab', cap: '0.07' });
	await answer(asked);
	const paid = ['horizon', 'year:2021', 'year:2022', 'year:2023', 'programme:validation', 'project:elsa-lab'];
	expect((await spentOf()).sort()).toEqual(paid.map((scope) => [scope, '0.05']).sort());
	await expect(answer({ ...asked, snapshot: 'second delivery' })).rejects.toThrow(/project:elsa-lab is rho 0.07/);
	expect((await spentOf()).every(([, spent]) => spent === '0.05')).toBe(true);
});

it('a bundle is written down once, and the next delivery knows which one it replaces', async () => {
	const bundle = async (asked: typeof request, manifest: string) => {
		const { charge, release } = await ledger.charge(asked);
		if (!charge.isSpent) {
			charge.spend();
			await ledger.store(charge, tables);
		}
		const before = await ledger.bundleBefore(asked, charge);
		for (let time = 0; time < 2; time++) await ledger.recordBundle(charge, manifest);
		await release();
		return { entry: charge.entry, before };
	};
	const [one, two, three] = ['1', '2', '3'].map((digit) => digit.repeat(64)) as [string, string, string];
	const first = await bundle(request, one);
	expect(first.before).toBeNull();
	const revised = await bundle({ ...request, snapshot: 'second delivery' }, two);
	expect(revised.before).toEqual({ entry: first.entry, manifest: one });
	// The first one, written again elsewhere, still replaces nothing.
	expect((await bundle(request, three)).before).toBeNull();
	expect((await bundle({ ...request, period: '2024' }, two)).before).toBeNull();
	const bundles = (await ledger.history()).entries.map((entry) => entry.bundles);
	expect(bundles).toEqual([[one, three], [two], [two]]);
	expect((await ledger.verify()).problems).toEqual([]);
});
