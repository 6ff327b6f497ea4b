import type { Plan } from '../../contract/plan.ts';
import { cellLives } from './cell-lives.ts';
import { playPeriods } from './period-game.ts';
import { spellLives } from './spell-lives.ts';

/** A longer series is at least as hard as its first periods, and its sum as the sums of its parts: that takes a second. */
const MOST_PERIODS = { oneSpell: 40, moreSpells: 24 };

/**
 * A value below which no Gaussian linear mechanism can bring the largest variance of one cell's periods, and one for the sum of
 * its variances, at unit cost for every unit with at most `spells` spells. Only lives in one cell are held against it. Each is
 * worked out when it is asked for.
 */
export function seriesBound(periods: number, spells: number): { readonly [objective in Plan['objective']]: number } {
	// One spell is always in one cell, and there is no need to list them.
	const most = spells === 1 ? MOST_PERIODS.oneSpell : MOST_PERIODS.moreSpells;
	const length = Math.min(periods, most);
	const bound = (objective: Plan['objective']) =>
		playPeriods(spells === 1 ? spellLives(length, 1) : cellLives(length, spells), length, objective).bound;
	return {
		get 'max-variance'() {
			return bound('max-variance');
		},
		get 'sum-of-variances'() {
			return Math.floor(periods / length) * bound('sum-of-variances');
		}
	};
}
