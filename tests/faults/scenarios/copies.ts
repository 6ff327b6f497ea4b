import assert from 'node:assert/strict';
import { OutsideFaultError } from '../../../analytics/errors.ts';
import { freshDatabase, type Grounds } from '../grounds.ts';
import { freshPlace, measureOnce, open, request, using, type Place } from '../place.ts';
import type { Counts, Scenario } from '../scenario.ts';
import { Witness } from '../witness.ts';

export const copies: Scenario = {
	name: 'two-copies',
	fault: 'two processes spend on two copies of the database with one checkpoint, at the same moment',
	oracle: 'one of them goes on; the other one charges nothing that anybody can use, and refuses from then on',
	short: true,
	run: run
};

async function run(grounds: Grounds): Promise<Counts> {
	const rounds = grounds.long ? 25 : 4;
	const lost = { atTheSwap: 0, atTheStart: 0 };
	for (let round = 0; round < rounds; round++) {
		const place = await freshPlace(grounds, 'two-copies');
		await using(place, (ledger) => measureOnce(ledger, request('before')));
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
		for (const id of ['a', 'b']) await measureOnce(ledgers[winners[0]!]!, request(id));
		await assert.rejects(ledgers[loser]!.charge(request('again')), OutsideFaultError);
		for (const ledger of ledgers) await ledger.close();
		await new Witness([place, twin][winners[0]!]!).check();
	}
	return { rounds, ...lost };
}
