import { afterAll, beforeAll, expect, it } from 'vitest';
import { freshDatabase } from '../../tests/database/fresh.ts';
import { figure, publication, tree } from '../../tests/database/publication.ts';
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

const read = async (sql: string): Promise<unknown[]> => (await reader.query<Record<string, unknown>>(sql)).rows;
const shares = async () =>
	(await read("select region, share from published.figure where period = '2023' and attribute = ''"))
		.map((row) => Object.values(row as object) as unknown[])
		.sort();

it('publishes a release that readers see as it was given', async () => {
	const figures = [figure('NL', 0.1), figure('GM1', 0.2), figure('GM2', null), figure('GM1', 0.3, ['sex', 'f'])];
	const result = await store.publish(publication('2023', 'one', figures));
	expect(result).toEqual({
		...{ already: false, release: 1, spec: 'example', period: '2023', version: 1 },
		...{ state: 'published', figures: 4, signals: 0 }
	});
	expect(await read("select * from published.figure where region = 'GM1' and attribute = 'sex'")).toEqual([
		{
			...{ spec: 'example', period: '2023', indicator: 'low-income', region: 'GM1', attribute: 'sex', code: 'f' },
			...{
				release: 1,
				version: 1,
				tree: expect.stringMatching(/^test~/) as string,
				region_name: "'s-Plaats",
				level: 'gemeente',
				parent: 'NL',
				position: 1
			},
			...{ numerator: -1.25, numerator_se: 2.5, denominator: 7_800_000.123, denominator_se: 3 },
			...{ share: 0.3, share_se: 0.015625, lower: 0, upper: 0.5, reliability: 'B' }
		}
	]);
	expect(await read("select * from published.region where code = 'GM2'")).toMatchObject([
		{
			parent: 'NL',
			name: 'Een "dorp", met \\',
			level: 'gemeente',
			depth: 1,
			position: 2,
			hex_q: 2,
			hex_r: -2,
			population: 2000,
			folded_name: 'een "dorp", met \\'
		}
	]);
	expect(await read('select * from published.release')).toMatchObject([
		{
			spec: 'example',
			title_nl: 'example',
			version: 1,
			unit: 'household',
			rho: 0.05,
			is_current: true,
			integrity_p: 0.5,
			manifest: { id: 'example' }
		}
	]);
	expect(await read('select * from published.indicator')).toMatchObject([
		{
			spec: 'example',
			id: 'low-income',
			groups: [{ attribute: 'sex', codes: [{ code: 'f', nl: 'vrouw', en: 'female' }] }]
		}
	]);
	expect(await read('select * from published.signal')).toMatchObject([
		{ previous: '2022', region: 'GM1', p_rise: 0.69, is_signal: false }
	]);
});

it('the same bundle again is no new version; another one is, and takes the place of the first', async () => {
	expect(await store.publish(publication('2023', 'one', [figure('NL', 0.9)]))).toMatchObject({
		already: true,
		version: 1
	});
	expect(await shares()).toContainEqual(['NL', 0.1]);
	expect(await store.publish(publication('2023', 'two', [figure('NL', 0.4)]))).toMatchObject({
		already: false,
		version: 2
	});
	expect(await shares()).toEqual([['NL', 0.4]]);
	expect(await read('select version, is_current from published.release order by version')).toEqual([
		{ version: 1, is_current: false },
		{ version: 2, is_current: true }
	]);
});

it('a publication that breaks off leaves the old release whole', async () => {
	// The fault comes in the last batch, after thousands of figures are in.
	const many = Array.from({ length: 25_000 }, (_, i) => figure('NL', 0.5, ['sex', `c${i}`]));
	const broken = publication('2023', 'three', [...many, figure('GM1', NaN)]);
	await expect(store.publish(broken)).rejects.toThrow('not finite');
	expect(await shares()).toEqual([['NL', 0.4]]);
	expect(await read('select count(*)::int as n from published.release')).toEqual([{ n: 2 }]);
	expect(await store.publish(publication('2023', 'two', []))).toMatchObject({ already: true, version: 2 });
});

it('knows its periods', async () => {
	await store.publish(publication('2021', 'earlier', [figure('NL', 0.05), figure('NL', 0.06, ['sex', 'f'])]));
	expect(await store.periods('example')).toEqual(['2021', '2023']);
});

it('a release without regions has one figure, of the whole domain', async () => {
	const content = publication('2020', 'flat', [figure('total', 0.25)]);
	await store.publish({ ...content, regions: [], signals: [], domain: { ...content.domain, region: null } });
	expect(await read("select region, share from published.figure where period = '2020'")).toEqual([
		{ region: 'total', share: 0.25 }
	]);
	expect(await read("select tree from published.release where period = '2020'")).toEqual([{ tree: null }]);
});

it('imports boundaries for the regions of a tree, and replaces them', async () => {
	const geometry = (x: number) => ({
		type: 'Polygon' as const,
		coordinates: [
			[
				[x, 52],
				[x, 53],
				[x + 1, 53],
				[x, 52]
			]
		]
	});
	await store.importBoundaries(tree, [{ region: 'GM1', geometry: geometry(4) }]);
	await store.importBoundaries(tree.withUnknown(), [{ region: 'GM1', geometry: geometry(5) }]);
	expect(await read('select region, geometry from published.boundary')).toEqual([
		{ region: 'GM1', geometry: geometry(5) }
	]);
});
