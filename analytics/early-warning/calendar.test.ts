import { describe, expect, it } from 'vitest';
import { calendarOf, whyNoSeries } from './calendar.ts';

describe('calendarOf', () => {
	it('reads years, quarters and months, and fills gaps', () => {
		expect(calendarOf(['2021', '2023'])).toMatchObject({ freq: 1, periods: ['2021', '2022', '2023'] });
		expect(calendarOf(['2022Q3', '2023Q2'])).toMatchObject({
			freq: 4,
			periods: ['2022Q3', '2022Q4', '2023Q1', '2023Q2']
		});
		expect(calendarOf(['2023-Q1', '2023-Q2'])?.periods).toEqual(['2023-Q1', '2023-Q2']);
		expect(calendarOf(['2022-12', '2023-02'])).toMatchObject({ freq: 12, periods: ['2022-12', '2023-01', '2023-02'] });
	});

	it('finds the place of a period, in any order of names', () => {
		const calendar = calendarOf(['2023Q2', '2022Q3'])!;
		expect(calendar.indexOf('2023Q1')).toBe(2);
		expect(calendar.indexOf('2024Q1')).toBe(-1);
	});

	it.each([[['2023', '2023Q1']], [['2023-13']], [['2023Q1', '2023-Q2']], [['0001', '9999']], [['NAJAAR']], [[]]])(
		'knows no calendar of %j',
		(names) => expect(calendarOf(names)).toBeNull()
	);
});

it.each([
	[['2022', '2023'], null],
	[['2022', 'NAJAAR'], 'period NAJAAR is no year'],
	[['2022', '2023Q1'], 'periods 2022 and 2023Q1 are not of one kind'],
	[['2022Q1', '2022-Q2'], 'periods 2022Q1 and 2022-Q2 are not of one kind'],
	[['0001', '9999'], 'lie more than 200 years apart']
])('says why %j make no series', (names, why) => {
	if (why === null) expect(whyNoSeries(names)).toBeNull();
	else expect(whyNoSeries(names)).toContain(why);
});
