import { expect, it, vi } from 'vitest';
import type { Published } from './db.ts';
import type { Version } from './page-cache/version.ts';
import { keepWhile, keptPerPublication } from './per-publication.ts';

function world() {
	const db = {} as Published;
	const now: { version: Version } = { version: 'v1' };
	let told = 0;
	const ask = vi.fn(async (_: Published, of: { tree: string }) => [`${of.tree} ${++told}`]);
	return { db, now, ask, kept: keptPerPublication(ask, 2) };
}

it('asks once for each publication, and for each of its details', async () => {
	const { db, now, ask, kept } = world();
	keepWhile(db, async () => now.version);
	expect(await Promise.all([kept(db, { tree: 'a' }), kept(db, { tree: 'a' })])).toEqual([['a 1'], ['a 1']]);
	expect(await kept(db, { tree: 'b' })).toEqual(['b 2']);
	now.version = 'v2';
	expect(await kept(db, { tree: 'a' })).toEqual(['a 3']);
	expect(ask).toHaveBeenCalledTimes(3);
});

it('lets go of what was asked for longest ago', async () => {
	const { db, now, kept } = world();
	keepWhile(db, async () => now.version);
	for (const tree of ['a', 'b', 'a', 'c']) await kept(db, { tree });
	expect(await kept(db, { tree: 'a' })).toEqual(['a 1']);
	expect(await kept(db, { tree: 'b' })).toEqual(['b 4']);
});

it('keeps nothing of a database that does not say what it has, of another, or of a question that failed', async () => {
	const { db, now, ask, kept } = world();
	for (let i = 0; i < 2; i++) await kept(db, { tree: 'a' });
	expect(ask).toHaveBeenCalledTimes(2);
	keepWhile(db, async () => now.version);
	now.version = null;
	await kept(db, { tree: 'a' });
	now.version = 'v1';
	ask.mockImplementationOnce(() => Promise.reject(new Error('refused')));
	await expect(kept(db, { tree: 'a' })).rejects.toThrow('refused');
	expect(await kept(db, { tree: 'a' })).toEqual(['a 4']);
	const other = {} as Published;
	keepWhile(other, async () => 'v1');
	expect(await kept(other, { tree: 'a' })).toEqual(['a 5']);
});

it('hands out rows that nobody can put in another order', async () => {
	const { db, now, kept } = world();
	keepWhile(db, async () => now.version);
	const rows = await kept(db, { tree: 'a' });
	expect(() => rows.push('b')).toThrow(TypeError);
});
