import type { Floors } from './fairness.ts';
import { filled, maximise, relaxedDown } from './integer-program.ts';
import type { Effort, IntegerProgram } from './integer-program.ts';

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

export interface Allocation {
	/** Units of each option. */
	readonly amounts: readonly number[];
	readonly value: number;
	/** Proof: no allowed allocation is worth more than this. */
	readonly bound: number;
}

/** More options than this are not solved: the time grows with their square. */
export const MOST_OPTIONS = 900;

/**
 * Rounding breaks a floor that holds exactly. Plans a little above the floors survive it, and are where the search starts.
 */
const ABOVE_FLOOR = [1.01, 1.05, 1.2];

/**
 * The allocation that is worth most within all capacities and above all floors, exactly but for `effort.tolerance` and
 * `effort.programs`, whose effect shows in `bound`.
 * @throws RangeError with more than MOST_OPTIONS options or a negative capacity
 */
export function allocate(problem: AllocationProblem, effort: Effort): Allocation {
	if (problem.options.length > MOST_OPTIONS) throw new RangeError(`at most ${MOST_OPTIONS} options can be weighed`);
	const program = programOf(problem, 1);
	return maximise(program, effort, problem.floors === null ? null : startAbove(problem, program));
}

function startAbove(problem: AllocationProblem, program: IntegerProgram): readonly number[] | null {
	for (const above of ABOVE_FLOOR) {
		const start = filled(program, relaxedDown(programOf(problem, above)));
		if (start !== null && start.some((amount) => amount > 0)) return start;
	}
	return null;
}

/** The problem as a program, with floors at `above` times what is asked. */
function programOf({ options, most, capacities, floors }: AllocationProblem, above: number): IntegerProgram {
	const row = (limit: number, useOf: (option: Option) => number) => ({ use: Float64Array.from(options, useOf), limit });
	return {
		worth: options.map(({ worth }) => worth),
		rows: [
			...capacities.map((capacity, c) => row(capacity, ({ use }) => use[c]!)),
			...most.map((units, target) => row(units, (option) => (option.target === target ? 1 : 0))),
			// A floor: what all groups reach, times the least share, is no more than what the group reaches.
			...(floors?.least ?? []).map((least, group) =>
				row(0, ({ target, worth }) => worth * (above * least - (floors!.groups[target] === group ? 1 : 0)))
			)
		].filter(({ use }) => use.some((x) => x > 0))
	};
}
