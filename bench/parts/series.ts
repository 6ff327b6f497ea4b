import { discreteGaussian, halfOrderMatrix, periodStrategy, Rational, type SeriesStrategy } from 'diffprivlib-js';
import { seriesBound } from '../../analytics/plan/periods/series-bound.ts';
import { fitPeriods } from '../../analytics/plan/periods/series-fit.ts';
import { spellGame } from '../../analytics/plan/periods/spell-game.ts';
import { SeededEntropy } from '../../analytics/privacy/testing/seeded-entropy.ts';
import { figure, seconds } from '../figure.ts';
import type { Part } from '../part.ts';
import { timed } from '../timer.ts';

/**
 * Published values for one spell of real-valued half-order differences at rho = 1/2: [periods, variance of a period, within].
 * Whole-number differences are a little off. For 10 and 12 periods the values are exact; for more the published
 * price is a bound, and the exact one must be below it.
 */
const EXACT = [
	[10, 4.412],
	[12, 4.775]
] as const;
const BOUNDS = [
	[40, 10],
	[120, 13.4]
] as const;
const FITTED = [12, 24, 60] as const;
/** What rounding to whole numbers may cost. */
const ROUNDING = 0.002;
const SIGMA2 = 400;
const SERIES = 100_000;
const SEED = 20_260_104;

export const series: Part = {
	name: 'series',
	title: 'Series: consecutive periods by differences, one spell for each unit, rho = 1/2',
	async *figures() {
		for (const [periods, check] of EXACT) {
			const difference = Math.abs(halfOrder(periods, 1).worstVariance / check - 1);
			yield figure(`${periods} periods: variance against its check value`, difference, '', { to: ROUNDING });
		}
		for (const [periods, bound] of BOUNDS) {
			const { worstVariance } = halfOrder(periods, 1);
			yield figure(`${periods} periods: variance`, worstVariance, '', { to: bound });
			yield figure(`${periods} periods: against each period by itself`, worstVariance / periods);
		}
		// By the published bound, which is above the exact price, up to 8.
		const most = Array.from({ length: 20 }, (_, i) => i + 1).findLast(
			(spells) => halfOrder(120, spells).worstVariance < 120
		);
		yield figure('120 periods: spells up to which half-order is the better one', most ?? 0, '', { from: 8 });

		for (const periods of FITTED) {
			const game = spellGame(periods, 1);
			const fitted = fitPeriods(periods, 1, 'max-variance', game)!;
			const best = seriesBound(periods, 1, game)['max-variance'];
			yield figure(
				`${periods} periods: fitted, against the least variance there can be`,
				fitted.worstVariance / best,
				'',
				{
					from: 1,
					to: 1.01
				}
			);
			yield figure(
				`${periods} periods: fitted, against half-order`,
				fitted.worstVariance / halfOrder(periods, 1).worstVariance
			);
		}
		yield seconds('fit for 60 periods, once', await timed(() => fitPeriods(60, 1)), { to: 10 });

		const better = fitPeriods(12, 1)!;
		const noise = new Float64Array(SERIES * better.periods);
		discreteGaussian(Rational.of(SIGMA2)).fill(noise, new SeededEntropy(SEED));
		const errors = better.decode(noise);
		const last = better.periods - 1;
		let squares = 0;
		for (let i = last; i < errors.length; i += better.periods) squares += errors[i]! ** 2;
		const measured = squares / SERIES / (SIGMA2 * better.variance(last));
		// The mean of n squares has a relative standard error of sqrt(2 / n): 0.0045.
		yield figure('measured variance of the last of 12 periods against predicted', measured, '', {
			from: 0.98,
			to: 1.02
		});
		yield seconds('half-order differences for 1,000 periods, once', await timed(() => halfOrder(1000, 2)), {
			to: 10
		});
	}
};

function halfOrder(periods: number, spells: number): SeriesStrategy {
	return periodStrategy({ strategy: 'half-order', periods, spells, matrix: halfOrderMatrix(periods) });
}
