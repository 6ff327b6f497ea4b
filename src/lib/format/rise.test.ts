import { describe, expect, it } from 'vitest';
import {
	certainty,
	detectableInWords,
	levelInterval,
	levelInWords,
	riseInterval,
	riseInWords,
	shownRise
} from './rise.ts';

describe('a rise in words', () => {
	it.each([
		[0.1537, 0.031, '15% meer'],
		[0.1537, 0.12, '20% meer'],
		[-0.042, 0.02, '4% minder'],
		[1.437, 0.05, '144% meer'],
		[-0.001, 0.02, '0% minder']
	])('%d with standard deviation %d is %s', (rise, rise_sd, words) => {
		expect(riseInWords({ rise, rise_sd }, 'nl')).toBe(words);
	});

	it('has intervals that hold the ones computed', () => {
		expect(riseInterval({ rise: 0.15, rise_sd: 0.03 }, 80, 'nl')).toBe('11% tot 19%');
		expect(riseInterval({ rise: 0.15, rise_sd: 0.03 }, 95, 'en')).toBe('9% to 21%');
		expect(riseInterval({ rise: 0.05, rise_sd: 0.04 }, 95, 'nl')).toBe('-3% tot 13%');
	});

	it('falls by no more than all of it', () => {
		expect(riseInterval({ rise: -0.6, rise_sd: 0.4 }, 95, 'nl')).toBe('-100% tot 20%');
	});
});

it('gives a file the numbers that the page says', () => {
	expect(shownRise({ rise: 0.853, rise_sd: 0.104 })).toEqual({
		...{ rise: 90, lower80: 70, upper80: 100, lower95: 60, upper95: 110 }
	});
	expect(shownRise({ rise: -0.6, rise_sd: 0.4 })).toMatchObject({ rise: -60, lower95: -100 });
});

it('promises to see no smaller rise than it would', () => {
	expect(detectableInWords(0.2201, 'nl')).toBe('23%');
});

it.each([
	[0.97, 'Zeer waarschijnlijk'],
	[0.9, 'Zeer waarschijnlijk'],
	[0.89, 'Waarschijnlijk'],
	[0.69, 'Niet duidelijk']
])('a probability of %d is %s', (probability, words) => {
	expect(certainty(probability, 'nl')).toBe(words);
});

describe('a level in words', () => {
	it('is a share against itself', () => {
		const level = { against: 'itself', estimate: 0.0312, estimate_sd: 0.001 } as const;
		expect(levelInWords(level, 'nl')).toBe('3,1%');
		expect(levelInterval(level, 'nl')).toBe('2,9% tot 3,3%');
	});

	it('is a multiple of the country against the nation, rounded to what its noise allows', () => {
		expect(levelInWords({ against: 'nation', estimate: 1.2345, estimate_sd: 0.04 }, 'nl')).toBe('1,23 keer');
		expect(levelInWords({ against: 'nation', estimate: 1.2345, estimate_sd: 0.4 }, 'nl')).toBe('1,2 keer');
		expect(levelInterval({ against: 'nation', estimate: 0.3, estimate_sd: 0.4 }, 'en')).toBe('0.0 times to 1.1 times');
	});
});
