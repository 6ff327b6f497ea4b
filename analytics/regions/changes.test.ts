import { describe, expect, it } from 'vitest';
import { arisenIn, changes, changesBetween, endedIn, movesOf, type Change } from './changes.ts';

const change = (date: string, from: string, to: string, addresses: number | null = null): Change => ({
	date,
	from,
	to,
	addresses,
	wijken: null
});

describe('the changes', () => {
	it('are in order of date, and each is there once', () => {
		expect(changes.map(({ date }) => date)).toEqual(changes.map(({ date }) => date).sort());
		expect(new Set(changes.map(({ date, from, to }) => `${date} ${from} ${to}`)).size).toBe(changes.length);
	});

	it('name addresses for every way of a municipality that was split, and for no other', () => {
		for (const { date, from, addresses } of changes) {
			const ways = changes.filter((other) => other.date === date && other.from === from).length;
			expect(addresses !== null).toBe(ways > 1);
		}
	});

	it('name a municipality as going on in itself only where it took another one in', () => {
		for (const { date, from, to } of changes)
			if (from === to)
				expect(changes.some((other) => other.date === date && other.to === to && other.from !== to)).toBe(true);
	});

	it('count in the classification of the next 1 January', () => {
		expect(changesBetween(2018, 2019).length).toBeGreaterThan(0);
		expect(changesBetween(2019, 2020)).toEqual([]);
		expect(new Set(changesBetween(2022, 2023).map(({ date }) => date))).toEqual(new Set(['2022-03-24', '2023-01-01']));
		expect(changesBetween(2023, 2026)).toEqual([]);
	});
});

describe('movesOf', () => {
	const first = [change('1', 'A', 'B', 1), change('1', 'A', 'N', 2), change('1', 'B', 'B')];
	const second = [change('2', 'N', 'B', 1), change('2', 'N', 'D', 3), change('2', 'B', 'B')];

	it('takes the share of a share, and adds up what comes together again', () => {
		const moves = movesOf([...first, ...second]);
		// A: 1/3 to B; of the 2/3 in N a quarter comes to B as well, and the rest to D.
		expect(moves.get('A')).toEqual([
			{ code: 'B', share: { part: 1, whole: 2 } },
			{ code: 'D', share: { part: 1, whole: 2 } }
		]);
		expect(moves.get('B')).toEqual([{ code: 'B', share: { part: 1, whole: 1 } }]);
	});

	it('leaves out municipalities that came and went within the changes', () => {
		expect([...movesOf([...first, ...second]).keys()].sort()).toEqual(['A', 'B']);
	});
});

it('tells what arose and what ended', () => {
	const merger = [change('1', 'A', 'N'), change('1', 'B', 'N'), change('1', 'C', 'D'), change('1', 'D', 'D')];
	expect(arisenIn(merger)).toEqual(new Set(['N']));
	expect(endedIn(merger)).toEqual(new Set(['A', 'B', 'C']));
});
