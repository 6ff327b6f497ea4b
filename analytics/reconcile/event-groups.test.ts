import { expect, it } from 'vitest';
import type { Attribute, Domain, NoisyTable } from '../contract/domain.ts';
import { cellCount } from '../contract/domain.ts';
import { RegionTree } from '../contract/region-tree.ts';
import type { IndicatorSpec } from '../contract/spec.ts';
import { eventGroupFigures } from './event-groups.ts';
import { reconcile } from './reconcile.ts';

const tree = new RegionTree([
	{ code: 'NL', parent: null, name: 'NL', level: 'land' },
	{ code: 'A', parent: 'NL', name: 'A', level: 'provincie' },
	{ code: 'B', parent: 'NL', name: 'B', level: 'provincie' },
	{ code: 'unknown', parent: 'NL', name: 'Onbekend', level: 'provincie' }
]);
const coded = (name: string, codes: readonly string[], column = name): Attribute => ({
	name,
	codes: [...codes, 'unknown'],
	rule: { kind: 'codes', column }
});
const age: Attribute = {
	name: 'age',
	codes: ['0-<35', '35+', 'unknown'],
	rule: { kind: 'bins', column: 'age', edges: [0, 35] }
};
const change = coded('debts', ['entered', 'stayed', 'out'], 'problematic_debts_change');
const plain = coded('in_debts', ['yes', 'no'], 'problematic_debts');
const event = coded('event_child', ['0-11', '12-23', '24-35', 'none', 'not_applicable']);
const debts: IndicatorSpec = {
	...{ id: 'problematic-debts', attribute: 'debts', is: ['entered', 'stayed'], groups: ['age', 'event_child'] }
};

/** Counts 100, 101, 102, ... in the order of the cells. */
function figuresOf(by: readonly (readonly string[])[], indicators = [debts]) {
	const domain: Domain = {
		region: { name: 'region', tree, column: null },
		attributes: [age, change, plain, event],
		tables: by.map((names, i) => ({ id: String(i), level: 'provincie', by: [...names], target: null, weight: 1 }))
	};
	const noisy: NoisyTable[] = domain.tables.map((table) => ({
		...{ id: table.id, sigma2: '4/1' },
		counts: Float64Array.from({ length: cellCount(domain, table) }, (_, cell) => 100 + cell)
	}));
	return eventGroupFigures(domain, reconcile(domain, noisy), indicators);
}

it('tells each group and time since an event in every region, with the noise of what is added up', () => {
	const figures = figuresOf([['age', 'debts', 'event_child']]);
	expect(figures).toHaveLength(3 * 2 * 3);
	expect([...new Set(figures.map(({ region }) => region))]).toEqual(['NL', 'A', 'B']);
	const own = figures.find((one) => one.region === 'A' && one.code === '35+' && one.since === '12-23')!;
	// Cell (age 1, debts d, event 1) of the first province is 24 + 6 d + 1; the noise of each has variance 4.
	expect(own).toMatchObject({ indicator: 'problematic-debts', attribute: 'age', event: 'event_child' });
	expect(own.numerator).toBeCloseTo(125 + 131, 8);
	expect(own.denominator).toBeCloseTo(125 + 131 + 137, 8);
	expect(own.numeratorSe).toBeCloseTo(Math.sqrt(2 * 4), 8);
	expect(own.denominatorSe).toBeCloseTo(Math.sqrt(3 * 4), 8);
	expect(own.covariance).toBeCloseTo(2 * 4, 8);
	expect(own.share).toBeCloseTo(256 / 393, 8);
});

it('takes a plain yes or no of the same state where a table has it, which adds up fewer noisy counts', () => {
	const find = (figures: ReturnType<typeof figuresOf>) =>
		figures.find((one) => one.region === 'A' && one.code === '35+' && one.since === '12-23')!;
	const plainTable = ['age', 'in_debts', 'event_child'];
	const own = find(figuresOf([plainTable]));
	// Cell (age 1, state d, event 1) is 18 + 6 d + 1.
	expect(own.numerator).toBeCloseTo(119, 8);
	expect(own.denominator).toBeCloseTo(119 + 125, 8);
	expect(own.numeratorSe).toBeCloseTo(2, 8);
	expect(own.denominatorSe).toBeCloseTo(Math.sqrt(8), 8);
	const changes = ['age', 'debts', 'event_child'];
	const both = find(figuresOf([changes, plainTable]));
	expect(both.numeratorSe).toBeLessThan(own.numeratorSe + 1e-9);
	expect(both.denominatorSe).toBeLessThan(find(figuresOf([changes])).denominatorSe);
});

it('tells nothing of inflow from a table of the plain state, and nothing where no table crosses them', () => {
	const inflow = { ...debts, id: 'problematic-debts-inflow', is: ['entered'], of: ['entered', 'out'] };
	expect(
		figuresOf(
			[
				['age', 'in_debts', 'event_child'],
				['debts', 'event_child']
			],
			[inflow]
		)
	).toEqual([]);
	expect(
		figuresOf([
			['age', 'debts'],
			['debts', 'event_child']
		])
	).toEqual([]);
	expect(figuresOf([['age', 'debts', 'event_child']], [{ ...debts, groups: ['age'] }])).toEqual([]);
});

it('names no share without ten units on either side, only that it lies above', () => {
	const figures = figuresOf([['age', 'debts', 'event_child']], [{ ...debts, is: ['entered'], of: ['entered'] }]);
	expect(figures.length).toBeGreaterThan(0);
	for (const { share, lower, upper, denominator, reliability } of figures) {
		expect(share).toBeNull();
		if (reliability === 'X') expect([lower, upper]).toEqual([null, null]);
		else expect([upper, lower! <= 1 - 10 / denominator]).toEqual([1, true]);
	}
});
