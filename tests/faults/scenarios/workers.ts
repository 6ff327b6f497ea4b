import assert from 'node:assert/strict';
import pg from 'pg';
import { OutsideFaultError } from '../../../analytics/errors.ts';
import { Desk, done } from '../desk.ts';
import type { Grounds } from '../grounds.ts';
import { digest, freshPlace, measureOnce, open, request, using } from '../place.ts';
import type { Counts, Scenario } from '../scenario.ts';
import { Witness } from '../witness.ts';

export const workers: readonly Scenario[] = [
	{
		name: 'stopped-by-signal',
		fault: 'SIGTERM when noise is drawn and nothing is stored, and when the answer is stored and no bundle is written',
		oracle: 'it ends at once, without a bundle; charges stay; the next run completes it',
		short: true,
		run: stopped
	},
	{
		name: 'two-workers',
		fault: 'two processes measure one specification at the same moment',
		oracle: 'one charge, and both write the same answer',
		short: true,
		run: twice
	},
	{
		name: 'measured-again',
		fault: 'a release is measured again, into another folder, after a revision of it was measured',
		oracle: 'nothing is charged, and the bundle is byte for byte what it was, with what it says of its own history',
		short: true,
		run: again
	},
	{
		name: 'too-many-connections',
		fault: 'every connection of the server is taken',
		oracle: 'refused as an outside fault, nothing is charged; with room again it goes on',
		short: true,
		isCrowded: true,
		run: tooMany
	},
	{
		name: 'pool-exhausted',
		fault: 'one process holds as many charges as it has connections, and asks for another one',
		oracle: 'the one too many is refused as an outside fault and charges nothing; the others store their answers',
		short: false,
		run: exhausted
	}
];

async function stopped(grounds: Grounds): Promise<Counts> {
	const desk = await Desk.open(grounds, 'stopped');
	const witness = new Witness(desk.place);
	const trace = desk.path('trace');
	for (const failpoint of ['noise-drawn', 'answer-durable']) {
		const measure = desk.start(['measure', 'spec.yaml', '--out', 'bundle'], {
			faults: { failpoint, action: 'wait', trace }
		});
		await measure.told(`${failpoint}\n`);
		measure.child.kill('SIGTERM');
		assert.equal((await measure.ended).signal, 'SIGTERM');
		assert.equal(desk.answerIn('bundle'), null);
		await witness.check({ trace });
	}
	assert.ok(done<{ replayed: boolean }>(await desk.measure('bundle', { faults: { trace } })).replayed);
	return { ...(await witness.check({ trace })) };
}

async function twice(grounds: Grounds): Promise<Counts> {
	const desk = await Desk.open(grounds, 'twice');
	const rounds = grounds.long ? 8 : 1;
	for (let round = 0; round < rounds; round++) {
		desk.writeSpec('spec.yaml', 'snapshot: first', `snapshot: delivery-${round}`);
		const outs = [`one-${round}`, `two-${round}`];
		const results = await Promise.all(outs.map((out) => desk.measure(out)));
		const told = results.map((result) => done<{ replayed: boolean }>(result).replayed);
		assert.deepEqual(told.toSorted(), [false, true]);
		assert.equal(desk.answerIn(outs[0]!), desk.answerIn(outs[1]!));
	}
	const { charges } = await new Witness(desk.place).check();
	assert.equal(charges, rounds);
	return { rounds, charges };
}

async function again(grounds: Grounds): Promise<Counts> {
	const desk = await Desk.open(grounds, 'again');
	done(await desk.measure('first'));
	desk.writeSpec('spec.yaml', 'snapshot: first', 'snapshot: second');
	done(await desk.measure('second'));
	desk.writeSpec('spec.yaml', 'snapshot: first', 'snapshot: first');
	for (const out of ['again', 'and-again']) {
		assert.ok(done<{ replayed: boolean }>(await desk.measure(out)).replayed);
		assert.equal(desk.answerIn(out), desk.answerIn('first'));
		for (const file of ['manifest.json', 'signature.json'])
			assert.equal(desk.read(`${out}/${file}`), desk.read(`first/${file}`), `another ${file}`);
	}
	const { charges } = await new Witness(desk.place).check();
	assert.equal(charges, 2);
	return { charges };
}

async function tooMany(grounds: Grounds): Promise<Counts> {
	const place = await freshPlace(grounds, 'too-many');
	const witness = new Witness(place);
	await using(place, (ledger) => measureOnce(ledger, request('a')));
	const taken: pg.Client[] = [];
	const take = async () => {
		const client = new pg.Client({ connectionString: grounds.url('postgres') });
		client.on('error', () => undefined);
		await client.connect();
		taken.push(client);
		return true;
	};
	while (await take().catch(() => false));
	try {
		await assert.rejects(
			using(place, (ledger) => measureOnce(ledger, request('b'))),
			OutsideFaultError
		);
	} finally {
		await Promise.all(taken.map((client) => client.end()));
	}
	await using(place, (ledger) => measureOnce(ledger, request('c')));
	const { charges } = await witness.check();
	assert.equal(charges, 2);
	return { connections: taken.length, charges };
}

async function exhausted(grounds: Grounds): Promise<Counts> {
	const place = await freshPlace(grounds, 'exhausted');
	const witness = new Witness(place);
	const ledger = await open(place);
	const granted = [];
	for (let i = 0; i < 4; i++) granted.push({ id: `held-${i}`, ...(await ledger.charge(request(`held-${i}`))) });
	await assert.rejects(ledger.charge(request('one too many')), OutsideFaultError);
	for (const { id, charge, release } of granted) {
		charge.spend();
		const tables = [{ id: 'all', sigma2: '10/1', counts: Float64Array.of(charge.entry) }];
		await ledger.store(charge, tables);
		witness.answered(id, digest(tables));
		await release();
	}
	await measureOnce(ledger, request('room again'));
	await ledger.close();
	const { charges } = await witness.check();
	assert.equal(charges, 5);
	return { held: granted.length, charges };
}
