import { expect, it } from 'vitest';
import { Random } from '../statistics/random.ts';
import type { EventGroupFigure } from '../../contract/early-warning.ts';
import { counted, directShare } from './direct-share.ts';

const figure = (numerator: number, denominator: number, side: number): EventGroupFigure => ({
	...{ indicator: 'debts', region: 'GM1', attribute: 'age', code: '35+', event: 'event_child', since: '0-11' },
	...{ numerator, denominator, numeratorSe: side, denominatorSe: Math.SQRT2 * side, covariance: side ** 2 },
	...{ share: null, shareSe: null, lower: null, upper: null, reliability: 'X' }
});

it('is the plain share of the units that were counted, with the variance of a ratio', () => {
	const plain = figure(40, 200, 5);
	const { y, psi } = directShare(plain, counted(plain), 0.2);
	expect(y).toBeCloseTo(0.2, 12);
	expect(psi).toBeCloseTo(0.16 / 200 + (25 - 2 * 0.2 * 25 + 0.04 * 50) / 200 ** 2, 12);
});

it('takes the noise that the units seem to have out of those that count', () => {
	// 60 units more than expected, of which half are taken for noise on the side that counts.
	const { y, psi } = directShare(figure(70, 260, 5), { units: 200, mse: 36 }, 0.2);
	expect(y).toBeCloseTo((70 - 30) / 200, 12);
	expect(psi).toBeCloseTo(0.16 / 200 + (25 - 12.5 + 0.09 * 36) / 200 ** 2, 12);
	const exact = { ...figure(40, 200, 5), denominatorSe: 0, covariance: 0 };
	expect(directShare(exact, counted(exact), 0.2).psi).toBeCloseTo(0.16 / 200 + 25 / 200 ** 2, 12);
});

// 20,000 draws, of which some 3,000 are chosen: the mean of their shares has a standard error of .0033, so that .015 would be
// missed once in 100,000 runs; the draws are always the same.
it('is not raised by a choice for many units', () => {
	const random = new Random(11);
	const chosen = Array.from({ length: 20_000 }, () => {
		const [yes, no] = [20 + 25 * random.normal(), 80 + 25 * random.normal()];
		return figure(yes, yes + no, 25);
	}).filter(({ denominator }) => denominator > 135);
	const mean = (of: (one: EventGroupFigure) => number) => chosen.reduce((sum, one) => sum + of(one), 0) / chosen.length;
	expect(chosen.length).toBeGreaterThan(2_000);
	expect(Math.abs(mean((one) => directShare(one, { units: 100, mse: 0 }, 0.2).y) - 0.2)).toBeLessThan(0.015);
	expect(mean((one) => one.numerator / one.denominator)).toBeGreaterThan(0.25);
	expect(mean((one) => one.numerator / 100)).toBeGreaterThan(0.4);
});
