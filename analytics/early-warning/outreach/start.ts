import type { Floors } from './fairness.ts';
import { filled, withoutWholeness } from './integer-program.ts';
import type { IntegerProgram } from './integer-program.ts';
import { programOf } from './problem.ts';
import type { AllocationProblem, Margin, Option } from './problem.ts';

const CLOSE: readonly Margin[] = [
	{ above: 1.01, part: 1 },
	{ above: 1.03, part: 0.98 },
	{ above: 1.05, part: 0.96 }
];
const FAR: readonly Margin[] = [
	{ above: 1.2, part: 0.9 },
	{ above: 1.2, part: 0.7 }
];

/**
 * An allocation above all floors for the search to start from; null where rounding leaves none. Rounding breaks a floor that
 * holds exactly, and a capacity that is used up: the best plan with some margin survives it, the best of the close ones if any.
 */
export function startAbove(
	problem: AllocationProblem,
	floors: Floors,
	program: IntegerProgram
): readonly number[] | null {
	const startWith = (margin: Margin) => {
		const relaxed = withoutWholeness(programOf(problem, margin));
		const amounts = filled(program, rounded(relaxed, problem.options, floors));
		return amounts === null ? null : { amounts, worth: worthOf(program, amounts) };
	};
	let best = { amounts: null as readonly number[] | null, worth: 0 };
	for (const margin of CLOSE) {
		const start = startWith(margin);
		if (start !== null && start.worth > best.worth) best = start;
	}
	for (const margin of FAR) if (best.amounts === null) best = startWith(margin) ?? best;
	return best.amounts;
}

function worthOf({ worth }: IntegerProgram, amounts: readonly number[]): number {
	return amounts.reduce((sum, amount, k) => sum + amount * worth[k]!, 0);
}

/** Amounts rounded down, but for the one of each group that would lose most: that one is rounded up. */
function rounded(amounts: Float64Array, options: readonly Option[], { groups, least }: Floors): number[] {
	const whole = Array.from(amounts, (amount) => Math.floor(amount));
	least.forEach((_, group) => {
		let most = 0;
		let at = -1;
		options.forEach(({ target }, k) => {
			const lost = amounts[k]! - whole[k]!;
			if (groups[target] === group && lost > most) [most, at] = [lost, k];
		});
		if (at !== -1) whole[at]!++;
	});
	return whole;
}
