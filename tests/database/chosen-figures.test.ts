import { Kysely, PostgresDialect } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { PublishedDatabase } from '../../analytics/contract/published.ts';
import { openPool } from '../../analytics/postgres/pool.ts';
import { openStore, type Store } from '../../analytics/store/store.ts';
import type { Published } from '../../src/lib/server/db.ts';
import { briefFigures } from '../../src/lib/server/queries/brief-figures.ts';
import { signalFigures, signalledKey } from '../../src/lib/server/queries/signal-figures.ts';
import { freshDatabase } from './fresh.ts';
import { figure, publication } from './publication.ts';

// Of all that is published, the figures that one page is made of.

let store: Store;
let db: Published;
beforeAll(async () => {
	store = await openStore(await freshDatabase());
	const pool = openPool(await store.readerUrl(), 1);
	db = new Kysely<PublishedDatabase>({ dialect: new PostgresDialect({ pool }) }) as unknown as Published;
	for (const [period, share] of [
		['2022', 0.1],
		['2023', 0.25]
	] as const) {
		const told = [figure('NL', share), figure('GM1', null), figure('GM2', 0.5), figure('GM2', 0.75, ['sex', 'f'])];
		await store.publish(publication(period, period, told));
	}
});
afterAll(async () => {
	await db.destroy();
	await store.close();
});

const about = (region: string, more: object = {}) => ({
	...{ spec: 'example', period: '2023', indicator: 'low-income', region, attribute: '', code: '', ...more }
});

it('of signals are those of the same indicator, period, region and group, and no others', async () => {
	const women = about('GM2', { attribute: 'sex', code: 'f' });
	const old = about('NL', { period: '2022' });
	const found = await signalFigures(db, [about('NL'), about('GM1'), women, old, about('GM3')]);
	const shares = [about('NL'), about('GM1'), women, old].map((one) => found.get(signalledKey(one))?.share);
	expect(shares).toEqual([0.25, null, 0.75, 0.1]);
	expect(found.get(signalledKey(about('GM1')))?.reliability).toBe('X');
	expect(found.size).toBe(4);
});

it('of no signals are none', async () => {
	expect((await signalFigures(db, [])).size).toBe(0);
});

it('of a brief are everyone in every period, and its own groups in the latest', async () => {
	const asked = { specs: ['example'], periods: ['2023'], attributes: ['sex'] };
	const told = async (more: { region: string; compared: string | undefined; attributes?: string[] }) =>
		(await briefFigures(db, { ...asked, ...more }))
			.map((f) => `${f.period} ${f.region} ${f.attribute}`.trim())
			.toSorted();
	expect(await told({ region: 'GM2', compared: 'NL' })).toEqual([
		...['2022 GM2', '2022 NL', '2023 GM2', '2023 GM2 sex', '2023 NL']
	]);
	// The country's groups are its own brief's.
	expect(await told({ region: 'NL', compared: 'GM2' })).not.toContain('2023 GM2 sex');
	expect(await told({ region: 'GM2', compared: undefined, attributes: [] })).toEqual(['2022 GM2', '2023 GM2']);
});
