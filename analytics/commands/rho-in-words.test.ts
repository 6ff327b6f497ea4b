import { expect, it } from 'vitest';
import { rhoInWords } from './rho-in-words.ts';

it('tells a short decimal as it is', () => {
	expect(['3/20', '0.15', '1/4', '2', '1/8', '1/1000000'].map(rhoInWords)).toEqual([
		'0.15',
		'0.15',
		'0.25',
		'2',
		'0.125',
		'0.000001'
	]);
});

it('tells any other rounded up, with what is charged', () => {
	expect(rhoInWords('1/3')).toBe('0.333334 (exactly 1/3)');
	expect(rhoInWords('1/3000000')).toBe('3.33334e-7 (exactly 1/3000000)');
});
