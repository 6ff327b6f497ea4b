import { changesBetween, type Change } from './changes.ts';
import { facts } from './facts.ts';

/** Wijk numbers of a municipality (two characters), each with its buurt numbers (two characters). */
export type Wijken = ReadonlyMap<string, readonly string[]>;

/** The year whose wijken and buurten are known. */
const KNOWN = 2020;

/**
 * The wijken and buurten of each municipality in the classification of a year, as far as they are known: those of 2020.
 *
 * Before that, municipalities that have changed since have none. After it, what a municipality takes over gets its next
 * free wijk numbers, in the order of the predecessors' codes: our numbering, not that of Statistics Netherlands.
 */
export function wijkenIn(vintage: number): Map<string, Wijken> {
	const wijken = wijken2020();
	if (vintage < KNOWN) {
		for (const { from, to } of changesBetween(vintage, KNOWN)) for (const code of [from, to]) wijken.delete(code);
		return wijken;
	}
	const passed = changesBetween(KNOWN, vintage);
	for (const date of new Set(passed.map((change) => change.date)))
		move(
			wijken,
			passed.filter((change) => change.date === date)
		);
	return wijken;
}

/** Buurten are written as "00:00 01 02;01:00 01". */
function wijken2020(): Map<string, Map<string, string[]>> {
	return new Map(
		facts('buurten-2020.csv').map((row) => [
			row.gemeente!,
			new Map(
				row.buurten!.split(';').map((item) => {
					const [wijk, buurten] = item.split(':') as [string, string];
					return [wijk, buurten.split(' ')];
				})
			)
		])
	);
}

function move(wijken: Map<string, Map<string, string[]>>, step: readonly Change[]): void {
	const before = new Map(wijken);
	for (const { from } of step)
		if (!step.some((change) => change.from === from && change.to === from)) wijken.delete(from);
	for (const change of step) {
		if (change.from === change.to) continue;
		const own = wijken.get(change.to) ?? new Map<string, string[]>();
		wijken.set(change.to, own);
		for (const [wijk, buurten] of before.get(change.from)!)
			if (change.wijken?.includes(wijk) ?? true) own.set(freeNumber(own), buurten);
	}
}

/** The next wijk number, or the lowest free one when 99 is taken, or one with a letter when all are. */
function freeNumber(taken: ReadonlyMap<string, unknown>): string {
	const numbers = [...'0123456789ABC'].flatMap((tens) => [...'0123456789'].map((ones) => tens + ones));
	const free = numbers.filter((n) => !taken.has(n));
	const highest = [...taken.keys()].sort().at(-1) ?? '00';
	const next = free.find((n) => n > highest && n <= '99') ?? free[0];
	if (next === undefined) throw new RangeError('no wijk number is left');
	return next;
}
