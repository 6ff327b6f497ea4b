import assert from 'node:assert/strict';
import { huntMutations } from '../../database/ledger-mutations.ts';
import { freshDatabase, freshFolder, type Grounds } from '../grounds.ts';
import type { Counts, Scenario } from '../scenario.ts';

const SEEDS = [1, 2, 3];
const EACH = 500;

export const mutations: Scenario = {
	name: 'mutations',
	fault:
		'entries, accounts, answers, tables and checkpoint are changed by whoever owns the database, in every kind of way',
	oracle: 'the verifier, which uses no code of the ledger, finds every change, and none in what is untouched',
	short: false,
	run
};

async function run(grounds: Grounds): Promise<Counts> {
	const kinds = new Set<string>();
	let made = 0;
	for (const seed of SEEDS) {
		const hunt = await huntMutations(await freshDatabase(grounds), freshFolder(grounds, 'mutations'), seed, EACH);
		assert.deepEqual(hunt.falseAlarms, []);
		assert.deepEqual(hunt.missed, []);
		for (const [kind, times] of hunt.made) {
			kinds.add(kind);
			made += times;
		}
	}
	assert.ok(made >= 1000, `only ${made} mutations`);
	return { mutations: made, kinds: kinds.size };
}
