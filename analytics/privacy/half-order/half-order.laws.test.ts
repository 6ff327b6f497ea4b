import { describe, expect, it } from 'vitest';
import { SeededEntropy } from '../testing/seeded-entropy.ts';
import { seriesStrategy } from './half-order.ts';
import { spellCost } from './spell-cost.ts';
import { chooseScale, halfOrderColumn } from './square-root.ts';
import { inverse } from './toeplitz.ts';

/** The cell of a unit in each period, 1 .. cells, or 0: not in the population. */
type Life = readonly number[];

const column = (periods: number) => halfOrderColumn(periods, chooseScale(periods));
const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);

/** Squared length of the change of one cell's measured numbers by these counts per period, straight from the definition. */
const squaredLength = (column: readonly number[], count: (t: number) => number) =>
	sum(column.map((_, t) => sum(column.slice(0, t + 1).map((entry, n) => entry * count(t - n))) ** 2));

/** The length for a status that begins at once and lasts. */
const gamma = (column: readonly number[]) => squaredLength(column, () => 1);

const cellsOf = (life: Life) => [...new Set(life)].filter((cell) => cell !== 0);
const lengthOf = (column: readonly number[], life: Life) =>
	sum(cellsOf(life).map((cell) => squaredLength(column, (t) => Number(life[t] === cell))));

const spellsOf = (life: Life) => life.filter((cell, t) => cell !== 0 && cell !== life[t - 1]).length;

function* lives(periods: number, cells: number): Generator<Life> {
	const life = new Array<number>(periods).fill(0);
	for (;;) {
		yield life;
		let t = 0;
		while (t < periods && life[t] === cells) life[t++] = 0;
		if (t === periods) return;
		life[t]!++;
	}
}

/** [m]: the largest change by any unit of at most m spells, by going through all lives. */
function largestChanges(column: readonly number[], cells: number): number[] {
	const largest = new Array<number>(column.length + 1).fill(0);
	for (const life of lives(column.length, cells)) {
		const spells = spellsOf(life);
		largest[spells] = Math.max(largest[spells]!, lengthOf(column, life));
	}
	for (let m = 1; m < largest.length; m++) largest[m] = Math.max(largest[m]!, largest[m - 1]!);
	return largest;
}

type Price = (column: readonly number[], spells: number) => number;
/** The law that a price must keep: no unit costs more, whatever its spells and cells. */
const everUnder = (price: Price, periods: number, cells: number) =>
	largestChanges(column(periods), cells).some((change, m) => m > 0 && price(column(periods), m) < change);

describe('the price of a unit', () => {
	it.each([1, 2, 3, 4, 5, 6, 7])('is the exact maximum over all lives of %d periods in three cells', (periods) => {
		const changes = largestChanges(column(periods), 3);
		for (let m = 1; m <= periods; m++) {
			const cost = spellCost(column(periods), m);
			if (m <= 3) expect(cost).toBe(changes[m]);
			else expect(cost).toBeGreaterThanOrEqual(changes[m]!);
		}
	});

	it.each([
		[10, 1],
		[9, 2],
		[12, 1]
	])('is never below any life of %d periods in %d cells', (periods, cells) => {
		expect(everUnder(spellCost, periods, cells)).toBe(false);
	});

	it.each([5, 12, 60])('is at most the alternating bound (%d)', (periods) => {
		for (const spells of [1, 2, 5])
			expect(spellCost(column(periods), spells)).toBeLessThanOrEqual(2 * spells * gamma(column(periods)));
	});

	it.each([1, 2, 7, 30])('is the number of periods when each is measured by itself (%d)', (periods) => {
		for (const spells of [1, 2, 100]) expect(seriesStrategy({ periods, spells }).independent.cost).toBe(periods);
	});

	it.each([40, 120])('is not passed by long lives that climb towards it (%d)', (periods) => {
		const b = column(periods);
		const entropy = new SeededEntropy(periods);
		for (const spells of [1, 2, 4]) {
			const cost = spellCost(b, spells);
			let life: number[] = new Array<number>(periods).fill(0);
			let length = 0;
			for (let step = 0; step < 250; step++) {
				const next = [...life];
				const [from, to] = [entropy.below(periods), entropy.below(periods)];
				next.fill(entropy.below(spells + 1), Math.min(from, to), Math.max(from, to) + 1);
				const changed = lengthOf(b, next);
				if (spellsOf(next) > spells || changed < length) continue;
				[life, length] = [next, changed];
				expect(changed).toBeLessThanOrEqual(cost);
			}
			expect(length).toBeGreaterThan(0.8 * cost);
		}
	});
});

