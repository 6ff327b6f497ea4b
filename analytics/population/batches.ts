import type { Fact, Stage, Unit } from './fact.ts';
import { keyOf, requestsOf, type Request } from './requests.ts';

/** A fact as it was at the end of a year; a column of the units. */
export interface Known {
	readonly fact: Fact;
	/** Years from the reference date. */
	readonly offset: number;
	readonly name: string;
}

/** How many sources of facts are joined at a time: each holds its units in memory while the rows pass by. */
const AT_ONCE = 6;

/**
 * The facts in the order in which they are found, those of a list together. Those that need the fewest further tables come first;
 * and before a further table is read, what no later fact needs is let go.
 * @param before tables that have been read
 * @param sourcesOf how many sources facts are found in
 */
export function batchesOf(
	stage: Stage,
	facts: readonly Known[],
	unit: Unit,
	before: readonly Request[],
	sourcesOf: (facts: readonly Known[]) => number
): Known[][] {
	const asked = new Map(
		facts.map(({ fact, offset, name }) => [
			name,
			requestsOf(stage, (listener) => void fact.find(listener, unit, offset)).map(keyOf)
		])
	);
	const asks = ({ name }: Known) => asked.get(name)!;
	let held = before.map(keyOf);
	const further = (one: Known) => asks(one).filter((key) => !held.includes(key));
	const left = [...facts];
	const batches: Known[][] = [];
	while (left.length > 0) {
		const [next] = left.toSorted((a, b) => further(a).length - further(b).length) as [Known];
		const needed = held.filter((key) => left.some((one) => asks(one).includes(key)));
		const mayGo = further(next).length > 0 && needed.length < held.length;
		left.splice(left.indexOf(next), 1);
		const last = batches.at(-1);
		if (last === undefined || mayGo || sourcesOf([...last, next]) > AT_ONCE) {
			batches.push([next]);
			held = needed;
		} else last.push(next);
		held = [...held, ...further(next)];
	}
	// Without any fact the units themselves are still read.
	return batches.length === 0 ? [[]] : batches;
}
