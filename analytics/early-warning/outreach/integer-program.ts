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
 * variable that is not whole splits the part in two. What the linear program says is rounded and tried on the way. `start`
 * is a choice to try first, left aside when it is not allowed. Deterministic: same program, same answer.
 */
export function maximise(program: IntegerProgram, effort: Effort, start: Whole | null = null): Optimum {
	const { worth, rows } = program;
	let best: Whole = worth.map(() => 0);
	let value = 0;
	let open = 0;
	let left = effort.programs;

	const take = (amounts: Whole | null): void => {
		if (amounts === null) return;
		const found = amounts.reduce((sum, amount, k) => sum + amount * worth[k]!, 0);
		if (found <= value) return;
		best = amounts;
		value = found;
	};
	const explore = (dictionary: Dictionary): void => {
		const amounts = dictionary.values(worth.length);
		take(filled(program, Array.from(amounts, Math.round)));
		take(filled(program, roundedDown(amounts)));
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

	if (start !== null) take(filled(program, start));
	const root = Dictionary.of(worth, rows);
	root.maximise();
	explore(root);
	return { amounts: best, value, bound: Math.max(value, open) };
}

type Whole = readonly number[];

/** The best of a program where amounts need not be whole. */
export function withoutWholeness({ worth, rows }: IntegerProgram): Float64Array {
	const dictionary = Dictionary.of(worth, rows);
	dictionary.maximise();
	return dictionary.values(worth.length);
}

function roundedDown(amounts: Float64Array): Whole {
	return Array.from(amounts, (amount) => Math.floor(amount + ROUNDING));
}

/** A choice with as much added to it as still fits, the most worth for what it uses first. Null when it is not allowed itself. */
export function filled({ worth, rows }: IntegerProgram, start: Whole): Whole | null {
	const room: number[] = [];
	for (const { use, limit } of rows) {
		let left = limit + ROUNDING;
		for (let k = 0; k < start.length; k++) if (start[k] !== 0) left -= start[k]! * use[k]!;
		if (left < 0) return null;
		room.push(left);
	}
	const amounts = [...start];
	for (const k of bestFirst({ worth, rows })) {
		let more = Infinity;
		for (let r = 0; r < rows.length && more > 0; r++) {
			const each = rows[r]!.use[k]!;
			if (each > 0) more = Math.min(more, Math.floor(room[r]! / each));
		}
		if (more === 0 || more === Infinity) continue;
		amounts[k]! += more;
		rows.forEach(({ use }, r) => (room[r]! -= more * use[k]!));
	}
	return amounts;
}

/** Variables that are worth anything, the most worth first for the parts of the limits that one unit uses. */
function bestFirst({ worth, rows }: IntegerProgram): number[] {
	const parts = new Float64Array(worth.length);
	for (const { use, limit } of rows)
		if (limit > 0) for (let k = 0; k < use.length; k++) parts[k]! += Math.max(0, use[k]!) / limit;
	const order = worth.flatMap((own, k) => (own > 0 ? [k] : []));
	return order.sort((a, b) => worth[b]! / parts[b]! - worth[a]! / parts[a]! || a - b);
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
