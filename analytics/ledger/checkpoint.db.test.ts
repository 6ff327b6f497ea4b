import { appendFileSync, cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { copyDatabase } from '../../tests/database/fresh.ts';
import { KEY, ledgerPlace, request, tables } from '../../tests/database/ledger.ts';
import { linkAfter, type Link } from './entry.ts';
import type { Ledger } from './ledger.ts';
import { openLedger } from './open.ts';

let place: Awaited<ReturnType<typeof ledgerPlace>>;
let ledger: Ledger;
beforeEach(async () => {
	place = await ledgerPlace();
	ledger = await place.open();
});
afterEach(() => ledger.close());

async function answer(book: Ledger, snapshot: string): Promise<void> {
	const { charge, release } = await book.charge({ ...request, snapshot });
	charge.spend();
	await book.store(charge, tables);
	await release();
}

const lines = () => readFileSync(place.checkpoint, 'utf8').split('\n');
const another = (url: string) => openLedger(url, { key: KEY, checkpoint: place.checkpoint, volatile: true });

it('holds every entry when the charge is granted', async () => {
	const { charge, release } = await ledger.charge(request);
	expect(JSON.parse(lines().at(-2)!)).toMatchObject({ number: charge.entry, hash: charge.hash });
	await release();
	await answer(ledger, 'second');
	expect(lines()).toHaveLength(3 + 3 + 1);
});

it('a restored older database is refused, and so is the one that went on beside it', async () => {
	await answer(ledger, 'first');
	await ledger.close();
	const backup = await copyDatabase(place.url);
	ledger = await place.open();
	await answer(ledger, 'second');
	const restored = await another(backup);
	await expect(answer(restored, 'third')).rejects.toThrow(/it ends before entry 7, which its checkpoint .* has seen/);
	expect((await restored.verify()).problems.join()).toContain('ends before entry 7');
	// Who pushes on without its checkpoint has made another chain.
	const alone = await openLedger(backup, { key: KEY, checkpoint: `${place.checkpoint}.none`, volatile: true });
	await expect(answer(alone, 'third')).rejects.toThrow(/its checkpoint .* is gone/);
	cpSync(place.checkpoint, `${place.checkpoint}.none`);
	writeFileSync(`${place.checkpoint}.none`, `${lines().slice(0, 5).join('\n')}\n`);
	await answer(alone, 'third');
	await alone.close();
	await expect(answer(restored, 'fourth')).rejects.toThrow(/its entry 7 is not the one/);
	await restored.close();
	await answer(ledger, 'fourth');
	expect((await ledger.verify()).problems).toEqual([]);
});

it('of two copies with one checkpoint only one goes on, even in the same moment', async () => {
	await answer(ledger, 'first');
	await ledger.close();
	const copy = await another(await copyDatabase(place.url));
	ledger = await place.open();
	for (let round = 0; round < 5; round++) {
		const outcomes = await Promise.allSettled([answer(ledger, `mine ${round}`), answer(copy, `of the copy ${round}`)]);
		expect(outcomes.filter(({ status }) => status === 'fulfilled').length).toBeLessThanOrEqual(1);
	}
	const sound = [(await ledger.verify()).ok, (await copy.verify()).ok];
	expect(sound.filter(Boolean)).toHaveLength(1);
	await copy.close();
});

it.each([0, 40])(
	'an entry that a crash kept from the checkpoint, %i bytes apart, is added before the next',
	async (left) => {
		await answer(ledger, 'first');
		const bytes = readFileSync(place.checkpoint);
		const last = Buffer.byteLength(lines().at(-2)!) + 1;
		writeFileSync(place.checkpoint, bytes.subarray(0, bytes.length - last + left));
		const reopened = await place.open();
		await answer(reopened, 'second');
		expect((await reopened.verify()).problems).toEqual([]);
		await reopened.close();
	}
);

it('a line cut short is no obstacle, and stays out of the way', async () => {
	await answer(ledger, 'first');
	appendFileSync(place.checkpoint, lines().at(-2)!.slice(0, 30));
	await answer(ledger, 'second');
	await ledger.close();
	ledger = await place.open();
	await answer(ledger, 'third');
	expect((await ledger.verify()).problems).toEqual([]);
});

it.each([
	['gone', () => rmSync(place.checkpoint), /is gone/],
	['emptied', () => writeFileSync(place.checkpoint, ''), /older than a crash can leave it/],
	['an older one', () => writeFileSync(place.checkpoint, `${lines().slice(0, 4).join('\n')}\n`), /older than a crash/],
	[
		'changed',
		() => writeFileSync(place.checkpoint, lines().join('\n').replaceAll('population', 'elsewhere')),
		/damaged/
	],
	['with a line less', () => writeFileSync(place.checkpoint, lines().toSpliced(1, 1).join('\n')), /damaged/],
	['of something else', () => writeFileSync(place.checkpoint, 'no checkpoint\n'), /damaged/]
])('a checkpoint that is %s stops every charge', async (_what, change, message) => {
	await answer(ledger, 'first');
	await answer(ledger, 'second');
	await ledger.close();
	change();
	ledger = await place.open();
	await expect(answer(ledger, 'third')).rejects.toThrow(message);
	expect((await ledger.history()).entries).toHaveLength(2);
	expect((await ledger.verify()).ok).toBe(false);
});

it('another key than the one that sealed the ledger charges nothing', async () => {
	await answer(ledger, 'first');
	const stranger = await openLedger(place.url, {
		key: 'a key of somebody else',
		checkpoint: place.checkpoint,
		volatile: true
	});
	await expect(answer(stranger, 'second')).rejects.toThrow(/damaged, or sealed with another key/);
	await stranger.close();
});

it('a copy that came second with two entries leaves the ledger as it was', async () => {
	await answer(ledger, 'first');
	const after = (head: Link) =>
		linkAfter(
			head,
			'2026-01-01T00:00:00.000Z',
			{ kind: 'bundle', key: 'a'.repeat(64), charge: 4, manifest: 'b'.repeat(64) },
			KEY
		);
	const stranger = after(JSON.parse(lines().at(-2)!) as Link);
	const second = after(stranger);
	const third = after(second);
	await answer(ledger, 'second');
	appendFileSync(
		place.checkpoint,
		[stranger, second, third].map((link) => `${JSON.stringify(lineOf(link))}\n`).join('')
	);
	await answer(ledger, 'third');
	await ledger.close();
	ledger = await place.open();
	await answer(ledger, 'fourth');
	expect((await ledger.verify()).problems).toEqual([]);
});

const lineOf = ({ number, prev, hash, body }: Link) => ({ number, prev, hash, body });
