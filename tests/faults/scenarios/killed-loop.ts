import assert from 'node:assert/strict';
import { randomInt } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { freshFolder, type Grounds } from '../grounds.ts';
import { freshPlace, using } from '../place.ts';
import { start } from '../program.ts';
import type { Counts, Scenario } from '../scenario.ts';
import { Witness } from '../witness.ts';

/** The places that a process which only spends comes by. */
const POINTS = [
	'before-charge',
	'charge-written',
	'charge-committed',
	'checkpoint-torn',
	'charge-durable',
	'records-read',
	'noise-drawn',
	'answer-written',
	'answer-committed',
	'answer-durable'
];
const KILLS = { short: 20, long: 520 };
/** Looks at the whole ledger are dear: one for so many kills. */
const BETWEEN_CHECKS = 20;
/** A ledger of its own for so many kills, so that verifying stays quick. */
const PER_LEDGER = 130;

export const thrown: Scenario = {
	name: 'error-at-every-place',
	fault: 'an error at every place that a spending process comes by, the first time and the second',
	oracle: 'the process ends with an error, and the ledger is what it is after a kill',
	short: false,
	run: throwEverywhere
};

export const killedLoop: Scenario = {
	name: 'kill-loop',
	fault: 'kill -9 of a spending process, at every place in turn and at random moments, again and again on one ledger',
	oracle: 'every acknowledged charge is there, every answer that left stays, draws never exceed charges',
	short: true,
	run
};

async function run(grounds: Grounds): Promise<Counts> {
	const kills = grounds.long ? KILLS.long : KILLS.short;
	const total = { kills: 0, charges: 0, draws: 0, acknowledged: 0 };
	for (let done = 0; done < kills; done += PER_LEDGER) {
		const one = await killOften(grounds, Math.min(PER_LEDGER, kills - done));
		for (const name of ['kills', 'charges', 'draws', 'acknowledged'] as const) total[name] += one[name];
	}
	return { ...total, places: POINTS.length };
}

async function killOften(grounds: Grounds, kills: number) {
	const place = await freshPlace(grounds, 'kill-loop');
	// The horizon's default cap is enough for all; the ledger is made before anybody is killed.
	await using(place, (ledger) => ledger.history());
	const witness = new Witness(place);
	const trace = `${freshFolder(grounds, 'kill-trace')}/trace`;
	let counts = { charges: 0, draws: 0 };
	for (let kill = 0; kill < kills; kill++) {
		// Requests of an earlier round come by again, so that answers that left are asked for once more.
		const args = [JSON.stringify(place), `round-${kill >> 1}`];
		const atPlace = kill % 2 === 0;
		const failpoint = `${POINTS[(kill >> 1) % POINTS.length]!}:${1 + (kill % 3)}`;
		const spender = start('tests/faults/spender.ts', args, { faults: atPlace ? { failpoint, trace } : { trace } });
		if (!atPlace) {
			await spender.told('charged');
			await sleep(randomInt(40));
			spender.child.kill('SIGKILL');
		}
		const { signal, stderr } = await spender.ended;
		assert.equal(signal, 'SIGKILL', stderr);
		witness.heard(spender.lines());
		if (kill % BETWEEN_CHECKS === BETWEEN_CHECKS - 1 || kill === kills - 1) counts = await witness.check({ trace });
	}
	return { kills, acknowledged: witness.acknowledged.size, ...counts };
}

async function throwEverywhere(grounds: Grounds): Promise<Counts> {
	const place = await freshPlace(grounds, 'thrown');
	const witness = new Witness(place);
	const trace = `${freshFolder(grounds, 'thrown-trace')}/trace`;
	for (const point of POINTS)
		for (const nth of [1, 2]) {
			const faults = { failpoint: `${point}:${nth}`, action: 'throw' as const, trace };
			const spender = start('tests/faults/spender.ts', [JSON.stringify(place), `${point}-${nth}`], { faults });
			const { code } = await spender.ended;
			assert.equal(code, 1);
			witness.heard(spender.lines());
			await witness.check({ trace });
		}
	return { errors: 2 * POINTS.length, ...(await witness.check({ trace })) };
}
