import { describe, expect, it } from 'vitest';
import type { Episode } from '../series/episodes.ts';
import { Random } from '../statistics/random.ts';
import { suspectedSupply } from './supply.ts';

const PERIODS = 20;

/** Series in which a signal opens one period after each given onset. */
function series(...onsets: (number | null)[]): (Episode | null)[][] {
	return onsets.map((onset) => {
		const episode = onset === null ? null : { opened: onset + 1, onset };
		return Array.from({ length: PERIODS }, (_, k) => (episode !== null && k >= episode.opened ? episode : null));
	});
}

const quiet = Array<null>(200).fill(null);
const many = (onset: number, n: number) => Array<number>(n).fill(onset);
const onsetsOf = (suspected: ReadonlySet<Episode>) => new Set([...suspected].map(({ onset }) => onset));

describe('suspected supply', () => {
	it('is a period in which far more signals begin than in others', () => {
		const episodes = series(...quiet, ...many(9, 30), 2, 5, 13);
		expect(onsetsOf(suspectedSupply(episodes, 4, 19, 233))).toEqual(new Set([9]));
		expect(suspectedSupply(episodes, 4, 19, 233).size).toBe(30);
	});

	it('is not known before the signals open', () => {
		const episodes = series(...quiet, ...many(9, 30));
		expect(suspectedSupply(episodes, 4, 9, 230).size).toBe(0);
		expect(suspectedSupply(episodes, 4, 10, 230).size).toBe(30);
	});

	it('takes three months together, since an onset is not known to the month', () => {
		const spread = [...many(9, 8), ...many(10, 8), ...many(11, 8)];
		expect(onsetsOf(suspectedSupply(series(...quiet, ...spread, 3, 18), 12, 19, 226))).toEqual(new Set([9, 10, 11]));
		// One month by itself is not many for 8,000 series.
		expect(suspectedSupply(series(...quiet, ...many(9, 8)), 12, 19, 8_000).size).toBe(0);
	});

	it('takes along what seems to begin just before or after it, but not what opened earlier', () => {
		const around = series(...quiet, ...many(9, 30), 8, 10, 7, 11);
		expect(onsetsOf(suspectedSupply(around, 4, 19, 234))).toEqual(new Set([9, 8, 10]));
		const early = [...around, Array<Episode>(PERIODS).fill({ opened: 8, onset: 8 })];
		expect(suspectedSupply(early, 4, 19, 234).size).toBe(32);
		expect(onsetsOf(suspectedSupply(around, 1, 19, 234))).toEqual(new Set([9]));
	});

	it('is never a handful, nor as many as begin at other times', () => {
		expect(suspectedSupply(series(...quiet, ...many(9, 4)), 4, 19, 24).size).toBe(0);
		const steady = Array.from({ length: 19 }, (_, onset) => many(onset, 10)).flat();
		expect(suspectedSupply(series(...steady), 4, 19, 190).size).toBe(0);
	});

	it('is found by luck in fewer than one window of a thousand when events begin independently', () => {
		const random = new Random(11);
		const runs = Array.from({ length: 250 }, () => {
			const onsets = Array.from({ length: 342 }, () => (random.uniform() < 0.2 ? random.below(PERIODS) : null));
			return suspectedSupply(series(...onsets), 4, PERIODS - 1, 342).size > 0;
		});
		// 250 runs of 20 windows: at the stated rate at most 5 are expected; 15 or more have a chance below 0.0003.
		expect(runs.filter(Boolean).length).toBeLessThan(15);
	});
});
