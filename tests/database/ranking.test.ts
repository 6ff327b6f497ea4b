import { Kysely, PostgresDialect } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Figure } from '../../analytics/contract/figure.ts';
import type { PublishedDatabase } from '../../analytics/contract/published.ts';
import { RegionTree } from '../../analytics/contract/region-tree.ts';
import { openPool } from '../../analytics/postgres/pool.ts';
import { openStore, type Store } from '../../analytics/store/store.ts';
import type { Published } from '../../src/lib/server/db.ts';
import { levels } from '../../src/lib/server/queries/levels.ts';
import { ranking } from '../../src/lib/server/queries/ranking.ts';
import { inOrder } from '../../src/routes/[[lang=lang]]/in-order.ts';
import { freshDatabase } from './fresh.ts';
import { figure, publication } from './publication.ts';

// The browser puts a whole list in another order itself, and then gets the database's: they are the same.

const names = ['Zwolle', 'Étten', "'s-Gravenhage", 'zeist', 'Ede', 'IJsselstein', 'Súdwest-Fryslân', 'Epe', 'Ede'];
const codes = names.map((_, i) => `GM${i}`);

/** Equal lower ends, equal shares and regions with too little to say: what comes first is decided by something else. */
const shares = [null, 0.09, 0.08, null, 0.09, 0.07, 0.08, 0.09, 0.08];
const lowers = [null, 0.05, 0.05, null, 0.05, 0.06, 0.01, 0.04, 0.05];
const told = (code: string, i: number): Figure => ({ ...figure(code, shares[i]!), lower: lowers[i]! });

let store: Store;
let db: Published;
beforeAll(async () => {
	const tree = new RegionTree([
		{ code: 'NL', parent: null, name: 'Nederland', level: 'land' },
		...codes.map((code, i) => ({ code, parent: 'NL', name: names[i]!, level: 'gemeente' }))
	]);
	const regions = tree.regions.map((region, position) => ({
		...region,
		...{ depth: tree.depth[position]!, position, hex_q: null, hex_r: null, population: null }
	}));
	store = await openStore(await freshDatabase());
	const figures = [figure('NL', 0.08), ...codes.map(told)];
	await store.publish({ ...publication('2023', 'order', figures), regions, signals: [] });
	const pool = openPool(await store.readerUrl(), 1);
	db = new Kysely<PublishedDatabase>({ dialect: new PostgresDialect({ pool }) }) as unknown as Published;
});
afterAll(async () => {
	await db.destroy();
	await store.close();
});

it.each(['zeker', 'aandeel', 'naam'] as const)('is the same in the browser: %s', async (order) => {
	const { spec, tree } = await db.selectFrom('published.release').select(['spec', 'tree']).executeTakeFirstOrThrow();
	const level = (await levels(db, tree!)).find((one) => one.level === 'gemeente')!;
	const choice = { spec, period: '2023', indicator: 'low-income', tree: tree!, level, limit: 100 };
	const rows = await ranking(db, { ...choice, order });
	expect(rows).toHaveLength(codes.length);
	for (const other of ['zeker', 'aandeel', 'naam'] as const)
		expect(inOrder(await ranking(db, { ...choice, order: other }), order)).toEqual(rows);
});
