import { createHash } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { freshDatabase } from '../../tests/database/fresh.ts';
import { publication } from '../../tests/database/publication.ts';
import { openStore, type Store } from './store.ts';

let store: Store;
let reader: pg.Client;
let owner: pg.Client;
beforeAll(async () => {
	const url = await freshDatabase();
	store = await openStore(url);
	reader = new pg.Client({ connectionString: await store.readerUrl() });
	owner = new pg.Client({ connectionString: url });
	await Promise.all([reader.connect(), owner.connect()]);
});
afterAll(async () => {
	await Promise.all([reader.end(), owner.end()]);
	await store.close();
});

const texts = (manifest: string) => ({
	hash: createHash('sha256').update(manifest).digest('hex'),
	manifest,
	signature: '{\n}\n'
});
const seen = async () => (await reader.query('select hash, manifest, signature from published.bundle')).rows;

it('hands out the texts of a bundle byte for byte, once a release of it is published', async () => {
	// Spaces, order, signs and escapes that a stored JSON value would not keep.
	const kept = texts('{ "b" : 1.0,\t"a": "\u00e9\\u00e9",\n "a": 2}\n');
	await store.keepBundle(kept);
	await store.keepBundle({ ...kept, signature: 'another' });
	const content = { ...publication('2023', '', []), bundleHash: kept.hash };
	await store.publish(content, { until: 'checked' });
	expect(await seen()).toEqual([]);
	await store.publish(content);
	expect(await seen()).toEqual([kept]);
	await store.publish(publication('2023', 'later', []));
	expect(await seen()).toEqual([kept]);
});

it('takes no text that is not that of its hash, and changes none', async () => {
	await expect(store.keepBundle({ ...texts('{}'), manifest: '{ }' })).rejects.toThrow();
	for (const statement of [
		"update store.bundle set signature = ''",
		'delete from store.bundle',
		'truncate store.bundle'
	])
		await expect(owner.query(statement), statement).rejects.toMatchObject({ code: '23001' });
});
