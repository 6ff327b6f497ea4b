import { expect, it } from 'vitest';
import { periodsOf } from './quarters.ts';

const indicator = {
	id: 'inflow',
	attribute: 'inflow',
	is: ['q1', 'q2', 'q3', 'q4'],
	of: ['q1', 'q2', 'q3', 'q4', 'none']
};

it('tells a release of one period as that period', () => {
	expect(periodsOf('2023', [indicator])).toEqual([{ period: '2023', indicators: [indicator] }]);
	expect(periodsOf('2023', [])).toEqual([{ period: '2023', indicators: [] }]);
});

it('tells quarterly indicators as four periods, each with its own code over the same denominator', () => {
	const told = periodsOf('2023', [{ ...indicator, per: 'quarter' }]);
	expect(told.map(({ period }) => period)).toEqual(['2023Q1', '2023Q2', '2023Q3', '2023Q4']);
	expect(told.map(({ indicators }) => indicators[0]!.is)).toEqual([['q1'], ['q2'], ['q3'], ['q4']]);
	expect(told.map(({ indicators }) => indicators[0]!.of)).toEqual(Array(4).fill(indicator.of));
});
