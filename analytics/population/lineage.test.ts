import { expect, it } from 'vitest';
import { specSchema } from '../contract/spec.ts';
import { lineageOf } from './lineage.ts';

const lineage = (source: object, place: string) =>
	lineageOf(
		specSchema.parse({
			id: 'a',
			source,
			unit: { kind: 'household' },
			attributes: { region: { tree: 'cbs:2024' } },
			tables: [{ level: 'gemeente' }],
			budget: { rho: '1' }
		}),
		place
	);

it('every delivery, revision and folder of CBS tables is of one population', () => {
	const all = [lineage({ kind: 'cbs' }, '/a'), lineage({ kind: 'cbs', snapshot: '2024, revised' }, '/b')];
	expect(new Set(all)).toEqual(new Set(['nederland']));
});

it('a file is its own population, unless the specification names another', () => {
	const table = { kind: 'table', file: 'people.csv' };
	expect(lineage(table, '/a/people.csv')).toBe('/a/people.csv');
	expect(lineage({ ...table, snapshot: 'second delivery' }, '/a/people.csv')).toBe('/a/people.csv');
	expect(lineage({ ...table, lineage: 'panel' }, '/a/people.csv')).toBe('panel');
});
