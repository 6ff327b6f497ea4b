import { describe, expect, it } from 'vitest';
import { InputError } from '../errors.ts';
import { planOf } from './plan-testing.ts';
import { domainOf } from './testing.ts';

describe('budgets that are refused', () => {
	const domain = domainOf([3], [[0]]);
	it.each(['NaN', '0', '-1', '1e400', '1e-12', '1001', '', 'Infinity'])('rho %s', (rho) => {
		expect(() => planOf(domain, { budget: { rho, delta: '1e-10' } })).toThrow(InputError);
	});
	it.each(['NaN', '0', '-1', '1', '2', '1e400', '1e-310'])('delta %s', (delta) => {
		expect(() => planOf(domain, { budget: { rho: '1', delta } })).toThrow(InputError);
	});
	it('no rho and no targets', () => {
		const budget = { delta: '1e-10' };
		expect(() => planOf(domain, { budget })).toThrow(/no table has a target/);
		expect(() => planOf(domain, { budget, objective: 'max-variance' })).toThrow(/no table has a target/);
	});
});
