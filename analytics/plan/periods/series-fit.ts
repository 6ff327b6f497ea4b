import { periodStrategy, type SeriesStrategy } from 'diffprivlib-js';
import { playPeriods } from './period-game.ts';
import { spellLives } from './spell-lives.ts';
import { wholeFactor } from './whole-factor.ts';

/** A fit to more periods takes longer than a plan should. */
const MOST_PERIODS = 40;
const SMALLEST_SCALE = 16;
const LARGEST_SCALE = 2 ** 20;
/** What rounding to whole numbers may add to the variance. */
const ROUNDING = 1.005;

/**
 * The measurement of consecutive periods that is fitted to their number and that of the spells: nearly the lowest largest
 * variance at equal price. Made from public numbers by floating-point arithmetic; price and variance are those of its whole
 * numbers, whatever the arithmetic.
 * @returns null for a horizon that is too long for it
 */
export function fitPeriods(periods: number, spells: number): SeriesStrategy | null {
	if (periods > MOST_PERIODS) return null;
	const { gram } = playPeriods(spellLives(periods, spells), periods, 'max-variance');
	// A scale of its own makes the first period's diagonal the unit.
	const relative = gram.map((row) => row.map((x) => x / gram[0]![0]!));
	const rounded = (scale: number): SeriesStrategy | null => {
		const matrix = wholeFactor(relative, scale);
		return matrix && periodStrategy({ strategy: 'fitted', periods, spells, matrix });
	};
	const finest = rounded(LARGEST_SCALE);
	if (finest === null) return null;
	for (let scale = SMALLEST_SCALE; scale < LARGEST_SCALE; scale *= 2) {
		const strategy = rounded(scale);
		if (strategy !== null && strategy.worstVariance <= ROUNDING * finest.worstVariance) return strategy;
	}
	return finest;
}
