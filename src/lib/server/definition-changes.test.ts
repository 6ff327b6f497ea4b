import { expect, it } from 'vitest';
import { definitionCaveats, definitionChanges } from './definition-changes.ts';

const rows = (definitions: Readonly<Record<string, string | null>>) =>
	Object.entries(definitions).map(([period, definition]) => ({ period, definition }));

it('tells from when on another version of a definition holds, whatever the order of the periods', () => {
	const changed = rows({ '2024': '3', '2021': '1', '2022': '2', '2023': '2' });
	expect(definitionChanges(changed)).toEqual([
		{ period: '2022', version: '2' },
		{ period: '2024', version: '3' }
	]);
	expect(definitionCaveats(changed, 'nl')[0]).toBe(
		'Vanaf 2022 geldt versie 2 van de definitie. Vergelijk cijfers van ervoor en erna niet met elkaar.'
	);
});

it('tells nothing where one version holds, or where none is known', () => {
	expect(definitionChanges(rows({ '2021': '1', '2022': '1' }))).toEqual([]);
	expect(definitionChanges(rows({ '2021': null, '2022': '1', '2023': null }))).toEqual([]);
});
