import { generateKeyPairSync } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { copyDatabase } from '../../tests/database/fresh.ts';
import { KEY, ledgerPlace, request, tables } from '../../tests/database/ledger.ts';
import { BudgetRefusedError, InputError } from '../errors.ts';
import type { Ledger } from './ledger.ts';
import { openLedger } from './open.ts';
import { approve, type Statement } from './statement.ts';

const person = (name: string) => {
	const { privateKey, publicKey } = generateKeyPairSync('ed25519');
	const key = publicKey.export({ type: 'spki', format: 'der' }).toString('base64');
	return {
		officer: { name, key },
		sign: (statement: Statement) => ({ officer: name, signature: approve(statement, privateKey) })
	};
};
const [anna, bram, carla] = [person('Anna'), person('Bram'), person('Carla')];
const horizon = { lineage: 'population', unit: 'household', scope: 'horizon' } as const;

let place: Awaited<ReturnType<typeof ledgerPlace>>;
let ledger: Ledger;
beforeEach(async () => {
	place = await ledgerPlace();
	ledger = await place.open();
	await ledger.decide(await ledger.propose({ action: 'officers', officers: [anna.officer, bram.officer] }), []);
});
afterEach(() => ledger.close());

async function answer(book: Ledger, snapshot: string): Promise<void> {
	const { charge, release } = await book.charge({ ...request, snapshot });
	charge.spend();
	await book.store(charge, tables);
	await release();
}

const spent = async (book: Ledger) =>
	Object.fromEntries((await book.history()).accounts.map((account) => [account.scope, account.spent]));

it('a higher cap needs two officers, a lower one does not', async () => {
	await expect(ledger.open({ ...horizon, cap: '11' })).rejects.toThrow(
		/signatures of 2 officers of the ledger, and has 0/
	);
	await ledger.open({ ...horizon, cap: '9' });
	const statement = await ledger.propose({ action: 'cap', ...horizon, cap: '12' });
	for (const approvals of [
		[anna.sign(statement)],
		[anna.sign(statement), anna.sign(statement)],
		[anna.sign(statement), carla.sign(statement)],
		[anna.sign(statement), { ...anna.sign(statement), officer: 'Bram' }],
		[anna.sign(statement), bram.sign({ ...statement, to: '13000000000' } as Statement)]
	])
		await expect(ledger.decide(statement, approvals)).rejects.toThrow(BudgetRefusedError);
	await ledger.decide(statement, [anna.sign(statement), bram.sign(statement)]);
	expect((await ledger.history()).accounts).toMatchObject([{ cap: '12' }]);
	// The same signatures do not work a second time, not even when everything looks as it did then.
	for (const cap of ['11', '9']) {
		await ledger.open({ ...horizon, cap });
		const again = ledger.decide(statement, [anna.sign(statement), bram.sign(statement)]);
		await expect(again).rejects.toThrow(/changed since/);
	}
	expect((await ledger.verify()).problems).toEqual([]);
});

it('signatures are of one ledger, and have one spelling', async () => {
	const statement = await ledger.propose({ action: 'cap', ...horizon, cap: '12' });
	const signed = [anna.sign(statement), bram.sign(statement)];
	const other = await (await ledgerPlace()).open();
	await other.decide(await other.propose({ action: 'officers', officers: [anna.officer, bram.officer] }), []);
	await expect(other.decide(statement, signed)).rejects.toThrow(/changed since/);
	await other.close();
	const respelled = signed.map((approval) => ({ ...approval, signature: approval.signature.replaceAll('=', '') }));
	await expect(ledger.decide(statement, respelled)).rejects.toThrow(
		/has 0. Not one of an officer under this very text: Anna, Bram/
	);
	for (const to of ['012000000000', '1e3', '-1', '1000000000001', 'NaN'])
		await expect(ledger.decide({ ...statement, to } as Statement, signed)).rejects.toThrow(InputError);
	for (const lineage of ['', 'a\u001b[2J', 'x'.repeat(1001), '\ud800'])
		await expect(ledger.decide({ ...statement, lineage } as Statement, signed)).rejects.toThrow(InputError);
	expect((await ledger.verify()).problems).toEqual([]);
});

it('officers who came back do not bring the proposals of their time back', async () => {
	const [first, second] = [
		[anna.officer, bram.officer],
		[bram.officer, carla.officer]
	];
	const old = await ledger.propose({ action: 'officers', officers: second });
	const signed = [anna.sign(old), bram.sign(old)];
	await ledger.decide(old, signed);
	const back = await ledger.propose({ action: 'officers', officers: first });
	await ledger.decide(back, [bram.sign(back), carla.sign(back)]);
	await expect(ledger.decide(old, signed)).rejects.toThrow(/changed since/);
});

it('officers change by the word of two officers', async () => {
	await expect(ledger.propose({ action: 'officers', officers: [carla.officer] })).rejects.toThrow(InputError);
	await expect(
		ledger.propose({ action: 'officers', officers: [carla.officer, { ...carla.officer, name: 'Clara' }] })
	).rejects.toThrow(InputError);
	const statement = await ledger.propose({ action: 'officers', officers: [bram.officer, carla.officer] });
	await expect(ledger.decide(statement, [bram.sign(statement), carla.sign(statement)])).rejects.toThrow(/Carla/);
	await ledger.decide(statement, [anna.sign(statement), bram.sign(statement)]);
	expect((await ledger.officers()).map(({ name }) => name)).toEqual(['Bram', 'Carla']);
	expect((await ledger.verify()).problems).toEqual([]);
});

