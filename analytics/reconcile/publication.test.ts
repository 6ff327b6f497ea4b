import { describe, expect, it } from 'vitest';
import { cellCount, type Domain, type NoisyTable } from '../contract/domain.ts';
import { figureSchema } from '../contract/figure.ts';
import { RegionTree } from '../contract/region-tree.ts';
import { InputError } from '../errors.ts';
import { estimateCsv } from './estimate-csv.ts';
import { figures } from './figures.ts';
import { parsePins } from './pins-csv.ts';
import { reconcile } from './reconcile.ts';

const tree = new RegionTree([
	{ code: 'NL', parent: null, name: 'NL', level: 'land' },
	{ code: 'A', parent: 'NL', name: 'A', level: 'gemeente' },
	{ code: 'B', parent: 'NL', name: 'B', level: 'gemeente' }
]).withUnknown();

const domain: Domain = {
	region: { name: 'gem', tree, column: 'gem' },
	attributes: [
		{ name: 'poor', codes: ['yes', 'no', 'unknown'], rule: { kind: 'codes', column: 'poor' } },
		{ name: 'age', codes: ['0-17', '18,65', 'unknown'], rule: { kind: 'codes', column: 'age' } }
	],
	tables: [
		{ id: 'land', level: null, by: ['age'], target: null, weight: 1 },
		{ id: 'gemeente-poor-age', level: 'gemeente', by: ['age', 'poor'], target: null, weight: 1 }
	]
};

const noisy: NoisyTable[] = domain.tables.map((table, q) => ({
	id: table.id,
	sigma2: `${q + 2}/1`,
	counts: Float64Array.from({ length: cellCount(domain, table) }, (_, i) => (q === 0 ? 700 : 60 + 10 * i))
}));

const indicator = { id: 'poverty', attribute: 'poor', is: ['yes'], groups: ['age'] };

describe('figures', () => {
	const made = figures(domain, reconcile(domain, noisy), [indicator]);

	it('has every region, in total and by group, and fits the contract', () => {
		expect(made).toHaveLength(4 * (1 + 3));
		for (const figure of made) expect(figureSchema.parse(figure)).toEqual(figure);
	});

	it('takes its numerator from `is` and its denominator from all codes but unknown', () => {
		const only = { ...domain, tables: domain.tables.slice(1) };
		const figure = figures(only, reconcile(only, noisy.slice(1)), [indicator]).find(
			(f) => f.region === 'A' && f.code === '18,65'
		)!;
		// Cells of region A are 60, 70, ... in the order age x poor; the second age has 90 (yes), 100 (no), 110 (unknown).
		expect(figure.numerator).toBeCloseTo(90, 9);
		expect(figure.denominator).toBeCloseTo(190, 9);
		expect(figure.denominatorSe).toBeCloseTo(Math.sqrt(6), 9);
	});

	it.each([
		[{ ...indicator, attribute: 'debts', groups: [] }, /attribute debts/],
		[{ ...indicator, is: ['maybe'] }, /code maybe/],
		[{ ...indicator, groups: ['sex'] }, /attribute sex/]
	])('refuses %j', (wrong, message) => {
		expect(() => figures(domain, reconcile(domain, noisy), [wrong])).toThrow(InputError);
		expect(() => figures(domain, reconcile(domain, noisy), [wrong])).toThrow(message);
	});

	it('refuses an indicator that no table measures', () => {
		const only = { ...domain, tables: domain.tables.slice(0, 1) };
		expect(() => figures(only, reconcile(only, noisy.slice(0, 1)), [indicator])).toThrow(/needs a table by poor/);
	});
});

