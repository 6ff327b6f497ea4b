import assert from 'node:assert/strict';
import type { Failpoint } from '../../../../analytics/faults/none.ts';
import { query } from '../../grounds.ts';
import { answer, freshPlace, measureOnce, request, using, type Place } from '../../place.ts';
import { probe } from '../probe.ts';
import { checkpointText, spent, type Parts } from './part.ts';

/** Number of entries that anybody else can see, in the database and in the checkpoint. */
async function seen(place: Place) {
	const [row] = await query<{ count: number }>(place.url, 'select count(*)::integer as count from ledger.entry');
	return { database: row!.count, checkpoint: checkpointText(place).split('\n').length - 1 };
}

async function at<T>(point: Failpoint, look: () => Promise<void>, work: () => Promise<T>): Promise<T> {
	let looked = 0;
	probe.at = async (passed) => {
		if (passed === point) await (looked++, look());
	};
	try {
		return await work();
	} finally {
		probe.at = null;
		assert.ok(looked > 0, `${point} was not passed`);
	}
}

/** Makes every commit that adds an entry do this first. */
async function atCommit({ url }: Place, statement: string): Promise<void> {
	await query(
		url,
		`create or replace function public.at_commit() returns trigger language plpgsql as $$ begin ${statement}; return null; end $$`
	);
	await query(
		url,
		`create constraint trigger at_commit after insert on ledger.entry deferrable initially deferred
		for each row execute function public.at_commit()`
	);
}

export const order: Parts = {
	'committed first, then in the checkpoint, then given': async (grounds) => {
		const place = await freshPlace(grounds, 'order');
		await using(place, async (ledger) => {
			await measureOnce(ledger, request('before'));
			const start = await seen(place);
			assert.equal(start.database, start.checkpoint);
			const charge = async (id: string) => (await ledger.charge(request(id))).release();
			const isWritten = async () => assert.deepEqual(await seen(place), start);
			await at('charge-written', isWritten, () => charge('a'));
			const next = shifted(start, 1);
			assert.deepEqual(await seen(place), next);
			const isCommitted = async () => assert.deepEqual(await seen(place), { ...next, database: next.database + 1 });
			await at('charge-committed', isCommitted, () => charge('b'));
			assert.deepEqual(await seen(place), shifted(start, 2));
		});
	},
	'an answer is given when it is stored, and stored with its entry': async (grounds) => {
		const place = await freshPlace(grounds, 'stored');
		await using(place, async (ledger) => {
			await measureOnce(ledger, request('before'));
			const start = await seen(place);
			await at(
				'answer-written',
				async () => assert.deepEqual(await seen(place), shifted(start, 1)),
				() => measureOnce(ledger, request('a'))
			);
			assert.deepEqual(await seen(place), shifted(start, 2));
			assert.notEqual(await ledger.stored(request('a')), null);
			assert.ok((await ledger.verify()).ok);
		});
	},
	'a charge is given when its slow commit is done': async (grounds) => {
		const place = await freshPlace(grounds, 'slow');
		await using(place, async (ledger) => {
			await measureOnce(ledger, request('before'));
			const start = await seen(place);
			await atCommit(place, 'perform pg_sleep(0.15)');
			const { charge, release } = await ledger.charge(request('a'));
			assert.deepEqual(await seen(place), shifted(start, 1));
			charge.spend();
			await ledger.store(charge, answer());
			assert.deepEqual(await seen(place), shifted(start, 2));
			await release();
		});
	},
	'what fails half-way leaves nothing, and the ledger goes on': async (grounds) => {
		const place = await freshPlace(grounds, 'atomic');
		await using(place, async (ledger) => {
			await measureOnce(ledger, request('before'));
			const start = await seen(place);
			const stop = async () => {
				throw new Error('stopped here');
			};
			await at('charge-written', stop, () => assert.rejects(ledger.charge(request('a')), /stopped here/));
			assert.deepEqual(await spent(ledger), await spentOnce(ledger));
			assert.deepEqual(await seen(place), start);
			await at('answer-written', stop, () => assert.rejects(measureOnce(ledger, request('a')), /stopped here/));
			assert.equal(await ledger.stored(request('a')), null);
			assert.deepEqual(await seen(place), shifted(start, 1));
			await atCommit(place, `raise exception 'no'`);
			await assert.rejects(ledger.charge(request('b')));
			assert.deepEqual(await seen(place), shifted(start, 1));
			await query(place.url, 'drop trigger at_commit on ledger.entry');
			await measureOnce(ledger, request('b'));
			assert.deepEqual(await seen(place), shifted(start, 3));
		});
	}
};

const shifted = ({ database, checkpoint }: Awaited<ReturnType<typeof seen>>, by: number) => ({
	database: database + by,
	checkpoint: checkpoint + by
});

async function spentOnce(ledger: Parameters<typeof spent>[0]): Promise<Record<string, string>> {
	return Object.fromEntries(Object.keys(await spent(ledger)).map((scope) => [scope, '0.001']));
}