it('after a restored older database two officers take over what was spent, and nothing becomes free again', async () => {
	await answer(ledger, 'first');
	await ledger.close();
	const backup = await copyDatabase(place.url);
	ledger = await place.open();
	await answer(ledger, 'second');
	await answer(ledger, 'third');
	const before = await spent(ledger);
	await ledger.close();

	ledger = await openLedger(backup, { key: KEY, checkpoint: place.checkpoint, volatile: true });
	await expect(answer(ledger, 'fourth')).rejects.toThrow(/refuses to charge/);
	const statement = await ledger.propose({ action: 'reconcile' });
	await expect(ledger.decide(statement, [anna.sign(statement)])).rejects.toThrow(/has 1/);
	await expect(answer(ledger, 'fourth')).rejects.toThrow(/refuses to charge/);
	await ledger.decide(statement, [anna.sign(statement), bram.sign(statement)]);
	expect(await spent(ledger)).toEqual(before);
	expect((await ledger.verify()).problems).toEqual([]);
	// The answer to the second request was lost with the database: who asks again pays again.
	await answer(ledger, 'second');
	expect(await spent(ledger)).toMatchObject({ horizon: '0.2' });
	expect((await ledger.verify()).problems).toEqual([]);
	await expect(ledger.propose({ action: 'reconcile' })).rejects.toThrow(/nothing to reconcile/);
});

it('two branches add up, and a second restore after that still loses nothing', async () => {
	await answer(ledger, 'common');
	await ledger.close();
	const copy = await copyDatabase(place.url);
	ledger = await place.open();
	const fork = await openLedger(copy, { key: KEY, checkpoint: `${place.checkpoint}.fork`, volatile: true });
	const own = await fork.propose({ action: 'reconcile' });
	await fork.decide(own, [anna.sign(own), bram.sign(own)]);
	await answer(fork, 'of the fork');
	await fork.close();
	await answer(ledger, 'second');
	await answer(ledger, 'third');
	await ledger.close();

	ledger = await openLedger(copy, { key: KEY, checkpoint: place.checkpoint, volatile: true });
	const statement = await ledger.propose({ action: 'reconcile' });
	await ledger.decide(statement, [anna.sign(statement), bram.sign(statement)]);
	expect(await spent(ledger)).toMatchObject({ horizon: '0.2', 'year:2023': '0.2' });
	await ledger.close();
	const backup = await copyDatabase(copy);
	ledger = await openLedger(copy, { key: KEY, checkpoint: place.checkpoint, volatile: true });
	await answer(ledger, 'fifth');
	await ledger.close();
	ledger = await openLedger(backup, { key: KEY, checkpoint: place.checkpoint, volatile: true });
	const again = await ledger.propose({ action: 'reconcile' });
	await ledger.decide(again, [anna.sign(again), bram.sign(again)]);
	expect(await spent(ledger)).toMatchObject({ horizon: '0.25' });
	expect((await ledger.verify()).problems).toEqual([]);
});

it('a lost checkpoint is made anew by two officers', async () => {
	await answer(ledger, 'first');
	rmSync(place.checkpoint);
	await expect(answer(ledger, 'second')).rejects.toThrow(/is gone/);
	const statement = await ledger.propose({ action: 'reconcile' });
	await ledger.decide(statement, [anna.sign(statement), bram.sign(statement)]);
	await answer(ledger, 'second');
	expect(await spent(ledger)).toMatchObject({ horizon: '0.1' });
	expect((await ledger.verify()).problems).toEqual([]);
});

it('a proposal is about the ledger as it stood', async () => {
	await answer(ledger, 'first');
	rmSync(place.checkpoint);
	const statement = await ledger.propose({ action: 'reconcile' });
	const old = { ...statement, database: { number: 1, hash: 'a'.repeat(64) } } as Statement;
	await expect(ledger.decide(old, [anna.sign(old), bram.sign(old)])).rejects.toThrow(/changed since/);
});

it('an older checkpoint does not bring dismissed officers back', async () => {
	await answer(ledger, 'first');
	const older = readFileSync(place.checkpoint);
	const statement = await ledger.propose({ action: 'officers', officers: [bram.officer, carla.officer] });
	await ledger.decide(statement, [anna.sign(statement), bram.sign(statement)]);
	await answer(ledger, 'second');
	await ledger.close();
	writeFileSync(place.checkpoint, older);
	ledger = await place.open();
	const settle = await ledger.propose({ action: 'reconcile' });
	await expect(ledger.decide(settle, [anna.sign(settle), bram.sign(settle)])).rejects.toThrow(/Anna/);
	await ledger.decide(settle, [bram.sign(settle), carla.sign(settle)]);
	expect((await ledger.officers()).map(({ name }) => name)).toEqual(['Bram', 'Carla']);
	expect((await ledger.verify()).problems).toEqual([]);
});

it('a signature that is none stands in nobody’s way', async () => {
	const statement = await ledger.propose({ action: 'cap', ...horizon, cap: '12' });
	const signed = [
		carla.sign(statement),
		{ officer: 'Bram', signature: 'x' },
		anna.sign(statement),
		bram.sign(statement)
	];
	await ledger.decide(statement, signed);
	expect((await ledger.history()).accounts).toMatchObject([{ cap: '12' }]);
	expect((await ledger.verify()).problems).toEqual([]);
	await expect(ledger.open({ ...horizon, cap: '12' })).rejects.toThrow(/this cap already/);
});