describe('planted faults', () => {
	const faults: [string, Price][] = [
		['a spell that never ends', (b, m) => m * gamma(b)],
		['only the first spell', (b) => spellCost(b, 1)],
		['all spells in one cell', (b, m) => largestChanges(b, 1)[m]!],
		['a horizon of one period less', (b, m) => spellCost(b.slice(0, -1), m)],
		['the matrix before rounding', (b, m) => Math.floor(spellCost(halfOrderColumn(b.length, 2 ** 24), m) / 2 ** 32)]
	];
	it.each(faults)('that price %s are seen', (_, price) => {
		expect(everUnder(price, 7, 2) || everUnder(price, 10, 1)).toBe(true);
	});
	it('are absent from the price itself', () => {
		expect(everUnder(spellCost, 7, 2) || everUnder(spellCost, 10, 1)).toBe(false);
	});

	it('that price cumulative counts of events, or amounts, as a status are seen', () => {
		const b = halfOrderColumn(12, 2 ** 20);
		const priced = 4 * gamma(b);
		// An event in each of the first four periods, counted cumulatively: 1, 2, 3, 4, 4, ...
		const events = squaredLength(b, (t) => Math.min(t + 1, 4));
		expect(events / 2 ** 40).toBeCloseTo(19.7, 1);
		expect(events).toBeGreaterThan(priced);
		// One spell in which an amount goes from one end of its bounds to the other and back.
		const amounts = squaredLength(b, (t) => (-1) ** t);
		expect(amounts).toBeGreaterThan(priced);
		expect(amounts).toBeGreaterThan(spellCost(b, 12));
	});

	it('of a matrix in which spells add up are refused', () => {
		for (const b of [[1, 1], [1, 1, -1], halfOrderColumn(120, 256)]) expect(() => spellCost(b, 2)).toThrow(RangeError);
	});
});

describe.each([1, 2, 12, 40, 120])('series of %d periods', (periods) => {
	const { independent, halfOrder } = seriesStrategy({ periods, spells: 2 });
	const entropy = new SeededEntropy(7);
	const counts = Float64Array.from({ length: 3 * periods }, () => entropy.below(18_000_000) - 5_000_000);
	const unit = (t: number) => Float64Array.from({ length: periods }, (_, s) => Number(s === t));

	it.each([independent, halfOrder])('come back exactly: $name', ({ encode, decode }) => {
		expect(decode(encode(counts))).toEqual(counts);
	});

	it('are measured without a look at later periods', () => {
		const t = Math.floor(periods / 2);
		const later = counts.map((count, i) => (i % periods > t ? count + 1_000 : count));
		const [before, after] = [halfOrder.encode(counts), halfOrder.encode(later)];
		for (let i = 0; i < counts.length; i++) if (i % periods <= t) expect(after[i]).toBe(before[i]);
	});

	it.each([independent, halfOrder])('have the covariances of the decoded noise: $name', (strategy) => {
		const responses = Array.from({ length: periods }, (_, s) => strategy.decode(unit(s)));
		for (const [a, b] of [
			[0, 0],
			[periods - 1, periods - 1],
			[0, periods - 1],
			[periods >> 1, periods - 1]
		] as const) {
			expect(strategy.covariance(a, b)).toBeCloseTo(sum(responses.map((r) => r[a]! * r[b]!)), 12);
			expect(strategy.covariance(b, a)).toBe(strategy.covariance(a, b));
		}
		const variances = Array.from({ length: periods }, (_, t) => strategy.variance(t));
		expect(strategy.worstVariance).toBe(strategy.cost * Math.max(...variances));
	});

	it('lose less than 0.2 % of accuracy by rounding', () => {
		const fine = halfOrderColumn(periods, 2 ** 24);
		const fineVariance = sum(Array.from(inverse(fine), (weight) => weight ** 2));
		for (const spells of [1, 3]) {
			const { worstVariance } = seriesStrategy({ periods, spells }).halfOrder;
			expect(worstVariance).toBeLessThan(1.002 * spellCost(fine, spells) * fineVariance);
		}
	});
});
