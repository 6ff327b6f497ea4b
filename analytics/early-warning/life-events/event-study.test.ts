import { describe, expect, it } from 'vitest';
import type { EventPathCells } from '../../contract/early-warning.ts';
import { Random } from '../statistics/random.ts';
import { eventStudies } from './event-studies.ts';
import { eventStudy } from './event-study.ts';

describe('differences whose errors are independent', () => {
	const years = [-3, -2, -1, 0, 1, 2];
	const values = Float64Array.from([0.011, 0.008, 0.01, 0.03, 0.05, 0.04]);
	const variances = [4e-6, 3e-6, 2e-6, 2e-6, 3e-6, 5e-6];
	const covariance = new Float64Array(36);
	variances.forEach((v, i) => (covariance[i * 7] = v));
	const study = eventStudy(years, { values, covariance });

	it('are taken against the year before the event, with its variance added', () => {
		expect(study.years.map(({ k }) => k)).toEqual(years);
		study.years.forEach(({ k, difference, se }, i) => {
			expect(difference).toBeCloseTo(values[i]! - 0.01, 12);
			expect(se ** 2).toBeCloseTo(k === -1 ? 0 : variances[i]! + 2e-6, 15);
		});
	});

	it('have one pre-trend test for all years before, and one mean after', () => {
		// D = (.001, -.002), C = [[6, 2], [2, 5]] / 10^6: D' C^-1 D = (5 + 8 + 24) / 26; its tail on 2 df is exp(-half).
		expect(study.pretrendP).toBeCloseTo(Math.exp(-37 / 52), 10);
		expect(study.after).toBeCloseTo(0.03, 12);
		expect(study.afterSe ** 2).toBeCloseTo((2e-6 + 3e-6 + 5e-6) / 9 + 2e-6, 15);
	});

	it('have no pre-trend when no year before is known but the base', () => {
		const short = eventStudy([-1, 0], {
			values: values.slice(2, 4),
			covariance: Float64Array.from([2e-6, 0, 0, 2e-6])
		});
		expect(short.pretrendP).toBeNull();
		expect(short.after).toBeCloseTo(0.02, 12);
	});
});

const WINDOWS = ['0-11', '12-23', '24-35', 'none'];
const PATHS = Array.from({ length: 16 }, (_, i) => i.toString(2).padStart(4, '0'));

function cells(groups: readonly (readonly number[])[], sd = 0, windows = WINDOWS): EventPathCells {
	const values = Float64Array.from(groups.flat());
	const covariance = new Float64Array(values.length ** 2);
	for (let i = 0; i < values.length; i++) covariance[i * values.length + i] = sd * sd;
	const about = { indicator: 'low-income', region: 'NL', event: 'event_child' };
	return { ...about, windows, paths: PATHS, counts: { values, covariance } };
}

describe('paths', () => {
	/** Numbers of units by path, from numbers per path that are told. */
	const group = (told: Record<string, number>) => PATHS.map((path) => told[path] ?? 0);

	it('of three cohorts tell three years before the event to two years after it', () => {
		// 10 % are in it always. After the event 20 % more come in, and stay: in the year of the event and later.
		const never = group({ '0000': 9_000, '1111': 1_000 });
		const now = group({ '0000': 700, '0001': 200, '1111': 100 });
		const before = group({ '0000': 700, '0011': 200, '1111': 100 });
		const earlier = group({ '0000': 700, '0111': 200, '1111': 100 });
		const rows = eventStudies([cells([now, before, earlier, never], 1)]);
		expect(rows.map(({ k }) => k)).toEqual([-3, -2, -1, 0, 1, 2]);
		rows.forEach(({ k, difference }) => expect(difference).toBeCloseTo(k < 0 ? 0 : 0.2, 12));
		expect(rows[0]).toMatchObject({ indicator: 'low-income', region: 'NL', event: 'event_child' });
		expect(rows[0]!.pretrendP).toBeCloseTo(1, 12);
		expect(rows[0]!.after).toBeCloseTo(0.2, 12);
	});

	it('have the errors of units that came in, not of two unrelated shares', () => {
		const never = group({ '0000': 9_000, '1111': 1_000 });
		const now = group({ '0000': 600, '0001': 200, '0010': 100, '1111': 100 });
		const rows = eventStudies([cells([now, never], 0.001, ['0-11', 'none'])]);
		// In the year before the event 200 are in, of whom 100 stay, and 200 others come in: a change of +1, -1 or 0 for each.
		const expected = (0.2 + 0.1 - 0.1 ** 2) / 1_000;
		expect(rows.find(({ k }) => k === 0)!.se ** 2).toBeCloseTo(expected, 8);
	});

	it('weigh cohorts by their numbers of units', () => {
		const never = group({ '0000': 9_000, '1111': 1_000 });
		const now = group({ '0000': 2_400, '0001': 300, '1111': 300 });
		const before = group({ '0000': 700, '0011': 200, '1111': 100 });
		const earlier = group({ '0000': 800, '0111': 100, '1111': 100 });
		const rows = eventStudies([cells([now, before, earlier, never], 1)]);
		const at = (k: number) => rows.find((row) => row.k === k)!.difference;
		expect(at(0)).toBeCloseTo((0.1 * 3_000 + 0.2 * 1_000 + 0.1 * 1_000) / 5_000, 12);
		expect(at(1)).toBeCloseTo(0.15, 12);
		expect(at(2)).toBeCloseTo(0.1, 12);
	});

	it('of a cohort that is too small tell nothing', () => {
		const large = group({ '0000': 900, '1111': 100 });
		expect(eventStudies([cells([group({ '0000': 30, '1111': 9 }), large, large, large], 1)])).toEqual([]);
		expect(eventStudies([cells([group({ '0000': 30, '1111': 30 }), large, large, large], 20)])).toEqual([]);
	});

	it('are sampled and noisy as their standard errors say, and groups that ran parallel pass the test', () => {
		// Over 1,000 releases both rates have standard deviation .0069: outside .025 with probability 6e-4 together.
		const random = new Random(11);
		const chances = { '0000': 0.8, '0001': 0.03, '0011': 0.03, '0111': 0.02, '1110': 0.02, '1000': 0.03, '1111': 0.07 };
		const draw = (units: number) =>
			PATHS.map((path) => {
				const p = chances[path as keyof typeof chances] ?? 0;
				return p === 0 ? 0 : random.poisson(units * p);
			});
		const sd = 10;
		const releases = 1_000;
		let rejected = 0;
		let held = 0;
		for (let i = 0; i < releases; i++) {
			const exact = [3_000, 2_500, 2_000, 40_000].map(draw);
			const noisy = exact.map((counts) => counts.map((count) => count + sd * random.normal()));
			const rows = eventStudies([cells(noisy, sd)]);
			if (rows[0]!.pretrendP! < 0.05) rejected++;
			if (Math.abs(rows[0]!.after) <= 1.96 * rows[0]!.afterSe) held++;
		}
		expect(Math.abs(rejected / releases - 0.05)).toBeLessThan(0.025);
		expect(Math.abs(held / releases - 0.95)).toBeLessThan(0.025);
	});
});
