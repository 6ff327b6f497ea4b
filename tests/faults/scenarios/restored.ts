import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { BudgetRefusedError, OutsideFaultError } from '../../../analytics/errors.ts';
import type { History } from '../../../analytics/ledger/history.ts';
import type { Ledger } from '../../../analytics/ledger/ledger.ts';
import { approve, type Statement } from '../../../analytics/ledger/statement.ts';
import { Desk, done } from '../desk.ts';
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
		oracle:
			'refused until two officers sign; not by one, nor by one twice; then exactly what was spent counts as spent',
		short: true,
		run: olderBackup
	},
	{
		name: 'older-backup-by-command',
		fault: 'an older copy of the database is put back, and everything is done on the command line',
		oracle: 'measure ends with exit code 5; apply with one signature with 4; with two, spending is exactly what it was',
		short: false,
		run: byCommand
	},
	{
		name: 'older-folder',
		fault: 'an older copy of the folder of the embedded server is put back',
		oracle: 'refused (measure ends with exit code 5), nothing is charged; the newest folder goes on',
		short: false,
		run: olderFolder
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

async function byCommand(grounds: Grounds): Promise<Counts> {
	const desk = await Desk.open(grounds, 'by-command');
	const officers: string[] = [];
	for (const name of ['An', 'Bo']) {
		const { key } = done<{ key: string }>(
			await desk.run(['ledger', 'officer-key', '--name', name, '--out', name, '--json'])
		);
		officers.push('--officer', `${name}=${key}`);
	}
	done(await desk.run(['ledger', 'officers', ...officers, '--json']));
	done(await desk.measure('first'));
	const backup = await freshDatabase(grounds, desk.place.url);
	desk.writeSpec('spec.yaml', 'snapshot: first', 'snapshot: second');
	done(await desk.measure('second'));
	const accounts = async () => done<History>(await desk.run(['ledger', 'show', '--json'], { env })).accounts;
	const env: Record<string, string> = {};
	const lost = await accounts();

	env['VOORZICHT_LEDGER'] = backup;
	desk.writeSpec('spec.yaml', 'snapshot: first', 'snapshot: third');
	assert.equal((await desk.measure('third', { env })).code, 5);
	assert.equal((await desk.run(['ledger', 'verify'], { env })).code, 3);
	done(await desk.run(['ledger', 'reconcile', '--propose', 'proposal', '--json'], { env }));
	for (const name of ['An', 'Bo']) {
		assert.equal((await desk.run(['ledger', 'apply', 'proposal'], { env })).code, 4);
		done(await desk.run(['ledger', 'sign', 'proposal', '--name', name, '--key', name, '--json']));
	}
	done(await desk.run(['ledger', 'apply', 'proposal', '--json'], { env }));
	assert.deepEqual(await accounts(), lost);
	done(await desk.measure('third', { env }));
	assert.equal((await desk.run(['ledger', 'verify'], { env })).code, 0);
	// The database that was lost has an answer that left; found again, it neither spends nor passes for the ledger.
	desk.writeSpec('spec.yaml', 'snapshot: first', 'snapshot: fourth');
	assert.equal((await desk.measure('fourth')).code, 5);
	return { lost: 1, charges: 3 };
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
