import type { Interval } from '../discrete-gaussian/exp-interval.ts';
import type { Entropy } from '../entropy.ts';

/** Probabilities are integers over 2^256. */
export const MASS_BITS = 256;
const ONE = 1n << BigInt(MASS_BITS);

export interface Enumeration<T> {
	/** Lower bound of the probability of each outcome, over 2^256. */
	readonly mass: ReadonlyMap<T, bigint>;
	/** What is left to 1: paths that were cut short and the rounding of weights. Any of it may belong to any outcome. */
	readonly open: bigint;
	/** Paths that ended in an outcome. */
	readonly paths: number;
}

/**
 * Runs a sampler along every path of its decision tree whose probability is at least `least`, and adds up the exact
 * probability of each outcome. No statistics: a wrong comparison anywhere shows as a wrong mass.
 */
export function enumerate<T>(program: (entropy: Entropy) => T, least: number): Enumeration<T> {
	const leastMass = BigInt(Math.ceil(least * 2 ** 60)) << BigInt(MASS_BITS - 60);
	const mass = new Map<T, bigint>();
	let open = ONE;
	let paths = 0;
	const stack: { choices: number[]; weight: bigint }[] = [{ choices: [], weight: ONE }];
	for (let path = stack.pop(); path !== undefined; path = stack.pop()) {
		if (path.weight < leastMass) continue;
		try {
			const outcome = program(new BranchingEntropy(path.choices));
			mass.set(outcome, (mass.get(outcome) ?? 0n) + path.weight);
			open -= path.weight;
			paths++;
		} catch (branch) {
			if (!(branch instanceof Branch)) throw branch;
			for (const [i, share] of branch.shares.entries()) {
				// Rounded down: the masses stay true lower bounds, and the rest stays open.
				const weight = (path.weight * share) / branch.total;
				if (weight > 0n) stack.push({ choices: [...path.choices, i], weight });
			}
		}
	}
	return { mass, open, paths };
}

/** Whether the enumerated masses leave room for a law: each exact probability lies within what was found and what is open. */
export function brackets<T>({ mass, open }: Enumeration<T>, law: Iterable<readonly [T, Interval]>): boolean {
	for (const [outcome, { low, high }] of law) {
		const found = mass.get(outcome) ?? 0n;
		if (found > high || low > found + open) return false;
	}
	return true;
}

/** The program asked for a choice beyond its script. */
class Branch {
	readonly shares: readonly bigint[];
	readonly total: bigint;

	constructor(shares: readonly bigint[], total: bigint) {
		this.shares = shares;
		this.total = total;
	}
}

class BranchingEntropy implements Entropy {
	readonly #choices: readonly number[];
	#next = 0;

	constructor(choices: readonly number[]) {
		this.#choices = choices;
	}

	nextUint32(): number {
		throw new RangeError('An enumerated sampler draws through below and bernoulli.');
	}

	below(n: number): number {
		return this.#choose(() => new Branch(new Array<bigint>(n).fill(1n), BigInt(n)));
	}

	belowBig(n: bigint): bigint {
		return BigInt(this.below(Number(n)));
	}

	bernoulli(a: number, b: number): boolean {
		return this.bernoulliBig(BigInt(a), BigInt(b));
	}

	bernoulliBig(a: bigint, b: bigint): boolean {
		if (a < 0n || a > b) throw new RangeError('A probability lies between 0 and 1.');
		return this.#choose(() => new Branch([b - a, a], b)) === 1;
	}

	#choose(branch: () => Branch): number {
		const choice = this.#choices[this.#next++];
		if (choice === undefined) throw branch();
		return choice;
	}
}
