import { Kysely, PostgresDialect } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { PublishedDatabase } from '../../analytics/contract/published.ts';
import { openPool } from '../../analytics/postgres/pool.ts';
import { openStore, type Store } from '../../analytics/store/store.ts';
import type { Published } from '../../src/lib/server/db.ts';
import { historyNotes, regionNotes } from '../../src/lib/server/history-notes.ts';
import { freshDatabase } from './fresh.ts';
import { figure, publication } from './publication.ts';

// What a page must say of the past of a release.

let store: Store;
let db: Published;
beforeAll(async () => {
	store = await openStore(await freshDatabase());
	const pool = openPool(await store.readerUrl(), 1);
	db = new Kysely<PublishedDatabase>({ dialect: new PostgresDialect({ pool }) }) as unknown as Published;
});
afterAll(async () => {
	await db.destroy();
	await store.close();
});

function content(spec: string, period: string, marker: string) {
	const given = publication(period, `${spec} ${marker}`, [figure('NL', 0.25)]);
	return { ...given, manifest: { ...given.manifest, id: spec, regionVintage: 'cbs:2023' } };
}

/** The note of the last period that was published of a specification. */
async function noteOf(spec: string, release: number, period: string) {
	const notes = await historyNotes(db, [{ release, spec, period, title_nl: 'Titel', title_en: 'Title' }], 'en');
	expect(notes.length).toBeLessThanOrEqual(1);
	return notes[0];
}

it('is nothing when periods came in order, whatever was corrected before', async () => {
	await store.publish(content('calm', '2021', 'one'));
	await store.publish(content('calm', '2021', 'two'));
	const { release } = await store.publish(content('calm', '2022', 'one'));
	await store.publish(content('calm', '2023', 'later'));
	expect(await noteOf('calm', release, '2022')).toBeUndefined();
});

it('tells which earlier periods were corrected, and which came, after the warnings were computed', async () => {
	await store.publish(content('late', '2021', 'one'));
	const { release } = await store.publish(content('late', '2023', 'one'));
	await store.publish(content('late', '2022', 'one'));
	await store.publish(content('late', '2021', 'two'));
	expect(await noteOf('late', release, '2023')).toEqual({
		...{ key: 'late', title: 'Title', period: '2023', corrected: ['2021'], added: ['2022'], regions: null }
	});
});

it('of a draft counts from when it was made, which is when its warnings were computed', async () => {
	await store.publish(content('draft', '2021', 'one'));
	const { release } = await store.publish(content('draft', '2022', 'one'), { until: 'draft' });
	await store.publish(content('draft', '2021', 'two'));
	await store.advance([release], 'checked');
	await store.advance([release], 'published');
	expect(await noteOf('draft', release, '2022')).toMatchObject({ corrected: ['2021'], added: [] });
});

it('tells from which period on other regions are told, and nothing when only a place for unknown was added', async () => {
	const old = content('moved', '2021', 'one');
	await store.publish({ ...old, regions: old.regions.map((region) => ({ ...region, name: `${region.name}!` })) });
	await store.publish(content('moved', '2022', 'one'));
	const { release, period } = await store.publish(content('moved', '2023', 'one'));
	const regions = { first: '2022', vintage: 'CBS 2023' };
	expect(await noteOf('moved', release, period)).toMatchObject({ corrected: [], added: [], regions });

	// Where no warnings are told, what was corrected since matters nothing, and other regions do.
	await store.publish(content('moved', '2022', 'two'));
	expect(await noteOf('moved', release, period)).toMatchObject({ corrected: ['2022'], regions });
	const asked = { release, spec: 'moved', period, title_nl: 'Titel', title_en: 'Title' };
	expect(await regionNotes(db, [asked], 'nl')).toMatchObject([{ corrected: [], added: [], regions }]);
	await store.publish(content('alone', '2021', 'one'));
	const { release: alone } = await store.publish(content('alone', '2022', 'one'));
	await store.publish(content('alone', '2021', 'two'));
	expect(await noteOf('alone', alone, '2022')).toMatchObject({ corrected: ['2021'] });
	expect(await regionNotes(db, [{ ...asked, release: alone, spec: 'alone', period: '2022' }], 'nl')).toEqual([]);

	await store.publish(content('same', '2021', 'one'));
	const now = content('same', '2022', 'one');
	const unknown = { ...now.regions[1]!, code: 'unknown', name: 'Onbekend', position: 3 };
	const { release: later } = await store.publish({ ...now, regions: [...now.regions, unknown] });
	expect(await noteOf('same', later, '2022')).toBeUndefined();
});
