import { expect, it } from 'vitest';
import { ageOn, dayBefore, firstDay, firstMonth, lastDay, monthOf } from './months.ts';

it('counts months, and finds their first and last days', () => {
	expect(firstDay(firstMonth(2024))).toBe(20240101);
	expect(firstDay(firstMonth(2023) + 12)).toBe(20240101);
	expect(monthOf(20231231)).toBe(firstMonth(2023) + 11);
	expect([1, 3, 11].map((month) => lastDay(firstMonth(2024) + month))).toEqual([20240229, 20240430, 20241231]);
	expect(lastDay(firstMonth(2023) + 1)).toBe(20230228);
});

it('finds the day before, also on the first of a month', () => {
	expect([20240301, 20230301, 20240101, 20240517].map(dayBefore)).toEqual([20240229, 20230228, 20231231, 20240516]);
});

it('counts full years of age', () => {
	expect([20231231, 20240516, 20240517].map((date) => ageOn(19900517, date))).toEqual([33, 33, 34]);
});
