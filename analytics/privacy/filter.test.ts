import { expect, it } from 'vitest';
import { BudgetExceededError, BudgetFilter } from './filter.ts';
import { Rational } from './rational.ts';

const r = (text: string) => Rational.parse(text);

it('takes charges up to the cap exactly, and nothing more', () => {
	let filter = new BudgetFilter(r('0.3'));
	for (let i = 0; i < 3; i++) filter = filter.charge(r('0.1'));
	expect(filter.remaining.isZero()).toBe(true);
	expect(filter.allows(r('1e-300'))).toBe(false);
	expect(() => filter.charge(r('1e-300'))).toThrow(BudgetExceededError);
	expect(filter.charge(Rational.zero).spent.equals(r('0.3'))).toBe(true);
});

it('keeps its state when it refuses', () => {
	const filter = new BudgetFilter(r('1'), r('2/3'));
	expect(() => filter.charge(r('1/2'))).toThrow(BudgetExceededError);
	expect(filter.spent.toString()).toBe('2/3');
	expect(filter.charge(r('1/3')).spent.toString()).toBe('1/1');
});

it('gives nothing back', () => {
	const filter = new BudgetFilter(r('1'), r('1/2'));
	expect(() => filter.charge(r('1/4').negate())).toThrow(RangeError);
	expect(() => filter.allows(r('1/4').negate())).toThrow(RangeError);
});

it('starts from a sound state only', () => {
	expect(() => new BudgetFilter(r('1'), r('2'))).toThrow(RangeError);
	expect(() => new BudgetFilter(r('1'), r('1').negate())).toThrow(RangeError);
	expect(() => new BudgetFilter(r('1').negate())).toThrow(RangeError);
});
