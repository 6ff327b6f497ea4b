import { expect, it } from 'vitest';
import { changeOf } from './change.ts';

/** So many units that chance hardly counts beside the noise, unless told otherwise. */
const figure = (share: number, se: number, units = 1e9) => ({
	...{ numerator: share * units, denominator: units },
	...{ share, share_se: se, lower: share - 1.96 * se, upper: share + 1.96 * se },
	reliability: 'A' as const
});

it('says a rise or a fall only where it is at least 90 % likely', () => {
	// The standard error of a difference of two figures of 0.01 is 0.0141; 1.2816 of those is 0.0181.
	expect(changeOf(figure(0.1, 0.01), figure(0.119, 0.01), 'nl')?.change).toBe('rise');
	expect(changeOf(figure(0.1, 0.01), figure(0.117, 0.01), 'nl')?.change).toBe('unclear');
	expect(changeOf(figure(0.119, 0.01), figure(0.1, 0.01), 'nl')?.change).toBe('fall');
});

it('counts chance beside the noise', () => {
	// Chance alone has a standard error of 0.0131 in two shares of 0.1 and 0.11 of 1,100 units: 0.02 is 1.5 of those, 0.012 is 0.9.
	expect(changeOf(figure(0.1, 0.0001, 1100), figure(0.12, 0.0001, 1100), 'nl')?.change).toBe('rise');
	expect(changeOf(figure(0.1, 0.0001, 1100), figure(0.112, 0.0001, 1100), 'nl')?.change).toBe('unclear');
	expect(changeOf(figure(0.1, 0.0001), figure(0.112, 0.0001), 'nl')?.change).toBe('rise');
});

it('gives the difference with its sign, in words and as a number', () => {
	const change = changeOf(figure(0.1, 0.001), figure(0.125, 0.001), 'nl');
	expect(change).toMatchObject({ words: '+2,5 procentpunt', number: '+2,5' });
	expect(change?.from.words).toBe('10,0%');
});

it('says nothing where one of both is not told', () => {
	const withheld = {
		numerator: 1,
		denominator: 9,
		share: null,
		share_se: null,
		lower: null,
		upper: null,
		reliability: 'X' as const
	};
	expect(changeOf(withheld, figure(0.1, 0.01), 'nl')).toBeNull();
	expect(changeOf(undefined, figure(0.1, 0.01), 'nl')).toBeNull();
});
