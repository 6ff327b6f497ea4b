import assert from 'node:assert/strict';
import { OutsideFaultError } from '../../../analytics/errors.ts';
import { Desk } from '../desk.ts';
import type { Grounds } from '../grounds.ts';
import { answer, digest, freshPlace, measureOnce, open, request, using, type Place } from '../place.ts';
import { openProxy, type Proxy } from '../proxy.ts';
import type { Counts, Scenario } from '../scenario.ts';
import { Witness } from '../witness.ts';

// What lies between the program and its database: replies that are lost, slowness, and no answer at all.

const TIMES = { short: 3, long: 40 };

export const network: readonly Scenario[] = [
	{
		name: 'reply-lost-at-charge',
		fault: 'the connection breaks instead of the reply to the COMMIT of a charge',
		oracle: 'the charge counts once, whether the program finds it or refuses; no second draw',
		short: true,
		run: (grounds) => often(grounds, (bad) => atCharge(bad, bad.proxy.loseReply))
	},
	{
		name: 'commit-lost-at-charge',
		fault: 'the connection breaks before the COMMIT of a charge arrives',
		oracle: 'refused, nothing is charged, the same request then costs once',
		short: true,
		run: (grounds) => often(grounds, (bad) => atCharge(bad, bad.proxy.loseCommit))
	},
	{
		name: 'reply-lost-at-store',
		fault: 'the connection breaks instead of the reply to the COMMIT of an answer',
		oracle: 'the answer is stored once, and is the one that was drawn',
		short: true,
		run: (grounds) => often(grounds, (bad) => atStore(bad, bad.proxy.loseReply))
	},
	{
		name: 'commit-lost-at-store',
		fault: 'the connection breaks before the COMMIT of an answer arrives',
		oracle: 'the answer that was drawn is stored by another connection, or none ever leaves',
		short: true,
		run: (grounds) => often(grounds, (bad) => atStore(bad, bad.proxy.loseCommit))
	},
	{
		name: 'slow-database',
		fault: 'every reply of the database takes 2 s (short form: 0.1 s), while another process spends',
		oracle: 'both are charged once and answered; no lock outlives its holder',
		short: true,
		run: slow
	},
	{
		name: 'database-down',
		fault: 'no database at the start, and one that goes away between charge and answer',
		oracle: 'exit code 5 and one sentence; nothing is charged without a database; no answer leaves unstored',
		short: true,
		run: down
	}
];

/** A ledger behind a bad network, and the same one by another way. */
interface Bad {
	readonly proxy: Proxy;
	readonly place: Place;
	readonly behind: Place;
	readonly witness: Witness;
	readonly id: string;
}

async function behindProxy<T>(grounds: Grounds, use: (bad: Omit<Bad, 'id'>) => Promise<T>): Promise<T> {
	const place = await freshPlace(grounds, 'network');
	const proxy = await openProxy(place.url);
	try {
		return await use({ proxy, place, behind: { ...place, url: proxy.url }, witness: new Witness(place) });
	} finally {
		await proxy.close();
	}
}

async function often(grounds: Grounds, once: (bad: Bad) => Promise<void>): Promise<Counts> {
	const times = grounds.long ? TIMES.long : TIMES.short;
	return behindProxy(grounds, async (bad) => {
		for (let i = 0; i < times; i++) {
			await once({ ...bad, id: `request-${i}` });
			await bad.witness.check();
		}
		assert.equal(bad.proxy.lost, times, 'the fault did not happen every time');
		const { charges } = await bad.witness.check();
		return { lost: bad.proxy.lost, charges };
	});
}

async function chargesOf(place: Place, id: string): Promise<number> {
	const { entries } = await using(place, (ledger) => ledger.history());
	return entries.filter(({ description }) => description === id).length;
}

async function atCharge({ behind, place, witness, id }: Bad, lose: (nth: number) => void): Promise<void> {
	const ledger = await open(behind);
	try {
		lose(1);
		const granted = await ledger.charge(request(id)).catch(onlyOutside);
		const charges = await chargesOf(place, id);
		// The charge that was given is the one that is there.
		if (granted !== null) {
			assert.equal(charges, 1);
			granted.charge.spend();
			const tables = answer();
			await ledger.store(granted.charge, tables);
			witness.answered(id, digest(tables));
			await granted.release();
		}
		const again = await using(place, (other) => measureOnce(other, request(id)));
		witness.answered(id, digest(again));
		// Refused after its commit arrived: what was charged stays charged, and the next one costs once.
		assert.equal(await chargesOf(place, id), granted === null ? charges + 1 : 1);
	} finally {
		await ledger.close();
	}
}

async function atStore({ behind, place, witness, id }: Bad, lose: (nth: number) => void): Promise<void> {
	const ledger = await open(behind);
	try {
		const { charge, release } = await ledger.charge(request(id));
		charge.spend();
		const tables = answer();
		lose(1);
		const stored = await ledger.store(charge, tables).then(() => true, onlyOutside);
		if (stored) witness.answered(id, digest(tables));
		await release();
		const later = await using(place, (other) => other.stored(request(id)));
		// Stored or not: never another answer than the one that was drawn for this charge.
		if (later !== null) witness.answered(id, digest(later));
		if (later !== null) assert.equal(digest(later), digest(tables));
		else assert.equal(stored, null);
	} finally {
		await ledger.close();
	}
}

function onlyOutside(error: unknown): null {
	assert.ok(error instanceof OutsideFaultError, `another error than a fault outside: ${String(error)}`);
	return null;
}

async function slow(grounds: Grounds): Promise<Counts> {
	return behindProxy(grounds, async ({ proxy, place, behind, witness }) => {
		const [far, near] = [await open(behind), await open(place)];
		proxy.delay(grounds.long ? 2_000 : 100);
		const asked = [measureOnce(far, request('far')), ...[0, 1, 2].map((i) => measureOnce(near, request(`near-${i}`)))];
		const answers = await Promise.all(asked);
		answers.forEach((one, i) => witness.answered(i === 0 ? 'far' : `near-${i - 1}`, digest(one)));
		proxy.delay(0);
		await Promise.all([far.close(), near.close()]);
		const { charges } = await witness.check();
		assert.equal(charges, asked.length);
		return { spends: asked.length, charges };
	});
}

async function down(grounds: Grounds): Promise<Counts> {
	const desk = await Desk.open(grounds, 'down');
	const nowhere = new URL(desk.place.url);
	nowhere.port = '1';
	const { code, stderr, stdout } = await desk.measure('bundle', { env: { VOORZICHT_LEDGER: nowhere.href } });
	assert.equal(code, 5, stderr);
	assert.match(stderr, /The database cannot be used \(ECONNREFUSED\)/);
	assert.equal(stdout, '');
	assert.equal(desk.answerIn('bundle'), null);

	return behindProxy(grounds, async ({ proxy, place, behind, witness }) => {
		const ledger = await open(behind);
		const { charge, release } = await ledger.charge(request('gone'));
		charge.spend();
		proxy.drop();
		await assert.rejects(ledger.store(charge, answer()), OutsideFaultError);
		await assert.rejects(ledger.charge(request('later')), OutsideFaultError);
		await release();
		proxy.restore();
		assert.equal(await using(place, (other) => other.stored(request('gone'))), null);
		witness.answered('gone', digest(await measureOnce(ledger, request('gone'))));
		await ledger.close();
		const { charges } = await witness.check();
		// The charge whose answer never came stays; the one that was refused is none.
		assert.equal(charges, 2);
		return { refused: 3, charges };
	});
}