describe('pins', () => {
	const complete = 'gem,age,value\nNL,0-17,700\nNL,"18,65",710.5\nNL,unknown,3\n';

	it('every combination of a region: the estimates agree exactly and carry no error', () => {
		const estimates = reconcile(domain, noisy, { pins: parsePins(domain, complete, 'pins.csv') });
		const { estimate, variance } = estimates.table('land');
		expect(Array.from(estimate, (x) => Math.round(x * 1e9) / 1e9)).toEqual([700, 710.5, 3]);
		expect([...variance]).toEqual([0, 0, 0]);
		const cells = estimates.table('gemeente-poor-age').estimate;
		expect(cells.reduce((a, b) => a + b)).toBeCloseTo(1413.5, 9);
	});

	it('a region below the top, and a region whose children are all pinned', () => {
		const text = 'region,value\nA,500\nB,600\nunknown,7\n';
		const estimates = reconcile(domain, noisy, { pins: parsePins(domain, text, 'pins.csv') });
		const total = estimates.combination([], Float64Array.of(1))!;
		expect([...estimates.values(total)]).toEqual([1107, 500, 600, 7]);
		expect([...estimates.covariances(total, total)]).toEqual([0, 0, 0, 0]);
	});

	it('counts the degrees of freedom that pins leave: what is known is not fitted', () => {
		// 3 + 27 measured cells; 27 of them free without pins. A pin that follows from the others takes nothing away.
		const dof = (text: string) => reconcile(domain, noisy, { pins: parsePins(domain, text, 'p') }).integrity().dof;
		expect(reconcile(domain, noisy).integrity().dof).toBe(3);
		expect(dof('region,value\nNL,1107\n')).toBe(4);
		expect(dof('region,value\nA,500\nB,600\nunknown,7\n')).toBe(6);
		expect(dof('region,value\nNL,1107\nA,500\nB,600\nunknown,7\n')).toBe(6);
		expect(dof(complete)).toBe(6);
	});

	it.each([
		['region,value\nA,500\nB,600\nunknown,7\nNL,1000\n', /below region NL do not add up/],
		['region,age,value\nNL,0-17,700\n', /leave out 2 of 3 combinations/],
		['region,value\nNL,1\nNL,2\n', /^pins.csv, line 3: a cell of region NL is pinned twice/],
		[`${complete}NL,,99\n`, /contradict/]
	])('refuses to honour %j', (text, message) => {
		const pins = parsePins(domain, text, 'pins.csv');
		expect(() => reconcile(domain, noisy, { pins })).toThrow(InputError);
		expect(() => reconcile(domain, noisy, { pins })).toThrow(message);
	});

	it.each([
		['', /pins.csv is empty/],
		['region,value\n\n', /pins.csv holds no totals/],
		['region,vlaue\nA,1\n', /line 1: the name of column 2 is not one of region/],
		['region,age\nA,0-17\n', /line 1: the column value is missing/],
		['region,value\nA,1\nZ,2\n', /line 3: this region is not/],
		['region,age,value\nA,90+,2\n', /line 2: the attribute age has no such code/],
		['region,value\nA,-1\n', /line 2: the column value/],
		['region,value\nA,1,2\n', /line 2: 3 cells/],
		['region,value\n"A,1\n', /not a well-formed csv/]
	])('rejects the file %j', (text, message) => {
		expect(() => parsePins(domain, text, 'pins.csv')).toThrow(InputError);
		expect(() => parsePins(domain, text, 'pins.csv')).toThrow(message);
	});
});

describe('estimate csv', () => {
	const lines = [...estimateCsv(domain, reconcile(domain, noisy))].join('').trimEnd().split('\n');

	it('has one line per cell, with empty places for what a table does not have', () => {
		expect(lines[0]).toBe('table,region,poor,age,estimate,se');
		expect(lines).toHaveLength(1 + 3 + 27);
		expect(lines[1]).toMatch(/^land,,,0-17,[\d.]+,[\d.]+$/);
		expect(lines[2]).toMatch(/^land,,,"18,65",/);
		expect(lines[4]).toMatch(/^gemeente-poor-age,A,yes,0-17,/);
		expect(lines[5]).toMatch(/^gemeente-poor-age,A,no,0-17,/);
		expect(lines.at(-1)).toMatch(/^gemeente-poor-age,unknown,unknown,unknown,/);
	});
});

it.each([
	[[{ id: 'other', sigma2: '1/1', counts: new Float64Array(3) }], /other is not one of/],
	[[{ id: 'land', sigma2: '1/1', counts: new Float64Array(2) }], /has 2 cells; the release has 3/],
	[[{ id: 'land', sigma2: '0/1', counts: new Float64Array(3) }], /not a positive fraction/],
	[[{ id: 'land', sigma2: '1/1', counts: Float64Array.of(1, NaN, 2) }], /not a number/],
	[[], /no noisy tables/]
])('tables that do not fit the domain %#', (tables, message) => {
	expect(() => reconcile(domain, tables)).toThrow(InputError);
	expect(() => reconcile(domain, tables)).toThrow(message);
});
