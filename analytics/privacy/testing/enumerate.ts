import type { Entropy } from '../entropy.ts';

/** Probabilities are integers over 2^256, rounded down along each path: sums are true lower bounds. */
const ONE = 1n << 256n;

export interface Enumeration<T> {
	/** Lower bound of the probability of each outcome. */
	readonly mass: ReadonlyMap<T, number>;
	/** Probability of the paths that were cut short; any of it may belong to any outcome. */
	readonly open: number;
}

/**
 * Runs a sampler along every path of its decision tree whose probability is at least `least`, and adds up the exact
 * probability of each outcome. No statistics: a wrong comparison anywhere shows as a wrong mass.
 */
export function enumerate<T>(program: (entropy: Entropy) => T, least: number): Enumeration<T> {
	const leastMass = BigInt(Math.ceil(least * 2 ** 60)) << 196n;
	const mass = new Map<T, bigint>();
	let open = 0n;
	const stack: { choices: number[]; weight: bigint }[] = [{ choices: [], weight: ONE }];
	for (let path = stack.pop(); path !== undefined; path = stack.pop()) {
		if (path.weight < leastMass) {
			open += path.weight;
			continue;
		}
		const entropy = new BranchingEntropy(path.choices);
		try {
			const outcome = program(entropy);
			mass.set(outcome, (mass.get(outcome) ?? 0n) + path.weight);
		} catch (branch) {
			if (!(branch instanceof Branch)) throw branch;
			for (let i = 0; i < branch.shares.length; i++) {
				const weight = (path.weight * branch.shares[i]!) / branch.total;
				if (weight > 0n) stack.push({ choices: [...path.choices, i], weight });
			}
		}
	}
	return { mass: new Map([...mass].map(([outcome, m]) => [outcome, toNumber(m)])), open: toNumber(open) };
}

function toNumber(mass: bigint): number {
	return Number(mass >> 180n) / 2 ** 76;
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
