import { maximise } from './integer-program.ts';
import type { Effort } from './integer-program.ts';
import { NO_MARGIN, programOf } from './problem.ts';
import type { AllocationProblem } from './problem.ts';
import { startAbove } from './start.ts';

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
 * The allocation that is worth most within all capacities and above all floors, exactly but for `effort.tolerance` and
 * `effort.programs`, whose effect shows in `bound`.
 * @throws RangeError with more than MOST_OPTIONS options or a negative capacity
 */
export function allocate(problem: AllocationProblem, effort: Effort): Allocation {
	if (problem.options.length > MOST_OPTIONS) throw new RangeError(`at most ${MOST_OPTIONS} options can be weighed`);
	const program = programOf(problem, NO_MARGIN);
	const start = problem.floors === null ? null : startAbove(problem, problem.floors, program);
	return maximise(program, effort, start);
}
