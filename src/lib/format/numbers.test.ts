import { describe, expect, it } from 'vitest';
import {
	count,
	decimalsFor,
	inWords,
	interval,
	percent,
	points,
	pointsInterval,
	parameter,
	shortInterval,
	shownPercents,
	total,
	untold
} from './numbers.ts';

describe('numbers rounded to what the noise allows', () => {
	it.each([
		[0.0004, 2],
		[0.025, 2],
		[0.026, 1],
		[0.04, 1],
		[0.4, 1],
		[1, 0],
		[4.2, 0],
		[12, -1],
		[0, 1]
	])('a standard error of %d percentage points leaves %d decimals', (se, decimals) => {
		expect(decimalsFor(se)).toBe(decimals);
	});

	it('writes a decimal comma in Dutch and a point in English', () => {
		expect(percent(0.0736, 0.002, 'nl')).toBe('7,4%');
		expect(percent(0.0736, 0.002, 'en')).toBe('7.4%');
		expect(percent(0.0736, 0.02, 'nl')).toBe('7%');
		expect(percent(0.37, 0.15, 'nl')).toBe('40%');
	});

	it('never shows a share below 0 or above 100 %', () => {
		expect(percent(-0.1, 0.15, 'nl')).toBe('0%');
		expect(percent(1.02, 0.02, 'nl')).toBe('100%');
	});

	it('never shows a minus before zero', () => {
		expect(percent(-0.0001, 0.002, 'nl')).toBe('0,0%');
		expect(percent(-0.01, 0.15, 'nl')).toBe('0%');
	});

	it('gives the size of a difference without its sign', () => {
		expect(points(-0.0123, 0.004, 'nl')).toBe('1,2 procentpunt');
	});
});

describe('a share of too few to name a number', () => {
	const bound = (lower: number, upper: number) =>
		({ share: null, share_se: null, lower, upper, reliability: 'D' }) as const;

	it.each([
		[0, 0.1196, 'minder dan 12%', 'less than 12%'],
		[0, 0.0301, 'minder dan 3,1%', 'less than 3.1%'],
		[0.8804, 1, 'meer dan 88%', 'more than 88%'],
		[0.967, 1, 'meer dan 96,7%', 'more than 96.7%']
	])('between %f and %f is %s', (lower, upper, dutch, english) => {
		expect(inWords(bound(lower, upper), 'nl')).toBe(dutch);
		expect(untold(bound(lower, upper), 'en')).toBe(english);
	});

	it('has the ends that it names, and no share', () => {
		expect(shownPercents(bound(0, 0.1196))).toEqual({ share: null, lower: 0, upper: 12 });
		expect(shownPercents(bound(0.967, 1))).toEqual({ share: null, lower: 96.7, upper: 100 });
		expect(shownPercents({ ...bound(0, 0), lower: null, upper: null })).toBeNull();
	});
});

describe('noisy counts', () => {
	it('never says 0 for a negative or tiny count', () => {
		expect(count(-12, 15, 'nl')).toBe('minder dan 20');
		expect(count(0, 15, 'nl')).toBe('minder dan 30');
		expect(count(-100, 15, 'nl')).toBe('minder dan 10');
		expect(count(-3, 15, 'en')).toBe('fewer than 30');
	});

	it('rounds to the size of the standard error', () => {
		expect(count(1234, 15, 'nl')).toBe('ongeveer 1.230');
		expect(count(1234, 150, 'nl')).toBe('ongeveer 1.200');
		expect(total(1234, 15, 'nl')).toBe('1.230');
	});

	it('are said as approximate however small the noise; only a count without noise is not', () => {
		expect(count(14.3, 4.1, 'nl')).toBe('ongeveer 14');
		expect(count(14.3, 4.1, 'en')).toBe('about 14');
		expect(count(1234, 0.5, 'nl')).toBe('ongeveer 1.234');
		expect(count(1234, 0, 'nl')).toBe('1.234');
	});
});

describe('intervals in words', () => {
	const figure = { share: 0.07, share_se: 0.004, lower: 0.062, upper: 0.078, reliability: 'A' } as const;

	it('names both ends', () => {
		expect(interval(figure, 'nl')).toBe('tussen 6,2% en 7,8%');
		expect(inWords(figure, 'en')).toBe('7.0% (between 6.2% and 7.8%)');
	});

	it('gives a range however small the noise, and the figure in as many decimals', () => {
		const precise = { ...figure, share: 0.0607, share_se: 0.0002, lower: 0.060308, upper: 0.061092 };
		expect(inWords(precise, 'nl')).toBe('6,07% (tussen 6,03% en 6,11%)');
		expect(shortInterval(precise, 'nl')).toBe('6,03% – 6,11%');
		expect(interval({ ...precise, share_se: 0.000001, lower: 0.060698, upper: 0.060702 }, 'nl')).toBe(
			'tussen 6,06% en 6,08%'
		);
	});

	it('rounds both ends outward, so that the interval shown always holds the one computed', () => {
		expect(interval({ ...figure, lower: 0.0629, upper: 0.0771 }, 'nl')).toBe('tussen 6,2% en 7,8%');
		expect(shortInterval({ ...figure, share_se: 0.03, lower: 0.0171, upper: 0.1229 }, 'nl')).toBe('1% – 13%');
	});

	it('never gives an end that reads as the figure itself', () => {
		for (let se = 0.00003; se < 0.01; se *= 1.13) {
			const ends = { ...figure, share: 0.0606, share_se: se, lower: 0.0606 - 1.96 * se, upper: 0.0606 + 1.96 * se };
			expect(shortInterval(ends, 'nl')?.split(' – ')).not.toContain(percent(ends.share, se, 'nl'));
		}
		expect(pointsInterval(0.025, 0.0002, 'nl')).toBe('tussen 2,46 en 2,54 procentpunt');
		expect(pointsInterval(0.025, 0.001, 'nl')).toBe('tussen 2,3 en 2,7 procentpunt');
	});

	it('says that there is too little when there is no share', () => {
		const none = { share: null, share_se: null, lower: null, upper: null, reliability: 'X' } as const;
		expect(interval(none, 'nl')).toBeNull();
		expect(inWords(none, 'nl')).toBe('te weinig om iets over te zeggen');
	});
});

it('writes small numbers in full, in signs that every font has', () => {
	expect(parameter(1e-10, 'nl')).toBe('0,0000000001');
	expect(parameter(1e-10, 'en')).toBe('0.0000000001');
	expect(parameter(2.5e-7, 'nl')).toBe('0,00000025');
	expect(parameter(3e-20, 'nl')).toBe('< 0,000000000001');
	expect(parameter(0, 'nl')).toBe('0');
	expect(parameter(0.05, 'nl')).toBe('0,05');
});
