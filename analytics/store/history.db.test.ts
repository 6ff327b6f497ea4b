import { afterAll, beforeAll, expect, it } from 'vitest';
import { freshDatabase } from '../../tests/database/fresh.ts';
import { figure, publication, tree } from '../../tests/database/publication.ts';
import { RegionTree } from '../contract/region-tree.ts';
import { openStore, type Store } from './store.ts';

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

const all = { indicator: 'low-income', attribute: '', code: '' };
const counts = (regions: string[], numerator: number[]) => ({
	...{ regions, numerator, numeratorSe: regions.map(() => 1.5) },
	...{ denominator: numerator.map((n) => n + 100.5), denominatorSe: regions.map(() => 2.5) }
});

it('is of current releases before a period, on the same regions, with or without units of unknown region', async () => {
	const question = { spec: 'example', tree: tree.withUnknown(), until: '2023', levels: ['gemeente'] };
	expect(await store.history(question)).toEqual([
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
	expect(await store.history(question)).toEqual([
		{ period: '2019', counts: [] },
		{ period: '2020', counts: [] },
		{ period: '2021', counts: [{ ...all, ...counts(['NL'], [1]) }] }
	]);
});

it('is empty for another specification, before the first period and on other regions', async () => {
	const question = { spec: 'example', tree, until: '2023', levels: ['gemeente'] };
	expect(await store.history({ ...question, spec: 'another' })).toEqual([]);
	expect(await store.history({ ...question, until: '2018' })).toEqual([]);
	const other = new RegionTree([{ code: 'NL', parent: null, name: 'Nederland', level: 'land' }]);
	expect(await store.history({ ...question, tree: other })).toEqual([]);
});
