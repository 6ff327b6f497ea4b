import { expect, it } from 'vitest';
import { gapsIn, periodsOf, withGaps } from './gaps.ts';

const at = (...periods: string[]) => periods.map((period) => ({ period, share: 0.1 }));

it('knows all periods of its lines, also those that none of them tells of', () => {
	expect(periodsOf(at('2024'), at('2021', '2022'))).toEqual(['2021', '2022', '2023', '2024']);
});

it('puts an empty point where a line tells nothing', () => {
	expect(withGaps(at('2021', '2023'), ['2021', '2022', '2023'])).toEqual([
		...at('2021'),
		{ period: '2022' },
		...at('2023')
	]);
});

it('counts only what is missing inside a line', () => {
	expect(gapsIn(at('2021Q1', '2021Q3', '2022Q1'))).toBe(2);
	expect(gapsIn(at('2021', '2022'))).toBe(0);
	expect(gapsIn([])).toBe(0);
});
