import type { Plan } from '../../contract/plan.ts';
import { playPeriods, type Outcome } from './period-game.ts';
import { spellLives } from './spell-lives.ts';

/** Five years of months. A game of more periods takes longer than a plan should. */
export const MOST_PERIODS = 60;

/** By objective; played when it is asked for, and only once. */
export type SpellGame = (objective: Plan['objective']) => Outcome;

/**
 * The game against all lives of so many spells in different cells, over at most the first 60 periods. One game answers twice:
 * its Gram matrix is what a fit rounds to whole numbers, and its bound says how good any measurement can be.
 */
export function spellGame(periods: number, spells: number): SpellGame {
	const length = Math.min(periods, MOST_PERIODS);
	const played: { [objective in Plan['objective']]?: Outcome } = {};
	return (objective) => (played[objective] ??= playPeriods(spellLives(length, spells), length, objective));
}
