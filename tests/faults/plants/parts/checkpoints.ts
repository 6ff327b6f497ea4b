import assert from 'node:assert/strict';
import { readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { freshDatabase } from '../../grounds.ts';
import { freshPlace, measureOnce, request, using, type Place } from '../../place.ts';
import { probe } from '../probe.ts';
import { OUTSIDE, withLedgers, type Parts } from './part.ts';

const refuses = (place: Place) =>
	using(place, (ledger) => assert.rejects(ledger.charge(request('refused')), OUTSIDE, 'it charges'));

export const checkpoints: Parts = {
	'without its checkpoint, or with an older one, nothing is charged': async (grounds) => {
		const place = await freshPlace(grounds, 'gone');
		for (const id of ['a', 'b']) await using(place, (ledger) => measureOnce(ledger, request(id)));
		const text = readFileSync(place.checkpoint, 'utf8');
		rmSync(place.checkpoint);
		await refuses(place);
		writeFileSync(place.checkpoint, `${text.split('\n').slice(0, -4).join('\n')}\n`);
		await refuses(place);
		writeFileSync(place.checkpoint, text);
		await using(place, (ledger) => measureOnce(ledger, request('c')));
	},
	'what a crash leaves of a line is mended': async (grounds) => {
		const place = await freshPlace(grounds, 'torn');
		await using(place, (ledger) => measureOnce(ledger, request('a')));
		truncateSync(place.checkpoint, readFileSync(place.checkpoint).length - 30);
		for (const id of ['b', 'c']) await using(place, (ledger) => measureOnce(ledger, request(id)));
		await using(place, async (ledger) => assert.deepEqual((await ledger.verify()).problems, []));
	},
	'an older database charges nothing': async (grounds) => {
		const place = await freshPlace(grounds, 'older');
		await using(place, (ledger) => measureOnce(ledger, request('a')));
		const older = { ...place, url: await freshDatabase(grounds, place.url) };
		await using(place, (ledger) => measureOnce(ledger, request('b')));
		await refuses(older);
		await using(older, async (ledger) => assert.ok(!(await ledger.verify()).ok, 'verify passes'));
	},
	'of two copies one goes on': async (grounds) => {
		const place = await freshPlace(grounds, 'copies');
		await using(place, (ledger) => measureOnce(ledger, request('a')));
		const twin = { ...place, url: await freshDatabase(grounds, place.url) };
		await withLedgers([place, twin], async (ledgers) => {
			const bothCommitted = meeting(ledgers.length);
			probe.at = (point) => (point === 'charge-committed' ? bothCommitted() : Promise.resolve());
			const asked = ledgers.map(async (ledger, i) => (await ledger.charge(request(`copy-${i}`))).release());
			const outcomes = await Promise.allSettled(asked).finally(() => (probe.at = null));
			assert.equal(outcomes.filter(({ status }) => status === 'fulfilled').length, 1);
		});
	}
};

/** Whoever comes waits until all are there. */
function meeting(size: number): () => Promise<void> {
	const { promise, resolve } = Promise.withResolvers<void>();
	let there = 0;
	return () => {
		if (++there === size) resolve();
		return promise;
	};
}
