import { expect, it } from 'vitest';
import { inOrder, periodName, periodSpan, shortPeriod, thePeriod } from './period.ts';

it.each([
	['2024', '2024', '2024', '2024'],
	['2024Q4', 'vierde kwartaal van 2024', 'het vierde kwartaal van 2024', '4e kwartaal 2024'],
	['2023-Q1', 'eerste kwartaal van 2023', 'het eerste kwartaal van 2023', '1e kwartaal 2023'],
	['2024M03', 'maart 2024', 'maart 2024', 'mrt 2024'],
	['2024-12', 'december 2024', 'december 2024', 'dec 2024']
])('%s in Dutch', (period, name, sentence, short) => {
	expect([periodName(period, 'nl'), thePeriod(period, 'nl'), shortPeriod(period, 'nl')]).toEqual([
		name,
		sentence,
		short
	]);
});

it.each([
	['2024', '2024', '2024', '2024'],
	['2024Q4', 'fourth quarter of 2024', 'the fourth quarter of 2024', 'Q4 2024'],
	['2024M03', 'March 2024', 'March 2024', 'Mar 2024']
])('%s in English', (period, name, sentence, short) => {
	expect([periodName(period, 'en'), thePeriod(period, 'en'), shortPeriod(period, 'en')]).toEqual([
		name,
		sentence,
		short
	]);
});

it.each(['2024Q5', '2024-13', '2024M00', 'golf 3', ''])('leaves %j, which is no period, as it is', (code) => {
	expect([periodName(code, 'nl'), thePeriod(code, 'nl'), shortPeriod(code, 'nl')]).toEqual([code, code, code]);
});

it.each([
	[
		['2024', '2021'],
		['2021', '2022', '2023', '2024']
	],
	[
		['2023Q3', '2024Q2', '2023Q3'],
		['2023Q3', '2023Q4', '2024Q1', '2024Q2']
	],
	[
		['2023-11', '2024-02'],
		['2023-11', '2023-12', '2024-01', '2024-02']
	],
	[
		['2023M12', '2024M01'],
		['2023M12', '2024M01']
	],
	[['2024'], ['2024']],
	[[], []]
])('puts %j in order without a hole', (periods, all) => {
	expect(inOrder(periods)).toEqual(all);
});

it('says the first and the last of periods in any order, and one by its name', () => {
	expect(periodSpan(['2019Q4', '2018Q1', '2019Q1'], 'nl')).toBe('1e kwartaal 2018 – 4e kwartaal 2019');
	expect(periodSpan(['2023', '2021'], 'en')).toBe('2021 – 2023');
	expect(periodSpan(['2023', '2023'], 'nl')).toBe('2023');
});

it('leaves other codes, and periods of several kinds, as they are', () => {
	expect(inOrder(['na 2 jaar', 'na 1 jaar'])).toEqual(['na 1 jaar', 'na 2 jaar']);
	expect(inOrder(['2024', '2023Q4'])).toEqual(['2023Q4', '2024']);
	expect(inOrder(['0001', '9999'])).toEqual(['0001', '9999']);
});
