import { expect, it } from 'vitest';
import { isOne, reachInWords, reachRange, shownReach } from './reach.ts';

it.each([
	[{ mean: 1234.4, lower: 1230.2, upper: 1238.6 }, 'ongeveer 1.234', 'tussen 1.230 en 1.239'],
	[{ mean: 38.2, lower: 26.7, upper: 49.1 }, 'ongeveer 38', 'tussen 26 en 50'],
	[{ mean: 3821, lower: 3300, upper: 4340 }, 'ongeveer 3.800', 'tussen 3.300 en 4.400'],
	[{ mean: 4, lower: -30, upper: 38 }, 'ongeveer 4', 'tussen -30 en 40'],
	[{ mean: 0.4, lower: 0, upper: 0.9 }, 'minder dan 1', 'tussen 0 en 1']
])('rounds %j to what its error allows, and its interval outward', (reach, words, range) => {
	expect([reachInWords(reach, 'nl'), reachRange(reach, 'nl')]).toEqual([words, range]);
});

it('says the same number as a file, and knows one from more', () => {
	expect(shownReach({ mean: 2.7, lower: 1.1, upper: 4.2 })).toEqual({ mean: 3, lower: 1, upper: 5 });
	expect(shownReach({ mean: 0.4, lower: 0, upper: 0.9 })).toEqual({ mean: null, lower: 0, upper: 1 });
	expect([0.4, 1.2, 1.8].map((mean) => isOne({ mean, lower: 0, upper: 3 }))).toEqual([true, true, false]);
});
