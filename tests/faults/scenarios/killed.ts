import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import type { Failpoint } from '../../../analytics/faults/none.ts';
import { Desk, done } from '../desk.ts';
import { freshDatabase, type Grounds } from '../grounds.ts';
import type { Counts, Scenario } from '../scenario.ts';
import { Witness } from '../witness.ts';

// Every place between a request and its published figures, on the real command line: kill -9 there, and start again.

const inMeasure: Record<Exclude<Failpoint, `publish-${string}`>, string> = {
	'before-charge': 'before anything is charged',
	'charge-written': 'charged, not committed',
	'charge-committed': 'committed, not in the checkpoint',
	'checkpoint-torn': 'half a line in the checkpoint',
	'charge-durable': 'charged, nothing read',
	'records-read': 'records counted, nothing stored',
	'noise-drawn': 'noise drawn, no record read',
	'answer-written': 'answer written, not committed',
	'answer-committed': 'answer committed, not in the checkpoint',
	'answer-durable': 'answer stored, no bundle',
	'bundle-written': 'bundle written, not in the ledger',
	'bundle-recorded': 'bundle in the ledger, nothing told'
};
const inPublish: Record<Extract<Failpoint, `publish-${string}`>, string> = {
	'publish-inserted': 'new figures inserted, old ones current',
	'publish-switched': 'new figures current, not committed',
	'publish-committed': 'committed, nothing told'
};

/** The command line is dear to start; the kill loop comes by the other places of the ledger in its short form too. */
const SHORT = new Set([
	'charge-committed',
	'checkpoint-torn',
	'answer-committed',
	'bundle-written',
	'publish-switched'
]);

export const killed: readonly Scenario[] = [
	...Object.entries(inMeasure).map(([point, what]) => ({
		name: `kill-at-${point}`,
		fault: `kill -9 of measure: ${what}`,
		oracle: 'never more draws than charges; the answer is the same one ever after; bundles are whole or absent',
		short: SHORT.has(point),
		run: (grounds: Grounds) => killMeasure(grounds, point)
	})),
	...Object.entries(inPublish).map(([point, what]) => ({
		name: `kill-at-${point}`,
		fault: `kill -9 of publish: ${what}`,
		oracle:
			'readers see the old release whole or the new one whole; publishing again completes it; the old one stays reachable',
		short: SHORT.has(point),
		run: (grounds: Grounds) => killPublish(grounds, point)
	}))
];

async function killMeasure(grounds: Grounds, point: string): Promise<Counts> {
	const desk = await Desk.open(grounds, point);
	const witness = new Witness(desk.place);
	const trace = desk.path('trace');
	const isTorn = point === 'checkpoint-torn';
	if (isTorn) {
		// A checkpoint that holds something before its next line is torn.
		done(await desk.measure('before', { faults: { trace } }));
		desk.writeSpec('spec.yaml', 'snapshot: first', 'snapshot: second');
	}
	const { signal } = await desk.measure('bundle', { faults: { failpoint: point, trace } });
	assert.ok(readFileSync(trace, 'utf8').includes(`${point}\n`), `${point} was never reached`);
	assert.equal(signal, 'SIGKILL');
	assert.equal(/[^\n]$/.test(checkpointOf(desk)), isTorn, 'the checkpoint ends in half a line, or should');
	await witness.check({ trace });

	const left = desk.answerIn('bundle');
	done(await desk.measure('bundle', { faults: { trace } }));
	const answer = desk.answerIn('bundle');
	assert.notEqual(answer, null);
	assert.equal(answer, left ?? answer, 'the bundle changed');
	const again = done<{ replayed: boolean }>(await desk.measure('again', { faults: { trace } }));
	assert.ok(again.replayed);
	assert.equal(desk.answerIn('again'), answer, 'the same request got another answer');
	const counts = await witness.check({ trace });
	return { kills: 1, ...counts };
}

function checkpointOf({ place }: Desk): string {
	return existsSync(place.checkpoint) ? readFileSync(place.checkpoint, 'utf8') : '';
}

async function killPublish(grounds: Grounds, point: string): Promise<Counts> {
	const desk = await Desk.open(grounds, point);
	done(await desk.measure('old'));
	done(await desk.run(['publish', 'old', '--json']));
	const old = await desk.figures();
	desk.writeSpec('spec.yaml', 'snapshot: first', 'snapshot: second');
	done(await desk.measure('new'));
	const control = await freshDatabase(grounds);
	done(await desk.run(['publish', 'new', '--json', '--database', control]));
	const next = await desk.figures(control);
	assert.notDeepEqual(next, old);

	const { signal } = await desk.run(['publish', 'new', '--json'], { faults: { failpoint: point } });
	assert.equal(signal, 'SIGKILL', `${point} was never reached`);
	assert.deepEqual(await desk.figures(), point === 'publish-committed' ? next : old);
	done(await desk.run(['publish', 'new', '--json']));
	assert.deepEqual(await desk.figures(), next);
	assert.deepEqual(await desk.figures(desk.published, 'superseded_figure'), old, 'the old release is not whole');
	await new Witness(desk.place).check();
	return { kills: 1, figures: next.length };
}
