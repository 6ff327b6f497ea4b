import { describe, expect, it } from 'vitest';
import { halfOrder, toeplitz } from '../testing/half-order.ts';
import { SeededEntropy } from '../testing/seeded-entropy.ts';
import { periodStrategy } from './consecutive-periods.ts';
import { halfOrderColumn, halfOrderMatrix } from './half-order-matrix.ts';
import { inverse, type LowerTriangle } from './lower-triangle.ts';
import { spellCost } from './spell-cost.ts';

/** The cell of a unit in each period, 1 .. cells, or 0: not in the population. */
type Life = readonly number[];

const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);

/** Squared length of the change of one cell's measured numbers by these counts per period, straight from the definition. */
const squaredLength = (matrix: LowerTriangle, count: (t: number) => number) =>
	sum(matrix.map((row) => sum(row.map((entry, t) => entry * count(t))) ** 2));

/** The length for a status that begins at once and lasts. */
const gamma = (matrix: LowerTriangle) => squaredLength(matrix, () => 1);

const cellsOf = (life: Life) => [...new Set(life)].filter((cell) => cell !== 0);
const lengthOf = (matrix: LowerTriangle, life: Life) =>
	sum(cellsOf(life).map((cell) => squaredLength(matrix, (t) => Number(life[t] === cell))));

/** Whole numbers drawn at random, with columns that no two spells can add up in. */
function randomMatrix(periods: number, entropy: SeededEntropy): LowerTriangle {
	const rows = Array.from({ length: periods }, (_, t) => new Array<number>(t + 1).fill(0));
	for (let t = periods - 1; t >= 0; t--) {
		rows[t]![t] = 8 + entropy.below(20);
		for (let s = 0; s < t; s++) {
			const below = sum(rows.slice(t + 1).map((row) => row[s]! * row[t]!));
			rows[t]![s] = Math.floor(-below / rows[t]![t]!) - (entropy.below(2) === 0 ? 0 : entropy.below(5));
		}
	}
	return rows;
}

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
function largestChanges(matrix: LowerTriangle, cells: number): number[] {
	const largest = new Array<number>(matrix.length + 1).fill(0);
	for (const life of lives(matrix.length, cells)) {
		const spells = spellsOf(life);
		largest[spells] = Math.max(largest[spells]!, lengthOf(matrix, life));
	}
	for (let m = 1; m < largest.length; m++) largest[m] = Math.max(largest[m]!, largest[m - 1]!);
	return largest;
}

type Price = (matrix: LowerTriangle, spells: number) => number;
/** The law that a price must keep: no unit costs more, whatever its spells and cells. */
const everUnder = (price: Price, matrix: LowerTriangle, cells: number) =>
	largestChanges(matrix, cells).some((change, m) => m > 0 && price(matrix, m) < change);

