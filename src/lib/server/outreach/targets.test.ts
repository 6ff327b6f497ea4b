import { expect, it } from 'vitest';
import type { RegionBelow } from '../queries/regions-below.ts';
import type { Cell } from './cells.ts';
import { groupingsOf } from './groupings.ts';
import { targetsOf } from './targets.ts';

const code = (name: string) => ({ code: name, nl: `nl ${name}`, en: `en ${name}` });
const since = ['0-11', '12-23', '24-35', 'none', 'not_applicable', 'unknown'].map(code);
const groups = [
	{ attribute: 'household_type', codes: [code('1'), code('2'), code('unknown')] },
	{ attribute: 'event_child', codes: since },
	{ attribute: 'event_job_loss', codes: since }
];
const crossings = ['event_child', 'event_job_loss'].flatMap((event) =>
	['0-<25', '65+'].map((age) => ({ attribute: 'age', code: age, event }))
);
const groupings = groupingsOf({ groups }, crossings, 'nl');
const bySlug = (slug: string) => groupings.find((grouping) => grouping.slug === slug)!;

it('offers everyone, each characteristic, all events of the last year, those by age, and each event since', () => {
	expect(groupings.map(({ slug }) => slug)).toEqual([
		...['iedereen', 'household_type', 'gebeurtenissen', 'gebeurtenissen_age', 'event_child', 'event_job_loss']
	]);
	const codesOf = (slug: string) => bySlug(slug).groups.map((group) => `${group.attribute} ${group.code}`);
	expect(codesOf('iedereen')).toEqual([' ']);
	expect(codesOf('household_type')).toEqual(['household_type 1', 'household_type 2']);
	expect(codesOf('gebeurtenissen')).toEqual(['event_child 0-11', 'event_job_loss 0-11']);
	expect(codesOf('event_child')).toEqual(['event_child 0-11', 'event_child 12-23', 'event_child 24-35']);
	const overlapping = [bySlug('gebeurtenissen'), bySlug('gebeurtenissen_age')];
	expect(groupings.filter(({ overlaps }) => overlaps)).toEqual(overlapping);
	const without = groupingsOf({ groups: groups.slice(0, 2) }, [], 'nl').map(({ slug }) => slug);
	expect(without).toEqual(['iedereen', 'household_type', 'event_child']);
});

it('crosses groups with events, and is fair to the groups', () => {
	const { groups: pairs, parts, crossed } = bySlug('gebeurtenissen_age');
	expect(crossed).toBe('age');
	expect(parts).toEqual(['0 tot 25', '65 of meer']);
	expect(pairs.map(({ attribute, code, part }) => [attribute, code, part])).toEqual([
		['age event_child', '0-<25', 0],
		['age event_child', '65+', 1],
		['age event_job_loss', '0-<25', 0],
		['age event_job_loss', '65+', 1]
	]);
	expect(pairs[0]!.name).toMatch(/^Leeftijd: 0 tot 25, [a-z]/);
});

const region = (name: string, position: number, branch: string | null): RegionBelow => ({
	...{ code: name, name: `naam ${name}`, level: 'buurt', depth: 3, position, branch }
});
const regions = [region('B1', 4, 'W1'), region('B2', 5, 'W1'), region('B3', 6, 'W2')];
const nameOf = (name: string) => `naam ${name}`;
const cell = (position: number, attribute = '', group = ''): Cell => ({
	...{ position, attribute, code: group, units: 200.5, share: 0.1, se: 0.02 }
});

it('divides everyone over the parts of the region, groups over themselves, and crossed groups over theirs', () => {
	const cells = [4, 5, 6].map((position) => cell(position));
	const everyone = targetsOf({ grouping: bySlug('iedereen'), regions, nameOf, cells });
	expect(everyone.names).toEqual(['naam W1', 'naam W2']);
	expect(everyone.targets.map((target) => [target.region, target.group])).toEqual([
		['B1', 0],
		['B2', 0],
		['B3', 1]
	]);
	const types = targetsOf({
		...{ grouping: bySlug('household_type'), regions, nameOf },
		cells: [cell(4, 'household_type', '2'), cell(4, 'household_type', 'unknown')]
	});
	expect(types.names).toEqual(['Nl 1', 'Nl 2']);
	expect(types.targets).toEqual([
		{ region: 'B1', attribute: 'household_type', code: '2', units: 200.5, share: 0.1, se: 0.02, group: 1 }
	]);
	const crossed = targetsOf({
		...{ grouping: bySlug('gebeurtenissen_age'), regions, nameOf },
		cells: [cell(4, 'age event_job_loss', '65+'), cell(5, 'age event_child', '65+'), cell(5, 'age event_study', '65+')]
	});
	expect(crossed.targets.map((target) => [target.region, target.attribute, target.group])).toEqual([
		['B1', 'age event_job_loss', 1],
		['B2', 'age event_child', 1]
	]);
});

it('leaves out what lies elsewhere, and divides nothing where each part is one region', () => {
	const { targets, names } = targetsOf({
		...{ grouping: bySlug('iedereen'), nameOf, cells: [cell(4), cell(9)] },
		regions: [region('W1', 4, 'W1'), region('W2', 6, 'W2')]
	});
	expect(targets.map((target) => target.region)).toEqual(['W1']);
	expect(names).toEqual([]);
});
