import type { Inventor } from './invented/population.ts';
import type { Random } from '../synthetic/random.ts';

/** A population and its neighbours, each with all rows of one unit more or less. */
export interface Family {
	readonly base: readonly unknown[];
	readonly neighbours: readonly Neighbour[];
}

export interface Neighbour {
	readonly units: readonly unknown[];
	/** Made to cost as much as a unit can. */
	readonly worst: boolean;
}

/**
 * Units of the base of each family, in turn: every number to 12, so that counts pass every threshold that a fault may have,
 * and few and many from the start.
 */
const BASE_SIZES = [0, 5, 10, 2, 7, 12, 4, 9, 1, 6, 11, 3, 8];

/**
 * Families of neighbours until there are so many pairs, about `perBase` of each base. The first base is empty. Half of the
 * added units are worst cases, and about half of the neighbours have a unit removed.
 */
export function* families(inventor: Inventor, random: Random, pairs: number, perBase: number): Generator<Family> {
	for (let number = 0; pairs > 0; number++) {
		const base = Array.from({ length: BASE_SIZES[number % BASE_SIZES.length]! }, () =>
			random.below(4) === 0 ? inventor.worstUnit() : inventor.unit()
		);
		const removed = base.slice(0, perBase >> 1).map((_, i) => ({ units: base.toSpliced(i, 1), worst: false }));
		const added = Array.from({ length: perBase - removed.length }, (_, i) =>
			i % 2 === 0
				? { units: [...base, inventor.worstUnit()], worst: true }
				: { units: [...base, inventor.unit()], worst: false }
		);
		const neighbours = [...added, ...removed].slice(0, pairs);
		pairs -= neighbours.length;
		yield { base, neighbours };
	}
}
