import type { Plan } from '../contract/plan.ts';
import { cellLives } from './cell-lives.ts';
import { playPeriods } from './period-game.ts';
import { spellLives } from './spell-lives.ts';

/** A longer series is at least as hard as its first periods, and its sum as the sums of its parts: that takes a second. */
const MOST_PERIODS = 36;

/**
 * A value below which no Gaussian linear mechanism can bring the largest variance of one cell's periods, and one for the sum of
 * its variances, at unit cost for every unit with at most `spells` spells. Only lives in one cell are held against it.
 */
export function seriesBound(periods: number, spells: number): Record<Plan['objective'], number> {
	const length = Math.min(periods, MOST_PERIODS);
	// One spell is always in one cell, and there is no need to list them.
	const lives = () => (spells === 1 ? spellLives(length, 1) : cellLives(length, spells));
	return {
		'max-variance': playPeriods(lives(), length, 'max-variance').bound,
		'sum-of-variances': Math.floor(periods / length) * playPeriods(lives(), length, 'sum-of-variances').bound
	};
}
