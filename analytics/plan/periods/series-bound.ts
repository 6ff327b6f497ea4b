import type { Plan } from '../../contract/plan.ts';
import { cellLives } from './cell-lives.ts';
import { playPeriods } from './period-game.ts';
import { MOST_PERIODS, spellGame } from './spell-game.ts';

/**
 * Lives that are listed take more time. A longer series is at least as hard as its first periods, and its sum as the sums of its
 * parts.
 */
const MOST_LISTED = 24;

/** By objective. */
export type SeriesBound = { readonly [objective in Plan['objective']]: number };

/**
 * A value below which no Gaussian linear mechanism can bring the largest variance of one cell's periods, and one for the sum of
 * its variances, at unit cost for every unit with at most `spells` spells. Only lives in one cell are held against it. Each is
 * worked out when it is asked for.
 * @param game the one of these periods and spells; with one spell, which is always in one cell, nothing else is played
 */
export function seriesBound(periods: number, spells: number, game = spellGame(periods, spells)): SeriesBound {
	if (spells === 1) return separateBound(periods, spells, game);
	const length = Math.min(periods, MOST_LISTED);
	const lives = cellLives(length, spells);
	return boundsFrom(periods, length, (objective) => playPeriods(lives, length, objective).bound);
}

/** The same where every spell of a unit is in a cell of its own, so that its spells never show as one. */
export function separateBound(periods: number, spells: number, game = spellGame(periods, spells)): SeriesBound {
	return boundsFrom(periods, Math.min(periods, MOST_PERIODS), (objective) => game(objective).bound);
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
