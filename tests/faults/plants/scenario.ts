import assert from 'node:assert/strict';
import type { Grounds } from '../grounds.ts';
import type { Counts, Scenario } from '../scenario.ts';
import { examine } from './examine.ts';
import { plants } from './plants.ts';

/** As many as there are cores on a small machine. */
const AT_ONCE = 2;
/** The short form plants every second one. */
const IN_SHORT = 2;

export const planted: Scenario = {
	name: 'planted-faults',
	fault: `a copy of the ledger is spoiled in one of ${plants.length} ways, one after the other`,
	oracle: 'an exam of a few seconds finds every one of them, and nothing in the copy that is not spoiled',
	short: true,
	run
};

async function run(grounds: Grounds): Promise<Counts> {
	const untouched = await examine(grounds, { name: 'nothing', edits: [] });
	assert.equal(untouched.red, null, `the exam finds a fault that nobody planted: ${untouched.red}`);
	const missed: string[] = [];
	const chosen = plants.filter((_, i) => grounds.long || i % IN_SHORT === 0);
	const waiting = [...chosen];
	const work = async () => {
		for (let next = waiting.shift(); next !== undefined; next = waiting.shift())
			if ((await examine(grounds, next)).red === null) missed.push(next.name);
	};
	await Promise.all(Array.from({ length: AT_ONCE }, work));
	assert.deepEqual(missed, [], 'planted faults that nobody found');
	return { planted: chosen.length, found: chosen.length };
}
