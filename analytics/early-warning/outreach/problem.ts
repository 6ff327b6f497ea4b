import type { Floors } from './fairness.ts';
import type { IntegerProgram } from './integer-program.ts';

/** A way to spend capacity on a target. */
export interface Option {
	/** Index of the target. */
	readonly target: number;
	/** What one unit is worth: people reached. A unit is the whole target, or one address of it. */
	readonly worth: number;
	/** What one unit uses of each capacity. */
	readonly use: readonly number[];
}

export interface AllocationProblem {
	readonly options: readonly Option[];
	/** Most units of each target, over all its options; 1 for a target that is taken whole or not at all. */
	readonly most: readonly number[];
	readonly capacities: readonly number[];
	/** Least share of what is reached for each group of targets; null without floors. */
	readonly floors: Floors | null;
}

/** Asks more than the problem does, so that rounding leaves what the problem asks. */
export interface Margin {
	/** What the floors are multiplied by. */
	readonly above: number;
	/** What the capacities are multiplied by. */
	readonly part: number;
}

export const NO_MARGIN: Margin = { above: 1, part: 1 };

/** The problem as a program: a variable for each option, a row for each capacity, target and floor. */
export function programOf(
	{ options, most, capacities, floors }: AllocationProblem,
	{ above, part }: Margin
): IntegerProgram {
	const row = (limit: number, useOf: (option: Option) => number) => ({ use: Float64Array.from(options, useOf), limit });
	return {
		worth: options.map(({ worth }) => worth),
		rows: [
			...capacities.map((capacity, c) => row(part * capacity, ({ use }) => use[c]!)),
			...most.map((units, target) => row(units, (option) => (option.target === target ? 1 : 0))),
			// A floor: what all groups reach, times the least share, is no more than what the group reaches.
			...(floors?.least ?? []).map((least, group) =>
				row(0, ({ target, worth }) => worth * (above * least - (floors!.groups[target] === group ? 1 : 0)))
			)
		].filter(({ use }) => use.some((x) => x > 0))
	};
}
