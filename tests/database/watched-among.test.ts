import { Kysely, PostgresDialect } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { PublishedDatabase } from '../../analytics/contract/published.ts';
import { openPool } from '../../analytics/postgres/pool.ts';
import { openStore, type Store } from '../../analytics/store/store.ts';
import type { Published } from '../../src/lib/server/db.ts';
import { comparedWith } from '../../src/lib/server/queries/signals.ts';
import { watchedAmong } from '../../src/lib/server/queries/watched-among.ts';
import { freshDatabase } from './fresh.ts';
import { figure, publication } from './publication.ts';
import { watched } from './warning.ts';

// What a page asks of tests and warnings before it says that nothing rises.

let store: Store;
let db: Published;
let release: number;
beforeAll(async () => {
	store = await openStore(await freshDatabase());
	const pool = openPool(await store.readerUrl(), 1);
	db = new Kysely<PublishedDatabase>({ dialect: new PostgresDialect({ pool }) }) as unknown as Published;
	for (const quarter of ['2023Q4', '2024Q3'])
		await store.publish({ ...publication(quarter, quarter, [figure('NL', 0.25)]), signals: [] });
	const given = publication('2024Q4', '2024Q4', [figure('NL', 0.25), figure('GM1', 0.25)]);
	const test = { ...{ indicator: 'low-income', region: 'NL', previous: '2023Q4' }, change: 0.01, change_se: 0.01 };
	({ release } = await store.publish({
		...given,
		signals: [{ ...test, p_rise: 0.8, is_signal: false }],
		warning: { ...given.warning, watch: [watched('NL'), { ...watched('GM1'), state: 'too_small' }] }
	}));
});
afterAll(async () => {
	await db.destroy();
	await store.close();
});

it('a quarter is compared with that of the year before, also where nothing rose and other quarters came between', async () => {
	const asked = { spec: 'example', indicator: 'low-income' };
	expect(await comparedWith(db, { ...asked, period: '2024Q4' })).toBe('2023Q4');
	expect(await comparedWith(db, { ...asked, period: '2024Q3' })).toBeNull();
});

it('regions that are too small, or that no release watches, are not watched', async () => {
	const regions = ['GM2', 'GM1', 'NL'].map((code) => ({ code }));
	expect(await watchedAmong(db, [{ release }], regions)).toEqual([{ code: 'NL' }]);
	expect(await watchedAmong(db, [], regions)).toEqual([]);
	expect(await watchedAmong(db, [{ release: release + 100 }], regions)).toEqual([]);
});