describe('the price of a unit', () => {
	it.each([1, 2, 3, 4, 5, 6, 7])('is the exact maximum over all lives of %d periods in three cells', (periods) => {
		const entropy = new SeededEntropy(periods);
		for (const matrix of [halfOrderMatrix(periods), randomMatrix(periods, entropy), randomMatrix(periods, entropy)]) {
			const changes = largestChanges(matrix, 3);
			for (let m = 1; m <= periods; m++) {
				const cost = spellCost(matrix, m);
				if (m <= 3) expect(cost).toBe(changes[m]);
				else expect(cost).toBeGreaterThanOrEqual(changes[m]!);
			}
		}
	});

	it.each([
		[10, 1],
		[9, 2],
		[12, 1]
	])('is never below any life of %d periods in %d cells', (periods, cells) => {
		for (const matrix of [halfOrderMatrix(periods), randomMatrix(periods, new SeededEntropy(periods))])
			expect(everUnder(spellCost, matrix, cells)).toBe(false);
	});

	it('is never below any life, whatever the matrix', () => {
		const entropy = new SeededEntropy(11);
		for (let run = 0; run < 200; run++) {
			const matrix = randomMatrix(1 + entropy.below(5), entropy);
			expect(everUnder(spellCost, matrix, 3)).toBe(false);
		}
	});

	it.each([5, 12, 60])('of half-order differences is at most the alternating bound (%d)', (periods) => {
		const matrix = halfOrderMatrix(periods);
		for (const spells of [1, 2, 5]) expect(spellCost(matrix, spells)).toBeLessThanOrEqual(2 * spells * gamma(matrix));
	});

	it.each([1, 2, 7, 30])('is the number of periods when each is measured by itself (%d)', (periods) => {
		for (const spells of [1, 2, 100])
			expect(periodStrategy({ strategy: 'independent', periods, spells }).cost).toBe(periods);
	});

	it.each([40, 120])('is not passed by long lives that climb towards it (%d)', (periods) => {
		const b = halfOrderMatrix(periods);
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
	/** Price of the matrix without its last period. */
	const shorter: Price = (b, m) => spellCost(b.slice(0, -1), m);
	const faults: [string, Price][] = [
		['a spell that never ends', (b, m) => m * gamma(b)],
		['only the first spell', (b) => spellCost(b, 1)],
		['all spells in one cell', (b, m) => largestChanges(b, 1)[m]!],
		['a horizon of one period less', shorter],
		[
			'the diagonal alone',
			(b, m) =>
				spellCost(
					b.map((row, t) => row.map((x, s) => (s === t ? x : 0))),
					Math.min(m, 1)
				)
		],
		[
			'the matrix before rounding',
			(b, m) => Math.floor(spellCost(toeplitz(halfOrderColumn(b.length, 2 ** 24)), m) / 2 ** 32)
		]
	];
	const seen = (price: Price) =>
		everUnder(price, halfOrderMatrix(7), 2) ||
		everUnder(price, halfOrderMatrix(10), 1) ||
		everUnder(price, randomMatrix(5, new SeededEntropy(5)), 2);
	it.each(faults)('that price %s are seen', (_, price) => {
		expect(seen(price)).toBe(true);
	});
	it('are absent from the price itself', () => {
		expect(seen(spellCost)).toBe(false);
	});

	it('that price cumulative counts of events, or amounts, as a status are seen', () => {
		const b = toeplitz(halfOrderColumn(12, 2 ** 20));
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
		for (const b of [[1, 1], [1, 1, -1], halfOrderColumn(120, 256)])
			expect(() => spellCost(toeplitz(b), 2)).toThrow(RangeError);
	});
});

describe.each([1, 2, 12, 40, 120])('series of %d periods', (periods) => {
	const entropy = new SeededEntropy(7);
	const strategies = [
		periodStrategy({ strategy: 'independent', periods, spells: 2 }),
		halfOrder(periods, 2),
		periodStrategy({
			strategy: 'fitted',
			periods,
			spells: 2,
			matrix: periods > 12 ? halfOrderMatrix(periods) : randomMatrix(periods, entropy)
		})
	];
	const counts = Float64Array.from({ length: 3 * periods }, () => entropy.below(18_000_000) - 5_000_000);
	const unit = (t: number) => Float64Array.from({ length: periods }, (_, s) => Number(s === t));

	it.each(strategies)('come back exactly: $name', ({ encode, decode }) => {
		expect(decode(encode(counts))).toEqual(counts);
	});

	it.each(strategies)('are measured without a look at later periods: $name', ({ encode }) => {
		const t = Math.floor(periods / 2);
		const later = counts.map((count, i) => (i % periods > t ? count + 1_000 : count));
		const [before, after] = [encode(counts), encode(later)];
		for (let i = 0; i < counts.length; i++) if (i % periods <= t) expect(after[i]).toBe(before[i]);
	});

	it.each(strategies)('have the covariances of the decoded noise: $name', (strategy) => {
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

	it('by half-order differences lose less than 0.2 % of accuracy by rounding', () => {
		const fine = toeplitz(halfOrderColumn(periods, 2 ** 22));
		const fineVariance = sum(Array.from(inverse(fine).at(-1)!, (weight) => weight ** 2));
		for (const spells of [1, 3])
			expect(halfOrder(periods, spells).worstVariance).toBeLessThan(1.002 * spellCost(fine, spells) * fineVariance);
	});
});
