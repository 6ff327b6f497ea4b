import assert from 'node:assert/strict';
import { existsSync, readdirSync, rmSync, statfsSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { OutsideFaultError } from '../../../analytics/errors.ts';
import { openEmbedded } from '../../../analytics/postgres/embedded.ts';
import { Desk, done } from '../desk.ts';
import { freshFolder, type Grounds } from '../grounds.ts';
import { fileLimit, smallDisk } from '../limits.ts';
import { freshPlace, measureOnce, open, request, using, type Place } from '../place.ts';
import { start } from '../program.ts';
import type { Counts, Scenario } from '../scenario.ts';
import { Witness } from '../witness.ts';

// Disks that are full, in the three places that a release is written to.

export const disk: readonly Scenario[] = [
	{
		name: 'disk-full-database',
		fault: 'the disk of the database fills up while a process spends and stores large answers',
		oracle: 'refused as an outside fault; nothing acknowledged is lost; with room again it goes on',
		short: false,
		run: fullDatabase
	},
	{
		name: 'disk-full-checkpoint',
		fault: 'the checkpoint cannot grow: in the middle of a line (a limit on file sizes), and not at all (/dev/full)',
		oracle: 'no charge is given without its checkpoint; what was committed stays charged; with room again it goes on',
		short: true,
		run: fullCheckpoint
	},
	{
		name: 'disk-full-bundle',
		fault: 'no file of the bundle may grow beyond a few kilobytes',
		oracle: 'exit code 5, no bundle and no remains; the next run writes the stored answer and charges nothing',
		short: true,
		run: fullBundle
	}
];

async function fullDatabase(grounds: Grounds): Promise<Counts> {
	const room = freshFolder(grounds, 'small');
	const small = smallDisk(room, 140);
	try {
		return small === null ? await limitedFiles(grounds) : await filled(grounds, room);
	} finally {
		small?.unmount();
	}
}

/** A disk of its own, filled up to a last megabyte. */
async function filled(grounds: Grounds, room: string): Promise<Counts> {
	const folder = join(room, 'postgres');
	const outside = join(freshFolder(grounds, 'small-checkpoint'), 'checkpoint.jsonl');
	const place: Place = { url: `embedded:${folder}`, checkpoint: outside, key: 'k'.repeat(32) };
	const held = await openEmbedded(folder);
	const witness = new Witness(place);
	const before = start('tests/faults/spender.ts', [JSON.stringify(place), 'before', '5']);
	await before.ended;
	witness.heard(before.lines());

	const { bavail, bsize } = statfsSync(room);
	const filler = join(room, 'filler');
	writeFileSync(filler, Buffer.alloc(bavail * bsize - 2 ** 20));
	const during = start('tests/faults/spender.ts', [JSON.stringify(place), 'during', '400', '100000']);
	const { code, stderr } = await during.ended;
	assert.notEqual(code, 0, 'the disk never was full');
	assert.match(stderr, /OutsideFaultError/);
	witness.heard(during.lines());
	// Still full: whether the server is up or not, nobody is told that anything is charged.
	const still = start('tests/faults/spender.ts', [JSON.stringify(place), 'still', '3', '100000']);
	await still.ended;
	witness.heard(still.lines());

	rmSync(filler);
	await held.close();
	await using(place, (ledger) => measureOnce(ledger, request('after')));
	const { charges } = await witness.check();
	return { disk: 'tmpfs of 140 MB', acknowledged: witness.acknowledged.size, charges };
}

/** Where nothing can be mounted: a server none of whose files may grow beyond 20 MB, which large answers reach. */
async function limitedFiles(grounds: Grounds): Promise<Counts> {
	const folder = join(freshFolder(grounds, 'limited'), 'postgres');
	const place: Place = { url: `embedded:${folder}`, checkpoint: `${folder}.checkpoint.jsonl`, key: 'k'.repeat(32) };
	const witness = new Witness(place);
	const args = [JSON.stringify(place), 'during', '400', '100000'];
	const during = start('tests/faults/spender.ts', args, { shell: fileLimit(20 * 2 ** 20) });
	const { code, stderr } = await during.ended;
	assert.notEqual(code, 0, 'no file reached its limit');
	assert.match(stderr, /OutsideFaultError/);
	witness.heard(during.lines());
	// The server that the limited process started is the one that has the limit.
	await (await openEmbedded(folder)).close();
	await using(place, (ledger) => measureOnce(ledger, request('after')));
	const { charges } = await witness.check();
	return { disk: 'ulimit -f 20 MB', acknowledged: witness.acknowledged.size, charges };
}

async function fullCheckpoint(grounds: Grounds): Promise<Counts> {
	const place = await freshPlace(grounds, 'full-checkpoint');
	const witness = new Witness(place);
	await using(place, (ledger) => measureOnce(ledger, request('first')));
	const args = [JSON.stringify(place), 'limited', '40'];
	const limited = start('tests/faults/spender.ts', args, { shell: fileLimit(10 * 1024) });
	const { code, stderr } = await limited.ended;
	assert.notEqual(code, 0, 'the checkpoint never reached its limit');
	assert.match(stderr, /The checkpoint .* of the ledger cannot be written/);
	witness.heard(limited.lines());
	const { ended } = start('tests/faults/spender.ts', args, { shell: fileLimit(10 * 1024) });
	assert.notEqual((await ended).code, 0);
	await using(place, (ledger) => measureOnce(ledger, request('after')));
	const { charges } = await witness.check();

	const full = existsSync('/dev/full');
	if (full) await onFullDevice(grounds);
	return { acknowledged: witness.acknowledged.size, charges, full: full ? '/dev/full' : 'no such device' };
}

async function onFullDevice(grounds: Grounds): Promise<void> {
	const place = await freshPlace(grounds, 'full-device');
	symlinkSync('/dev/full', place.checkpoint);
	const ledger = await open(place);
	try {
		for (const id of ['a', 'b']) await assert.rejects(ledger.charge(request(id)), OutsideFaultError);
		// Nobody got to use it, and nobody gets it back.
		assert.ok((await ledger.history()).entries.length <= 1, 'charges pile up although none can be given');
	} finally {
		await ledger.close();
	}
}

async function fullBundle(grounds: Grounds): Promise<Counts> {
	const desk = await Desk.open(grounds, 'full-bundle');
	const long = 'Een omschrijving die niet ophoudt. '.repeat(800);
	desk.writeSpec('spec.yaml', 'description: { nl: Arm, en: Poor }', `description: { nl: '${long}', en: Poor }`);
	const witness = new Witness(desk.place);
	const { code, stderr, stdout } = await desk.measure('bundle', { shell: fileLimit(16 * 1024) });
	assert.equal(code, 5, stderr);
	assert.match(stderr, /The bundle cannot be written/);
	assert.equal(stdout, '');
	const remains = readdirSync(desk.cwd).filter((name) => name.startsWith('bundle'));
	assert.deepEqual(remains, []);
	assert.ok(done<{ replayed: boolean }>(await desk.measure('bundle')).replayed);
	const { charges } = await witness.check();
	assert.equal(charges, 1);
	return { charges };
}
