import type { Plan } from '../../contract/plan.ts';
import { cellLives } from './cell-lives.ts';
import { playPeriods } from './period-game.ts';
import { spellLives } from './spell-lives.ts';

/** A longer series is at least as hard as its first periods, and its sum as the sums of its parts: that takes a second. */
const MOST_PERIODS = { oneSpell: 40, moreSpells: 24 };

/** By objective. */
export type SeriesBound = { readonly [objective in Plan['objective']]: number };

/**
 * A value below which no Gaussian linear mechanism can bring the largest variance of one cell's periods, and one for the sum of
 * its variances, at unit cost for every unit with at most `spells` spells. Only lives in one cell are held against it. Each is
 * worked out when it is asked for.
 */
export function seriesBound(periods: number, spells: number): SeriesBound {
	// One spell is always in one cell, and there is no need to list them.
	const most = spells === 1 ? MOST_PERIODS.oneSpell : MOST_PERIODS.moreSpells;
	const length = Math.min(periods, most);
	const lives = spells === 1 ? spellLives(length, 1) : cellLives(length, spells);
	return boundsFrom(periods, length, (objective) => playPeriods(lives, length, objective).bound);
}

/** The same where every spell of a unit is in a cell of its own, so that its spells never show as one. */
export function separateBound(periods: number, spells: number): SeriesBound {
	const length = Math.min(periods, MOST_PERIODS.oneSpell);
	return boundsFrom(periods, length, (objective) => playPeriods(spellLives(length, spells), length, objective).bound);
}

function boundsFrom(periods: number, length: number, bound: (objective: Plan['objective']) => number): SeriesBound {
	return {
		get 'max-variance'() {
			return bound('max-variance');
		},
		get 'sum-of-variances'() {
			return Math.floor(periods / length) * bound('sum-of-variances');
		}
	};
}
