import { Kysely, PostgresDialect } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { WatchRow } from '../../analytics/contract/early-warning.ts';
import type { PublishedDatabase } from '../../analytics/contract/published.ts';
import { openPool } from '../../analytics/postgres/pool.ts';
import { openStore, type Store } from '../../analytics/store/store.ts';
import type { Published } from '../../src/lib/server/db.ts';
import { indicators } from '../../src/lib/server/queries/indicators.ts';
import { openSignals } from '../../src/lib/server/queries/watch.ts';
import { coursesOf } from '../../src/routes/[[lang=lang]]/signalen/course.server.ts';
import { freshDatabase } from './fresh.ts';
import { figure, publication } from './publication.ts';
import { watched } from './warning.ts';

// What a signal says of a rise that began so long ago that a year back does not show it.

let store: Store;
let db: Published;
beforeAll(async () => {
	store = await openStore(await freshDatabase());
	const pool = openPool(await store.readerUrl(), 1);
	db = new Kysely<PublishedDatabase>({ dialect: new PostgresDialect({ pool }) }) as unknown as Published;
	const publish = (period: string, watch: WatchRow[]) => {
		const given = publication(period, period, [figure('GM1', 0.25), figure('GM2', 0.25), figure('NL', 0.25)]);
		return store.publish({ ...given, signals: [], warning: { ...given.warning, watch } });
	};
	const quiet = { state: 'quiet', opened: null, onset: null, explainedBy: null } as const;
	await publish('2023Q1', [watched('GM1', { ...quiet, estimate: 1 }), watched('GM2', { ...quiet, estimate: 1 })]);
	await publish('2023Q2', [
		watched('GM1', { ...quiet, estimate: 1.25 }),
		watched('GM2', { ...quiet, estimate: 1.25 }),
		watched('NL', { ...quiet, against: 'nation' })
	]);
	await publish('2024Q4', [
		watched('GM1', { estimate: 2.5, opened: '2023Q4', onset: '2023Q3' }),
		watched('GM2', { estimate: 2.5, opened: '2024Q2', onset: '2024Q1' }),
		watched('NL', { against: 'itself', opened: '2023Q4', onset: '2023Q3' })
	]);
});
afterAll(async () => {
	await db.destroy();
	await store.close();
});

it('is the level of the last period before the rise and that of now, on one scale; nothing of a fresh rise', async () => {
	const rows = await indicators(db);
	const release = rows.find(({ period }) => period === '2024Q4')!.release;
	const open = await openSignals(db, 'signal', { releases: [release] });
	const courseOf = await coursesOf(db, rows, open);
	const courses = Object.fromEntries(open.map((signal) => [signal.region, courseOf(signal)]));
	const level = { against: 'nation', estimate_sd: 0.0625 };
	expect(courses).toEqual({
		GM1: { before: { ...level, estimate: 1.25 }, now: { ...level, estimate: 2.5 } },
		GM2: null,
		NL: null
	});
	expect((await coursesOf(db, rows, []))(open[0]!)).toBeNull();
});
