import { afterAll, beforeAll, expect, it } from 'vitest';
import { freshDatabase } from '../../tests/database/fresh.ts';
import { figure, publication } from '../../tests/database/publication.ts';
import { InputError } from '../errors.ts';
import { openPool } from '../postgres/pool.ts';
import { openStore, type Store } from './store.ts';

let store: Store;
let reader: ReturnType<typeof openPool>;
beforeAll(async () => {
	store = await openStore(await freshDatabase());
	reader = openPool(await store.readerUrl(), 1);
});
afterAll(async () => {
	await reader.end();
	await store.close();
});

const read = async (sql: string) => (await reader.query<Record<string, unknown>>(sql)).rows;
const content = (marker: string, share: number) => publication('2023', marker, [figure('NL', share)]);
const VIEWS = [
	'release',
	'release_history',
	'indicator',
	'figure',
	'signal',
	'superseded_figure',
	'superseded_indicator'
];
const seen = async () =>
	Promise.all(VIEWS.map(async (view) => [view, (await read(`select * from published.${view}`)).length]));

it('nobody sees a draft or a checked release; another person publishes it', async () => {
	const nothing = VIEWS.map((view) => [view, 0]);
	expect(await store.publish(content('one', 0.1), { until: 'draft' })).toMatchObject({
		already: false,
		state: 'draft'
	});
	expect(await seen()).toEqual(nothing);
	expect(await store.publish(content('one', 0.1), { until: 'draft' })).toMatchObject({ already: true, release: 1 });
	expect(await store.advance([1], 'checked')).toMatchObject([{ id: 1, state: 'checked', version: 1 }]);
	expect(await seen()).toEqual(nothing);
	expect(await store.advance([1], 'published')).toMatchObject([{ id: 1, state: 'published' }]);
	expect(await read('select share, version, release from published.figure')).toEqual([
		{ share: 0.1, version: 1, release: 1 }
	]);
});

it('publishing the bundle of a draft goes on with the draft', async () => {
	const draft = await store.publish(content('two', 0.2), { until: 'draft' });
	expect(await read('select share from published.figure')).toEqual([{ share: 0.1 }]);
	const published = await store.publish(content('two', 0.2));
	expect(published).toMatchObject({ already: false, release: draft.release, version: 2, state: 'published' });
	expect(await read('select share, version from published.figure')).toEqual([{ share: 0.2, version: 2 }]);
});

it('the figures of an old version stay reachable, by release', async () => {
	expect(
		await read('select release, version, region, region_name, position, share from published.superseded_figure')
	).toEqual([{ release: 1, version: 1, region: 'NL', region_name: 'Nederland', position: 0, share: 0.1 }]);
	expect(await read('select release, id, definition from published.superseded_indicator')).toEqual([
		{ release: 1, id: 'low-income', definition: '1' }
	]);
});

it('every release says what it replaced and what replaced it', async () => {
	const [first, second] = await read('select * from published.release order by version');
	expect(first).toMatchObject({
		state: 'superseded',
		is_current: false,
		replaces: null,
		replaced_by: 2,
		replaced_by_version: 2
	});
	expect(second).toMatchObject({
		...{ state: 'published', is_current: true, replaces: 1, replaces_version: 1, replaced_by: null },
		...{ replaces_published_at: first!.published_at, superseded_at: null, status: 'final', root: 'NL', figures: 1 }
	});
	expect(first!.superseded_at).toBeInstanceOf(Date);
	const { rows } = await reader.query<{ state: string }>(
		'select state from published.release_history where release = 1 order by at'
	);
	expect(rows.map(({ state }) => state)).toEqual(['draft', 'checked', 'published', 'superseded']);
});

it('says provisional when the specification does', async () => {
	const given = publication('2024', 'provisional', []);
	const manifest = { ...given.manifest, spec: { ...given.manifest.spec, status: 'provisional' as const } };
	await store.publish({ ...given, manifest });
	expect(await read("select status from published.release where period = '2024'")).toEqual([{ status: 'provisional' }]);
});

it('a draft that was overtaken is refused, and its bundle becomes a later version', async () => {
	const draft = await store.publish(content('slow', 0.3), { until: 'checked' });
	await store.publish(content('fast', 0.4));
	await expect(store.advance([draft.release], 'published')).rejects.toThrow(
		/is version 3, and version 4 .* published already/
	);
	const again = await store.publish(content('slow', 0.3));
	expect(again).toMatchObject({ already: false, version: 5 });
	expect(await read("select share from published.figure where period = '2023'")).toEqual([{ share: 0.3 }]);
});

it('the bundle of a replaced version does not come back by itself, only as a new version on purpose', async () => {
	const two = (marker: string) => publication('2019', marker, [figure('NL', marker === 'old' ? 0.1 : 0.2)]);
	await store.publish(two('old'));
	await store.publish(two('new'));
	const shown = () => read("select share, version from published.figure where period = '2019'");
	for (const until of ['draft', 'published'] as const) {
		const refused = store.publish(two('old'), { until });
		await expect(refused).rejects.toThrow(InputError);
		await expect(refused).rejects.toThrow(
			/is version 1 of example, 2019, and was replaced: version 2 holds now\. .*--again/
		);
	}
	expect(await shown()).toEqual([{ share: 0.2, version: 2 }]);
	expect(await store.publish(two('old'), { again: true })).toMatchObject({ already: false, version: 3 });
	expect(await shown()).toEqual([{ share: 0.1, version: 3 }]);
	expect(await store.publish(two('old'))).toMatchObject({ already: true, version: 3 });
});

it.each([
	[99, 'checked', 'There is no release 99'],
	[1, 'published', 'Release 1 is superseded; only a release that is checked can become published'],
	[2, 'checked', 'only a release that is draft can become checked']
] as const)('release %i to %s: %s', async (id, to, told) => {
	const refused = store.advance([id], to);
	await expect(refused).rejects.toThrow(InputError);
	await expect(refused).rejects.toThrow(told);
});

it('of several releases all take the step, or none', async () => {
	const drafts = await store.publishAll(
		['2030-01', '2030-02'].map((period) => publication(period, 'months', [])),
		{ until: 'draft' }
	);
	const ids = drafts.map(({ release }) => release);
	await expect(store.advance([...ids, 99], 'checked')).rejects.toThrow('no release 99');
	expect((await store.advance(ids, 'checked')).map(({ state }) => state)).toEqual(['checked', 'checked']);
	expect((await store.advance(ids, 'published')).map(({ state }) => state)).toEqual(['published', 'published']);
});
