import { describe, expect, it } from 'vitest';
import { normal, randomSource } from '../reconcile/testing.ts';
import { normalCdf } from './statistics/normal.ts';
import { yearBefore, yearlyChanges } from './yearly-change.ts';

/** A share of so many units that chance moves it by nothing to speak of. */
const MANY = 1e15;

function figure(region: string, share: number | null, shareSe: number | null = 0.01, more: object = {}) {
	const counts = { numerator: (share ?? 0) * MANY, denominator: MANY };
	return { indicator: 'low-income', region, attribute: '', code: '', ...counts, share, shareSe, ...more };
}
const level = (region: string) => (region === 'NL' ? 'land' : 'gemeente');

describe('yearly changes', () => {
	it('gives the change, its standard error from both releases, and the probability of a rise', () => {
		const [row] = yearlyChanges([figure('GM01', 0.12, 0.03)], [figure('GM01', 0.1, 0.04)], level);
		expect(row).toMatchObject({ indicator: 'low-income', region: 'GM01', is_signal: false });
		expect(row!.change).toBeCloseTo(0.02, 12);
		expect(row!.change_se).toBeCloseTo(0.05, 12);
		expect(row!.p_rise).toBeCloseTo(normalCdf(0.4), 12);
	});

	it('counts chance beside noise: a small region varies by itself', () => {
		const units = { numerator: 20, denominator: 200 };
		const [row] = yearlyChanges([figure('GM01', 0.1, 0.03, units)], [figure('GM01', 0.1, 0.04, units)], level);
		// Two shares of 10 % among 200 units each: variance .09 / 200, twice.
		expect(row!.change_se).toBeCloseTo(Math.sqrt(0.0025 + 2 * 0.00045), 12);
	});

	it('is wrong no more often than it says, where noise and chance are all that moves', () => {
		// 400 small regions with the same chance of 8 % in both years: by noise alone 28 % of them would seem sure to rise or fall.
		const random = randomSource(5);
		const regions = 400;
		const year = () =>
			Array.from({ length: regions }, (_, i) => {
				const counted = Array.from({ length: 500 }, () => random()).filter((u) => u < 0.08).length;
				const numerator = counted + 4 * normal(random);
				return figure(`GM${i}`, numerator / 500, 4 / 500, { numerator, denominator: 500 });
			});
		const rows = yearlyChanges(year(), year(), level);
		const sure = rows.filter(({ p_rise: p }) => p < 0.025 || p > 0.975).length;
		// 5 % of 400 is 20, give or take 4.4: outside 3 to 40 once in 20,000 seeds; this seed is always the same.
		expect(sure).toBeGreaterThan(3);
		expect(sure).toBeLessThan(40);
	});

	it('corrects for the number of regions within indicator and level only', () => {
		// z = 2.12, one-sided p = .017: a signal alone in its level, none among nine that stand still.
		const rising = (region: string, more?: object) => [
			figure(region, 0.13, 0.01, more),
			figure(region, 0.1, 0.01, more)
		];
		const still = Array.from({ length: 9 }, (_, i) => figure(`GM1${i}`, 0.1));
		const [now, then] = rising('GM01');
		const [nationNow, nationThen] = rising('NL');
		const [debtNow, debtThen] = rising('GM01', { indicator: 'debts' });
		const rows = yearlyChanges(
			[now!, ...still, nationNow!, debtNow!],
			[then!, ...still, nationThen!, debtThen!],
			level
		);
		const marked = rows.filter((row) => row.is_signal).map((row) => [row.indicator, row.region]);
		expect(marked).toEqual([
			['low-income', 'NL'],
			['debts', 'GM01']
		]);
	});

	it('never marks a fall, however sure', () => {
		const rows = yearlyChanges([figure('GM01', 0.05, 0.001)], [figure('GM01', 0.1, 0.001)], level);
		expect(rows[0]!.is_signal).toBe(false);
		expect(rows[0]!.p_rise).toBeLessThan(1e-9);
	});

	it('leaves out groups, unknown shares, new regions and regions without a level', () => {
		const group = { attribute: 'age', code: '18' };
		const current = [
			figure('A', 0.1, 0.01, group),
			figure('B', null, null),
			figure('C', 0.1),
			figure('D', 0.1),
			figure('E', 0.1)
		];
		const previous = [figure('A', 0.1, 0.01, group), figure('B', 0.1), figure('D', null, null), figure('E', 0.1)];
		expect(yearlyChanges(current, previous, (region) => (region === 'E' ? undefined : 'gemeente'))).toEqual([]);
	});

	it('is not thrown by shares that carry no noise', () => {
		const nobody = { numerator: 0, denominator: 50 };
		const rows = yearlyChanges(
			[figure('A', 0, 0, nobody), figure('B', 0.2, 0)],
			[figure('A', 0, 0, nobody), figure('B', 0.1, 0)],
			level
		);
		expect(rows.map((row) => row.p_rise)).toEqual([0.5, 1]);
	});
});

describe('yearBefore', () => {
	it('is the same quarter of the year before, when that is known', () => {
		expect(yearBefore('2023Q2', ['2022Q1', '2022Q2', '2023Q1'])).toBe('2022Q2');
		expect(yearBefore('2023Q2', ['2022Q1', '2023Q1'])).toBeNull();
		expect(yearBefore('2024-01', ['2023-01', '2023-12'])).toBe('2023-01');
	});

	it('is the last one before it, for years and for periods of no calendar', () => {
		expect(yearBefore('2023', ['2024', '2020', '2021'])).toBe('2021');
		expect(yearBefore('2023', [])).toBeNull();
		expect(yearBefore('VOORJAAR B', ['VOORJAAR A', 'ZOMER'])).toBe('VOORJAAR A');
	});
});
