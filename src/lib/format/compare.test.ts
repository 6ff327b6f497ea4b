import { describe, expect, it } from 'vitest';
import { difference, differenceInWords, normalCdf } from './compare.ts';

const figure = (share: number | null, se: number | null) =>
	({ share, share_se: se, lower: null, upper: null, reliability: 'A' }) as const;

describe('the difference between two noisy shares', () => {
	it.each([
		[0.08, 'higher'],
		[0.06, 'lower'],
		[0.0705, 'none'],
		[0.0714, 'likely-higher'],
		[0.0686, 'likely-lower']
	])('%d against 0.07 is %s', (share, verdict) => {
		expect(difference(figure(share, 0.0012), figure(0.07, 0.0012))?.verdict).toBe(verdict);
	});

	it('adds the noise of both', () => {
		expect(difference(figure(0.1, 0.003), figure(0.07, 0.004))?.se).toBeCloseTo(0.005, 12);
	});

	it('says nothing when a share is not shown', () => {
		expect(difference(figure(null, null), figure(0.07, 0.001))).toBeNull();
	});

	it('puts size and interval in words', () => {
		const d = difference(figure(0.09, 0.003), figure(0.07, 0.004));
		expect(differenceInWords(d!, 'Nederland', 'nl')).toBe(
			'Zeer waarschijnlijk hoger dan Nederland: 2,0 procentpunt (tussen 1,0 en 3,0 procentpunt).'
		);
		const same = difference(figure(0.0701, 0.003), figure(0.07, 0.004));
		expect(differenceInWords(same!, 'Nederland', 'nl')).toBe('Geen verschil met Nederland dat we kunnen zien.');
	});
});

it.each([
	[0, 0.5],
	[1.959964, 0.975],
	[-1.281552, 0.1],
	[3, 0.998650102]
])('the normal distribution function at %d is %d', (z, p) => {
	expect(normalCdf(z)).toBeCloseTo(p, 6);
});
