import { expect, it } from 'vitest';
import { InputError } from '../errors.ts';
import { checkScope, scopesOf } from './scopes.ts';

const years = (...periods: string[]) =>
	scopesOf({ periods, programme: 'dashboard', project: null }).filter((scope) => scope.startsWith('year:'));

it.each([
	[['2023'], [2023]],
	[['2023-Q1'], [2023]],
	[['2016 - 2019'], [2016, 2017, 2018, 2019]],
	[
		['2023-01', '2023-02', '2024-01'],
		[2023, 2024]
	],
	[['WAVE 1'], []],
	[['20231'], []]
])('the periods %j are paid by the years %j', (periods, expected) => {
	expect(years(...periods)).toEqual(expected.map((year) => `year:${year}`));
});

it('goes from wide to narrow, which is the order of the locks', () => {
	expect(scopesOf({ periods: ['2024', '2023'], programme: 'validation', project: 'lab' })).toEqual([
		'horizon',
		'year:2023',
		'year:2024',
		'programme:validation',
		'project:lab'
	]);
});

it.each(['', 'horizon ', 'year:23', 'period:2023', 'programme:', 'project:A', 'project:../x', 'lineage:x'])(
	'refuses the scope %j',
	(scope) => expect(() => checkScope(scope)).toThrow(InputError)
);
