import { Kysely, PostgresDialect } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { PublishedDatabase } from '../../analytics/contract/published.ts';
import { openPool } from '../../analytics/postgres/pool.ts';
import { openStore, type Store } from '../../analytics/store/store.ts';
import type { Published } from '../../src/lib/server/db.ts';
import { byColumn } from '../../src/lib/server/queries/by-column.ts';
import { freshDatabase } from './fresh.ts';
import { figure, publication } from './publication.ts';

// Rows that come column by column are those that come row by row.

let store: Store;
let db: Published;
beforeAll(async () => {
	store = await openStore(await freshDatabase());
	const figures = [figure('NL', 0.1), figure('GM1', null), figure('GM2', 1 / 3), figure('GM2', 0.2, ['sex', 'f'])];
	await store.publish(publication('2023', 'one', figures));
	const pool = openPool(await store.readerUrl(), 1);
	db = new Kysely<PublishedDatabase>({ dialect: new PostgresDialect({ pool }) }) as unknown as Published;
});
afterAll(async () => {
	await db.destroy();
	await store.close();
});

const names = ['region', 'region_name', 'position', 'code', 'numerator', 'share', 'share_se', 'reliability'] as const;
const figures = (period: string) => db.selectFrom('published.figure').where('period', '=', period).select(names);

it.each(['asc', 'desc'] as const)('with the same values, in the same order: %s', async (order) => {
	const question = figures('2023').orderBy('share', order).orderBy('position');
	const rows = await question.execute();
	expect(rows).toHaveLength(4);
	expect(await byColumn(db, question, names)).toEqual(rows);
});

it('as many as are asked for, with the columns that are asked for', async () => {
	const question = figures('2023').orderBy('numerator').orderBy('position').limit(2);
	expect(await byColumn(db, question, ['region', 'share'])).toEqual([
		{ region: 'NL', share: 0.1 },
		{ region: 'GM1', share: null }
	]);
});

it('or none', async () => {
	expect(await byColumn(db, figures('1999'), names)).toEqual([]);
});
