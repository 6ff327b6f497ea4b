import assert from 'node:assert/strict';
import { freshPlace, digest, measureOnce, open, request, using, type Place } from '../place.ts';
import { run as runProgram } from '../program.ts';
import type { Ledger } from '../../../analytics/ledger/ledger.ts';
import type { Grounds } from '../grounds.ts';
import type { Counts, Scenario } from '../scenario.ts';
import { Witness } from '../witness.ts';

// The same request again and again, one by one and fifty at a time.

const TIMES = { short: 300, long: 10_000 };
const AT_ONCE = 50;
/** Each holds four connections. */
const LEDGERS = 13;

export const replays: readonly Scenario[] = [
	{
		name: 'replays',
		fault: 'one request again and again, fifty at a time from the first one on, with other words and another price',
		oracle: 'every answer is byte for byte the first one; one charge',
		short: true,
		isCrowded: true,
		run
	},
	{
		name: 'replays-after-kill',
		fault: 'kill -9 after an answer was committed and before anybody got it, then fifty times the same request at once',
		oracle: 'all fifty get the stored answer; one charge',
		short: true,
		isCrowded: true,
		run: afterKill
	}
];

async function run(grounds: Grounds): Promise<Counts> {
	const times = grounds.long ? TIMES.long : TIMES.short;
	const place = await freshPlace(grounds, 'replays');
	const witness = new Witness(place);
	await withLedgers(place, async (ledgers) => {
		for (let done = 0; done < times; done += AT_ONCE) witness.answered('one', await storm(ledgers));
	});
	const { charges } = await witness.check();
	assert.equal(charges, 1);
	return { replays: times, atOnce: AT_ONCE, charges };
}

async function afterKill(grounds: Grounds): Promise<Counts> {
	const rounds = grounds.long ? 20 : 1;
	for (let round = 0; round < rounds; round++) {
		const place = await freshPlace(grounds, 'replays-after-kill');
		const witness = new Witness(place);
		const args = [JSON.stringify(place), 'one', '1'];
		const { signal } = await runProgram('tests/faults/spender.ts', args, { faults: { failpoint: 'answer-committed' } });
		assert.equal(signal, 'SIGKILL');
		await withLedgers(place, async (ledgers) => witness.answered('one-0', await storm(ledgers, 'one-0')));
		const { charges } = await witness.check();
		assert.equal(charges, 1);
	}
	return { rounds, atOnce: AT_ONCE };
}

/** Fifty at once; gives the one digest that all of them got. */
async function storm(ledgers: readonly Ledger[], id = 'one'): Promise<string> {
	const answers = await Promise.all(
		Array.from({ length: AT_ONCE }, (_, i) => {
			const words = { description: i === 0 ? id : `${id}, asked in other words`, rho: i % 2 === 0 ? '1/1000' : '1/10' };
			return measureOnce(ledgers[i % ledgers.length]!, { ...request(id), ...(id === 'one' ? {} : words) });
		})
	);
	const digests = new Set(answers.map(digest));
	assert.equal(digests.size, 1, `${digests.size} different answers to one request`);
	return [...digests][0]!;
}

async function withLedgers(place: Place, use: (ledgers: readonly Ledger[]) => Promise<void>): Promise<void> {
	await using(place, (ledger) => ledger.history());
	const ledgers = await Promise.all(Array.from({ length: LEDGERS }, () => open(place)));
	try {
		await use(ledgers);
	} finally {
		for (const ledger of ledgers) await ledger.close();
	}
}
