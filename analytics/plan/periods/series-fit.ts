import { periodStrategy, type SeriesStrategy } from 'diffprivlib-js';
import type { Plan } from '../../contract/plan.ts';
import { judgedVariance } from './judged-variance.ts';
import { MOST_PERIODS, spellGame } from './spell-game.ts';
import { wholeFactor } from './whole-factor.ts';

const SMALLEST_SCALE = 16;
const LARGEST_SCALE = 2 ** 20;
/** What rounding to whole numbers may add to the variance. */
const ROUNDING = 1.005;

/**
 * The measurement of consecutive periods that is fitted to their number and that of the spells: nearly the lowest variance at
 * equal price, largest or mean. Made from public numbers by floating-point arithmetic; price and variance are those of its whole
 * numbers, whatever the arithmetic.
 * @param game the one of these periods and spells, for whoever needs its bound as well
 * @returns null for a horizon of more than 60 periods
 */
export function fitPeriods(
	periods: number,
	spells: number,
	objective: Plan['objective'] = 'max-variance',
	game = spellGame(periods, spells)
): SeriesStrategy | null {
	if (periods > MOST_PERIODS) return null;
	const { gram } = game(objective);
	// A scale of its own makes the first period's diagonal the unit.
	const relative = gram.map((row) => row.map((x) => x / gram[0]![0]!));
	const rounded = (scale: number): SeriesStrategy | null => {
		const matrix = wholeFactor(relative, scale);
		return matrix && periodStrategy({ strategy: 'fitted', periods, spells, matrix });
	};
	const finest = rounded(LARGEST_SCALE);
	if (finest === null) return null;
	const enough = ROUNDING * judgedVariance(finest, objective);
	for (let scale = SMALLEST_SCALE; scale < LARGEST_SCALE; scale *= 2) {
		const strategy = rounded(scale);
		if (strategy !== null && judgedVariance(strategy, objective) <= enough) return strategy;
	}
	return finest;
}
