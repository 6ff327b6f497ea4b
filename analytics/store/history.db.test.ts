import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshDatabase } from '../../tests/database/fresh.ts';
import { figure, publication, tree } from '../../tests/database/publication.ts';
import { RegionTree, type Region } from '../contract/region-tree.ts';
import { openStore, type Earlier, type Store } from './store.ts';

// The released counts of earlier periods, as the models of early warning take them.

let store: Store;
beforeAll(async () => {
	store = await openStore(await freshDatabase());
	const counted = (region: string, numerator: number, group?: [string, string]) => ({
		...figure(region, null, group),
		...{ numerator, numeratorSe: 1.5, denominator: numerator + 100.5, denominatorSe: 2.5 }
	});
	const figures = [counted('GM2', -2), counted('NL', 1), counted('GM1', -1), counted('GM1', 7, ['sex', 'f'])];
	await store.publish(publication('2021', 'replaced', [counted('GM1', 99)]));
	await store.publish(publication('2021', 'earlier', figures));
	await store.publish(publication('2020', 'earliest', [counted('GM1', 5)]));
	await store.publish(publication('2022', 'draft', [counted('GM1', 99)]), { until: 'checked' });
	await store.publish(publication('2023', 'now', [counted('GM1', 99)]));
	await store.publish({ ...withUnknown('2019'), figures: [counted('unknown', 99), counted('GM2', 3)] });
	const moved = publication('2018', 'moved', [counted('GM1', 99)]);
	await store.publish({ ...moved, regions: moved.regions.map((region) => ({ ...region, name: 'Elders' })) });
});
afterAll(() => store.close());

/** The same regions with a place for units of unknown region, which moves positions. */
function withUnknown(period: string) {
	const content = publication(period, 'unknown', []);
	const [nl, gm1, gm2] = content.regions;
	const unknown = { ...gm1!, code: 'unknown', name: 'Onbekend', position: 1 };
	return { ...content, regions: [nl!, unknown, { ...gm1!, position: 2 }, { ...gm2!, position: 3 }] };
}

/** What a publication is told of what was published before. */
async function before<T>(ask: (earlier: Earlier) => Promise<T>): Promise<T> {
	let answer: T | undefined;
	await store.publishAfter(async (earlier) => {
		answer = await ask(earlier);
		return [];
	});
	return answer!;
}
type Question = Parameters<Earlier['history']>[0];
const historyOf = (question: Question) => before((earlier) => earlier.history(question));

const all = { indicator: 'low-income', attribute: '', code: '' };
const counts = (regions: string[], numerator: number[]) => ({
	...{ regions, numerator, numeratorSe: regions.map(() => 1.5) },
	...{ denominator: numerator.map((n) => n + 100.5), denominatorSe: regions.map(() => 2.5) }
});

it('is of current releases before a period, on the same regions, with or without units of unknown region', async () => {
	const question = { spec: 'example', tree: tree.withUnknown(), until: '2023', levels: ['gemeente'] };
	expect(await historyOf(question)).toEqual([
		{ period: '2019', counts: [{ ...all, ...counts(['GM2'], [3]) }] },
		{ period: '2020', counts: [{ ...all, ...counts(['GM1'], [5]) }] },
		{
			period: '2021',
			counts: [
				{ ...all, ...counts(['GM1', 'GM2'], [-1, -2]) },
				{ ...all, attribute: 'sex', code: 'f', ...counts(['GM1'], [7]) }
			]
		}
	]);
});

it('has the levels that are asked for', async () => {
	const question = { spec: 'example', tree, until: '2022', levels: ['land', 'buurt'] };
	expect(await historyOf(question)).toEqual([
		{ period: '2019', counts: [] },
		{ period: '2020', counts: [] },
		{ period: '2021', counts: [{ ...all, ...counts(['NL'], [1]) }] }
	]);
});

it('is empty for another specification, before the first period and on other regions', async () => {
	const question = { spec: 'example', tree, until: '2023', levels: ['gemeente'] };
	expect(await historyOf({ ...question, spec: 'another' })).toEqual([]);
	expect(await historyOf({ ...question, until: '2018' })).toEqual([]);
	const other = new RegionTree([{ code: 'NL', parent: null, name: 'Nederland', level: 'land' }]);
	expect(await historyOf({ ...question, tree: other })).toEqual([]);
});

describe('on regions of which some changed', () => {
	const [nl, gm1, gm2] = tree.regions as [Region, Region, Region];
	const provinces = ['PV1', 'PV2'].map((code) => ({ code, parent: 'NL', name: code, level: 'provincie' }));
	const earlier = [nl, ...provinces, { ...gm1, parent: 'PV1' }, { ...gm2, parent: 'PV2' }];
	const now = new RegionTree([...earlier, { code: 'GM3', parent: 'PV2', name: 'Nieuw', level: 'gemeente' }]);
	const question = { spec: 'redrawn', tree: now, until: '2024', levels: ['land', 'provincie', 'gemeente'] };

	beforeAll(async () => {
		const codes = ['NL', 'PV1', 'PV2', 'GM1', 'GM2'];
		const content = publication(
			'2023',
			'redrawn',
			codes.map((code) => figure(code, 0.25))
		);
		const regions = new RegionTree(earlier).regions.map((region, position) => ({
			...{ ...content.regions[0]!, ...region, position, depth: { land: 0, provincie: 1, gemeente: 2 }[region.level]! }
		}));
		await store.publish({ ...content, manifest: { ...content.manifest, id: 'redrawn' }, regions });
	});

	it('history goes on for those that are the same area', async () => {
		const [period, ...more] = await historyOf(question);
		expect(more).toEqual([]);
		expect(period?.counts.map(({ regions }) => regions)).toEqual([['PV1', 'GM1']]);
	});

	it('a year is compared with the year before for those alone', async () => {
		const figures = await before((one) => one.figures({ spec: 'redrawn', period: '2023', tree: now }));
		expect(figures.map(({ region, share }) => [region, share]).sort()).toEqual([
			['GM1', 0.25],
			['PV1', 0.25]
		]);
		const unchanged = { spec: 'redrawn', period: '2023', tree: new RegionTree(earlier) };
		expect(await before((one) => one.figures(unchanged))).toHaveLength(5);
	});
});

it('nobody publishes between reading what was published and publishing what follows from it', async () => {
	const done: string[] = [];
	let second: Promise<unknown> = Promise.resolve();
	await store.publishAfter(async (earlier) => {
		second = store.publish(publication('2030', 'second', [])).then(() => done.push('second'));
		expect(await earlier.periods('example')).not.toContain('2030');
		// The other one has every opportunity: a whole publication of its own would fit in here.
		await new Promise((resolve) => setTimeout(resolve, 200));
		done.push('first');
		return [publication('2031', 'first', [])];
	});
	await second;
	expect(done).toEqual(['first', 'second']);
});
