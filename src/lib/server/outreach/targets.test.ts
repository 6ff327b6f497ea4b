import { expect, it } from 'vitest';
import type { RegionBelow } from '../queries/regions-below.ts';
import { groupingsOf } from './groupings.ts';
import { targetsOf } from './targets.ts';

const code = (name: string) => ({ code: name, nl: `nl ${name}`, en: `en ${name}` });
const since = ['0-11', '12-23', '24-35', 'none', 'not_applicable', 'unknown'].map(code);
const groups = [
	{ attribute: 'household_type', codes: [code('1'), code('2'), code('unknown')] },
	{ attribute: 'event_child', codes: since },
	{ attribute: 'event_job_loss', codes: since }
];
const groupings = groupingsOf({ groups }, 'nl');
const bySlug = (slug: string) => groupings.find((grouping) => grouping.slug === slug)!;

it('offers everyone, each characteristic, all events of the last year and each event since', () => {
	expect(groupings.map(({ slug }) => slug)).toEqual([
		...['iedereen', 'household_type', 'gebeurtenissen', 'event_child', 'event_job_loss']
	]);
	const codesOf = (slug: string) => bySlug(slug).groups.map((group) => `${group.attribute} ${group.code}`);
	expect(codesOf('iedereen')).toEqual([' ']);
	expect(codesOf('household_type')).toEqual(['household_type 1', 'household_type 2']);
	expect(codesOf('gebeurtenissen')).toEqual(['event_child 0-11', 'event_job_loss 0-11']);
	expect(codesOf('event_child')).toEqual(['event_child 0-11', 'event_child 12-23', 'event_child 24-35']);
	expect(groupings.filter(({ overlaps }) => overlaps)).toEqual([bySlug('gebeurtenissen')]);
	expect(groupingsOf({ groups: groups.slice(0, 2) }, 'nl').some(({ slug }) => slug === 'gebeurtenissen')).toBe(false);
});

const region = (name: string, position: number, branch: string | null): RegionBelow => ({
	...{ code: name, name: `naam ${name}`, level: 'buurt', depth: 3, position, branch }
});
const regions = [region('B1', 4, 'W1'), region('B2', 5, 'W1'), region('B3', 6, 'W2')];
const nameOf = (name: string) => `naam ${name}`;
const cell = (position: number, attribute = '', group = '') => ({ position, attribute, code: group });
const estimate = (...place: Parameters<typeof cell>) => ({ ...cell(...place), estimate: 0.1, se: 0.02 });
const size = (...place: Parameters<typeof cell>) => ({ ...cell(...place), denominator: 200.5 });

it('divides everyone over the parts of the region, and groups over themselves', () => {
	const everyone = targetsOf({
		...{ grouping: bySlug('iedereen'), regions, nameOf },
		estimates: [4, 5, 6].map((position) => estimate(position)),
		sizes: [4, 5, 6].map((position) => size(position))
	});
	expect(everyone.names).toEqual(['naam W1', 'naam W2']);
	expect(everyone.targets.map((target) => [target.region, target.group])).toEqual([
		['B1', 0],
		['B2', 0],
		['B3', 1]
	]);
	const types = targetsOf({
		...{ grouping: bySlug('household_type'), regions, nameOf },
		estimates: [estimate(4, 'household_type', '2'), estimate(4, 'household_type', 'unknown')],
		sizes: [size(4, 'household_type', '2'), size(4, 'household_type', 'unknown')]
	});
	expect(types.names).toEqual(['Nl 1', 'Nl 2']);
	expect(types.targets).toEqual([
		{ region: 'B1', attribute: 'household_type', code: '2', units: 200.5, share: 0.1, se: 0.02, group: 1 }
	]);
});

it('leaves out what has no size or lies elsewhere, and divides nothing where each part is one region', () => {
	const source = { grouping: bySlug('iedereen'), nameOf, estimates: [estimate(4), estimate(6), estimate(9)] };
	const { targets, names } = targetsOf({
		...source,
		regions: [region('W1', 4, 'W1'), region('W2', 6, 'W2')],
		sizes: [size(4), size(9)]
	});
	expect(targets.map((target) => target.region)).toEqual(['W1']);
	expect(names).toEqual([]);
});
