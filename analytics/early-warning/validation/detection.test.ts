import { describe, expect, it } from 'vitest';
import { detection, eventPeriods, matchedFlags } from './detection.ts';
import type { Truth } from './truth.ts';

/** Four quarterly series of 16 periods, judged from period 4; the first two have an event, in periods 6 and 8. */
const truth: Truth = {
	event_series0: [0, 1],
	onset0: [6, 8],
	relative_level: Array.from({ length: 4 }, () => Array<number>(16).fill(1))
};
const flags = (...on: [series: number, period: number][]) =>
	Array.from({ length: 4 }, (_, i) =>
		Array.from({ length: 12 }, (__, k) => on.some(([series, period]) => series === i && period === k + 4))
	);

describe('detection', () => {
	it('counts an event as going on for 18 months', () => {
		const rows = eventPeriods(truth, 4, 4);
		expect(rows[0]!.map((on, k) => (on ? k + 4 : -1)).filter((t) => t >= 0)).toEqual([6, 7, 8, 9, 10, 11]);
		expect(rows[2]!.includes(true)).toBe(false);
	});

	it('tells what is found, how fast, and what is false', () => {
		const result = detection(flags([0, 5], [0, 7], [0, 12], [2, 9], [1, 11]), truth, 4, 4);
		// Before the event, after it, and of a series without one: three of five.
		expect(result).toMatchObject({ signals: 5, falseShare: 0.6, events: 2 });
		expect(result.falsePerThousand).toBeCloseTo(1000 / 24, 12);
		// The first is found in its second quarter, the other one in its fourth.
		expect(result.found).toEqual({ 3: 0, 6: 0.5, 9: 0.5, 12: 1 });
		expect(result.medianDelay).toBe(6);
	});

	it('says nothing of events that are not there', () => {
		const none = { ...truth, event_series0: [], onset0: [] };
		expect(detection(flags(), none, 4, 4)).toMatchObject({ falseShare: null, found: { 12: null }, medianDelay: null });
		// An event that began before the first judged period can no longer be found in time.
		expect(detection(flags([0, 4]), { ...truth, onset0: [2, 3] }, 4, 4).events).toBe(0);
	});

	it('matches rules by what they flag among quiet series', () => {
		const scores = Array.from({ length: 4 }, (_, i) => Array.from({ length: 12 }, (__, k) => (i < 2 ? 100 : k)));
		const matched = matchedFlags(scores, truth, 1 / 12);
		expect(matched.map((row) => row.filter(Boolean).length)).toEqual([12, 12, 1, 1].map((n, i) => (i < 2 ? 12 : n)));
		expect(matchedFlags([[NaN, 1]], { ...truth, event_series0: [0], onset0: [0] })[0]).toEqual(
			[false, true].map(() => false)
		);
	});
});
