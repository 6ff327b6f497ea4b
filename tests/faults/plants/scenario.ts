import assert from 'node:assert/strict';
import type { Grounds } from '../grounds.ts';
import type { Counts, Scenario } from '../scenario.ts';
import { Bed } from './examine.ts';
import { plants, type Plant } from './plants.ts';

/** As many as there are cores on a small machine. */
const AT_ONCE = 2;
/** The short form plants every third one, and the first. */
const IN_SHORT = 3;

const NOTHING: Plant = { name: 'nothing', edits: [] };

export const planted: Scenario = {
	name: 'planted-faults',
	fault: `a copy of the ledger is spoiled in one of ${plants.length} ways, one after the other`,
	oracle: 'an exam of a few seconds finds every one of them, and nothing in the copy that is not spoiled',
	short: true,
	run
};

async function run(grounds: Grounds): Promise<Counts> {
	const chosen = plants.filter((_, i) => grounds.long || i % IN_SHORT === 0 || i === 1);
	const waiting: Plant[] = [NOTHING, ...chosen];
	const wrong: string[] = [];
	const work = async () => {
		const bed = new Bed(grounds);
		for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
			const { red } = await bed.examine(next);
			if ((red === null) !== (next === NOTHING)) wrong.push(`${next.name}: ${red ?? 'nobody found it'}`);
		}
	};
	await Promise.all(Array.from({ length: AT_ONCE }, work));
	assert.deepEqual(wrong, []);
	return { planted: chosen.length, found: chosen.length };
}
