import { describe, expect, it } from 'vitest';
import { episodes } from './episodes.ts';

const onset = [0.2, 0.7, 0.1];
const judged = (...lfdr: (number | null)[]) => lfdr.map((value) => (value === null ? null : { lfdr: value, onset }));
const opened = (lfdr: (number | null)[], ...set: number[]) =>
	episodes(
		judged(...lfdr),
		lfdr.map((_, t) => set.includes(t))
	).map((episode) => episode?.opened ?? null);

describe('episodes', () => {
	it('opens with the set, stays open while in doubt, closes in the second period above a half', () => {
		expect(opened([0.9, 0.05, 0.3, 0.5, 0.6, 0.7, 0.9], 1)).toEqual([null, 1, 1, 1, 1, null, null]);
	});

	it('does not close on two doubtful periods that do not follow each other', () => {
		expect(opened([0.05, 0.6, 0.5, 0.6, 0.4, 0.6], 0)).toEqual([0, 0, 0, 0, 0, 0]);
	});

	it('does not count doubts from before the opening, and opens anew after closing', () => {
		expect(opened([0.9, 0.9, 0.05, 0.6, 0.05, 0.6, 0.6, 0.04], 2, 4, 7)).toEqual([null, null, 2, 2, 2, 2, null, 7]);
	});

	it('opens nothing in which no event is more likely, though the set has room for it', () => {
		expect(opened([0.6, 0.9, 0.5], 0, 1)).toEqual([null, null, null]);
		expect(opened([0.05, 0.6, 0.6], 0, 1, 2)).toEqual([0, 0, null]);
	});

	it('lets a period that is not judged change nothing', () => {
		expect(opened([null, 0.05, null, 0.6, null, 0.6, null], 1)).toEqual([null, 1, 1, 1, 1, null, null]);
	});

	it('dates the onset by the templates as they were at the opening', () => {
		const row = [
			{ lfdr: 0.9, onset: [1, 0, 0] },
			{ lfdr: 0.05, onset: [0.1, 0.2, 0.7] },
			{ lfdr: 0.05, onset: [0.8, 0.1, 0.1] }
		];
		expect(episodes(row, [false, true, true])[2]).toEqual({ opened: 1, onset: -1 });
	});
});
