import assert from 'node:assert/strict';
import { readFileSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { OutsideFaultError } from '../../../analytics/errors.ts';
import type { Grounds } from '../grounds.ts';
import { digest, freshPlace, measureOnce, open, request, using, type Place } from '../place.ts';
import type { Counts, Scenario } from '../scenario.ts';
import { Witness } from '../witness.ts';

// The checkpoint, that file outside the database, is not what it was.

interface Harm {
	readonly what: string;
	/** Does it, and gives what undoes it. */
	does(file: string): () => void;
	/** What a crash can leave as well is no reason to refuse. */
	readonly isCrash?: true;
	/** A process that read these lines before has no reason to read them again; a new one and verify do. */
	readonly isInside?: true;
}

const rewritten = (change: (text: string) => string) => (file: string) => {
	const text = readFileSync(file, 'utf8');
	writeFileSync(file, change(text));
	return () => writeFileSync(file, text);
};
const lines = (text: string) => text.split('\n').slice(0, -1);

const harms: readonly Harm[] = [
	{
		what: 'its folder cannot be reached',
		does: (file) => {
			const folder = dirname(file);
			renameSync(folder, `${folder}.away`);
			return () => renameSync(`${folder}.away`, folder);
		}
	},
	{
		what: 'deleted',
		does: (file) => {
			const text = readFileSync(file);
			rmSync(file);
			return () => writeFileSync(file, text);
		}
	},
	{ what: 'emptied', does: rewritten(() => '') },
	{
		what: 'an older one: its last three lines are gone',
		does: rewritten((text) => `${lines(text).slice(0, -3).join('\n')}\n`)
	},
	{ what: 'its last line cut short', does: cutShort, isCrash: true },
	{
		what: 'one letter of an entry changed',
		does: rewritten((text) => text.replace('population', 'populatiom')),
		isInside: true
	},
	{
		what: 'one hash changed',
		does: rewritten((text) => text.replace(/"hash":"(.)/, (_, first) => `"hash":"${first === '0' ? '1' : '0'}`)),
		isInside: true
	},
	{ what: 'a line in the middle unreadable', does: rewritten((text) => text.replace(/\n\{/, '\n?')), isInside: true },
	{ what: 'two lines exchanged', does: rewritten((text) => exchanged(lines(text))), isInside: true },
	{ what: 'zeros instead of its last three lines', does: rewritten(zeroed), isInside: true }
];

function cutShort(file: string): () => void {
	const text = readFileSync(file);
	truncateSync(file, text.length - 30);
	// What the program adds to a line that was cut short stays.
	return () => undefined;
}

function zeroed(text: string): string {
	const kept = `${lines(text).slice(0, -3).join('\n')}\n`;
	return kept + '\0'.repeat(text.length - kept.length);
}

function exchanged([a, b, ...rest]: string[]): string {
	return `${[b, a, ...rest].join('\n')}\n`;
}

export const checkpoint: Scenario = {
	name: 'checkpoint-harmed',
	fault: `the checkpoint is harmed: ${harms.map(({ what }) => what).join('; ')}`,
	oracle: 'running and new processes refuse, nothing is charged; what a crash can leave is mended; undone, it goes on',
	short: true,
	run: async (grounds) => {
		for (const harm of harms) await survive(grounds, harm);
		return { harms: harms.length };
	}
};

async function survive(grounds: Grounds, { what, does, isCrash, isInside }: Harm): Promise<Counts> {
	const place = await freshPlace(grounds, 'checkpoint');
	const witness = new Witness(place);
	const running = await open(place);
	for (const id of ['a', 'b', 'c']) witness.answered(id, digest(await measureOnce(running, request(id))));
	const undo = does(place.checkpoint);
	if (isCrash) await using(place, (ledger) => measureOnce(ledger, request('d')));
	else {
		if (!isInside) await refused(running.charge(request('d')), `a running process, ${what}`);
		await using(place, (ledger) => refused(ledger.charge(request('d')), `a new process, ${what}`));
		assert.equal(await verifies(place), false, `verify finds nothing wrong: ${what}`);
	}
	undo();
	const { charges } = await witness.check();
	assert.equal(charges, isCrash ? 4 : 3, `charged although ${what}`);
	await running.close();
	await using(place, (ledger) => measureOnce(ledger, request('e')));
	return witness.check();
}

async function refused(charge: Promise<unknown>, when: string): Promise<void> {
	await assert.rejects(charge, OutsideFaultError, when);
}

async function verifies(place: Place): Promise<boolean> {
	return using(place, async (ledger) => {
		try {
			return (await ledger.verify()).ok;
		} catch {
			return false;
		}
	});
}
