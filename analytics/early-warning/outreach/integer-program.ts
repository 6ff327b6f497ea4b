import { Dictionary } from './linear-program.ts';

/** maximise worth'x over whole x >= 0 with use x <= limit in every row; limits are not negative. */
export interface IntegerProgram {
	readonly worth: readonly number[];
	readonly rows: readonly { readonly use: Float64Array; readonly limit: number }[];
}

export interface Optimum {
	readonly amounts: readonly number[];
	readonly value: number;
	/** No allowed choice is worth more than this: equal to `value` but for rounding when the optimum is proven. */
	readonly bound: number;
}

export interface Effort {
	/** Parts of the search that can gain no more than this are left alone, and count in `bound`. */
	readonly tolerance: number;
	/** Most linear programs to solve. */
	readonly programs: number;
}

/** How far from a whole number, or over a limit, a value may be through rounding. */
const ROUNDING = 1e-6;

/**
 * Branch and bound (Land & Doig 1960): the linear program without wholeness bounds what a part of the search can be worth; a
 * variable that is not whole splits the part in two. What the linear program says, rounded, is tried on the way; `starts` are
 * choices to try first. Deterministic: same program, same answer.
 */
export function maximise(program: IntegerProgram, effort: Effort, starts: readonly Whole[] = []): Optimum {
	const { worth, rows } = program;
	let best: Whole = worth.map(() => 0);
	let value = 0;
	let open = 0;
	let left = effort.programs;

	const take = (amounts: Whole): void => {
		const found = amounts.reduce((sum, amount, k) => sum + amount * worth[k]!, 0);
		if (found <= value || !isAllowed(program, amounts)) return;
		best = amounts;
		value = found;
	};
	const explore = (dictionary: Dictionary): void => {
		const amounts = dictionary.values(worth.length);
		take(Array.from(amounts, Math.round));
		take(roundedDown(amounts));
		const split = leastWhole(amounts);
		// A whole answer was taken just now: nothing in this part is worth more.
		if (split === -1 || dictionary.value <= value + effort.tolerance || left <= 0) {
			open = Math.max(open, split === -1 ? 0 : dictionary.value);
			return;
		}
		const down = Math.floor(amounts[split]!);
		left -= 2;
		const parts = [bounded(dictionary, split, 'most', down), bounded(dictionary, split, 'least', down + 1)];
		for (const part of parts.filter((p) => p !== null).sort((a, b) => b.value - a.value)) explore(part);
	};

	for (const start of starts) take(start);
	const root = Dictionary.of(worth, rows);
	root.maximise();
	explore(root);
	return { amounts: best, value, bound: Math.max(value, open) };
}

type Whole = readonly number[];

/** The best of the program without wholeness, each amount rounded down: a start where that is still allowed. */
export function relaxedDown({ worth, rows }: IntegerProgram): Whole {
	const dictionary = Dictionary.of(worth, rows);
	dictionary.maximise();
	return roundedDown(dictionary.values(worth.length));
}

function roundedDown(amounts: Float64Array): Whole {
	return Array.from(amounts, (amount) => Math.floor(amount + ROUNDING));
}

function isAllowed({ rows }: IntegerProgram, amounts: Whole): boolean {
	return rows.every(
		({ use, limit }) => amounts.reduce((sum, amount, k) => sum + amount * use[k]!, 0) <= limit + ROUNDING
	);
}

function bounded(dictionary: Dictionary, name: number, side: 'most' | 'least', at: number): Dictionary | null {
	const part = dictionary.copy();
	part.bound(name, side, at);
	return part.restore() ? part : null;
}

/** The variable farthest from a whole number; -1 when all are whole. */
function leastWhole(amounts: Float64Array): number {
	let chosen = -1;
	let farthest = ROUNDING;
	for (let k = 0; k < amounts.length; k++) {
		const distance = Math.abs(amounts[k]! - Math.round(amounts[k]!));
		if (distance > farthest) {
			chosen = k;
			farthest = distance;
		}
	}
	return chosen;
}
