import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { BudgetRefusedError, OutsideFaultError } from '../../../analytics/errors.ts';
import type { Ledger } from '../../../analytics/ledger/ledger.ts';
import { approve, type Statement } from '../../../analytics/ledger/statement.ts';
import { Desk } from '../desk.ts';
import { freshDatabase, freshFolder, type Grounds } from '../grounds.ts';
import { officer, publicPart, type OfficerWithKey } from '../officers.ts';
import { freshPlace, measureOnce, open, request, using, type Place } from '../place.ts';
import type { Counts, Scenario } from '../scenario.ts';
import { Witness } from '../witness.ts';

// An older database is put in the place of the newest one, or two copies of one database are used.

export const restored: readonly Scenario[] = [
	{
		name: 'older-backup',
		fault: 'an older copy of the database is put back, after which more was spent',
		oracle: 'refused until two officers sign; not by one, nor by one twice; then exactly what was spent counts as spent',
		short: true,
		run: olderBackup
	},
	{
		name: 'older-folder',
		fault: 'an older copy of the folder of the embedded server is put back',
		oracle: 'refused (measure ends with exit code 5), nothing is charged; the newest folder goes on',
		short: false,
		run: olderFolder
	},
	{
		name: 'two-copies',
		fault: 'two processes spend on two copies of the database with one checkpoint, at the same moment',
		oracle: 'one of them goes on; the other one charges nothing that anybody can use, and refuses from then on',
		short: true,
		run: twoCopies
	}
];

async function spend(ledger: Ledger, name: string, times: number): Promise<void> {
	for (let i = 0; i < times; i++) await measureOnce(ledger, request(`${name}-${i}`));
}

async function olderBackup(grounds: Grounds): Promise<Counts> {
	const [an, bo, eve] = [officer('An'), officer('Bo'), officer('Eve')];
	const place = await freshPlace(grounds, 'older-backup');
	await using(place, async (ledger) => {
		await ledger.decide(await ledger.propose({ action: 'officers', officers: [an, bo].map(publicPart) }), []);
		await spend(ledger, 'before', 4);
	});
	const backup = await freshDatabase(grounds, place.url);
	const lost = await using(place, async (ledger) => {
		await spend(ledger, 'lost', 3);
		return (await ledger.history()).accounts;
	});

	const old: Place = { ...place, url: backup };
	const witness = new Witness(old);
	const ledger = await open(old);
	try {
		await assert.rejects(ledger.charge(request('after')), OutsideFaultError);
		assert.equal((await ledger.verify()).ok, false);
		const statement = await ledger.propose({ action: 'reconcile' });
		for (const signers of [[], [an], [an, an], [an, eve], [eve, officer('Bo')]])
			await assert.rejects(ledger.decide(statement, signatures(statement, signers)), BudgetRefusedError);
		const other = { ...statement, checkpoint: null } as Statement;
		await assert.rejects(ledger.decide(statement, signatures(other, [an, bo])), BudgetRefusedError);
		await assert.rejects(ledger.charge(request('after')), OutsideFaultError);

		await ledger.decide(statement, signatures(statement, [an, bo]));
		assert.deepEqual((await ledger.history()).accounts, lost);
		await assert.rejects(ledger.decide(statement, signatures(statement, [an, bo])));
		await spend(ledger, 'after', 2);
	} finally {
		await ledger.close();
	}
	// The newest database, should it turn up after all, is the one that is refused now.
	await using(place, async (newest) => {
		await assert.rejects(newest.charge(request('newest')), OutsideFaultError);
	});
	const { charges } = await witness.check();
	assert.equal(charges, 6);
	return { lost: 3, adopted: 3, charges };
}

/** Signatures under the name of an officer, whoever made them. */
function signatures(statement: Statement, signers: readonly OfficerWithKey[]) {
	return signers.map(({ name, privateKey }) => ({ officer: name, signature: approve(statement, privateKey) }));
}

async function olderFolder(grounds: Grounds): Promise<Counts> {
	const folder = join(freshFolder(grounds, 'older-folder'), 'postgres');
	const place: Place = { url: `embedded:${folder}`, checkpoint: `${folder}.checkpoint.jsonl`, key: 'k'.repeat(32) };
	const witness = new Witness(place);
	await using(place, (ledger) => spend(ledger, 'before', 3));
	copyFolder(folder, `${folder}.backup`);
	await using(place, (ledger) => spend(ledger, 'more', 3));
	renameSync(folder, `${folder}.newest`);
	copyFolder(`${folder}.backup`, folder);

	const desk = await Desk.open(grounds, 'older-folder');
	const env = {
		VOORZICHT_LEDGER: place.url,
		VOORZICHT_LEDGER_CHECKPOINT: place.checkpoint,
		VOORZICHT_LEDGER_KEY: place.key
	};
	const { code, stderr } = await desk.measure('bundle', { env });
	assert.equal(code, 5, stderr);
	assert.match(stderr, /refuses to charge: it ends before entry/);
	assert.equal(desk.answerIn('bundle'), null);
	const left = await using(place, (ledger) => ledger.history());
	assert.equal(left.entries.length, 3);

	rmSync(folder, { recursive: true });
	renameSync(`${folder}.newest`, folder);
	await using(place, (ledger) => spend(ledger, 'after', 1));
	return { ...(await witness.check()) };
}

/** With its owners: a server refuses a folder that belongs to somebody else than it runs as. */
function copyFolder(from: string, to: string): void {
	execFileSync('cp', ['-a', from, to]);
}

async function twoCopies(grounds: Grounds): Promise<Counts> {
	const rounds = grounds.long ? 25 : 4;
	const lost = { atTheSwap: 0, atTheStart: 0 };
	for (let round = 0; round < rounds; round++) {
		const place = await freshPlace(grounds, 'two-copies');
		await using(place, (ledger) => spend(ledger, 'before', 2));
		const twin: Place = { ...place, url: await freshDatabase(grounds, place.url) };
		const ledgers = [await open(place), await open(twin)];
		const outcomes = await Promise.allSettled(
			ledgers.map(async (ledger, i) => {
				const { charge, release } = await ledger.charge(request(`copy-${i}`));
				await release();
				return charge;
			})
		);
		const winners = outcomes.flatMap(({ status }, i) => (status === 'fulfilled' ? [i] : []));
		assert.equal(winners.length, 1, `${winners.length} of two copies went on`);
		const loser = 1 - winners[0]!;
		const { reason } = outcomes[loser] as PromiseRejectedResult;
		assert.ok(reason instanceof OutsideFaultError, String(reason));
		lost[/Another copy/.test(reason.message) ? 'atTheSwap' : 'atTheStart']++;
		await assert.rejects(ledgers[loser]!.charge(request('again')), OutsideFaultError);
		await spend(ledgers[winners[0]!]!, 'after', 2);
		await assert.rejects(ledgers[loser]!.charge(request('again')), OutsideFaultError);
		for (const ledger of ledgers) await ledger.close();
		await new Witness([place, twin][winners[0]!]!).check();
	}
	return { rounds, ...lost };
}
