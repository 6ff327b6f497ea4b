import { discreteGaussian, Rational, type Entropy } from 'diffprivlib-js';
import {
	tableAttributes,
	tableRegions,
	type Domain,
	type NoisyTable,
	type Table
} from '../../analytics/contract/domain.ts';

/**
 * Made-up counts that fit together: the units of a leaf fall apart over the codes of each attribute in fixed proportions,
 * so that every table follows from the leaves without a record.
 */
export interface Truth {
	/** By node of the tree. */
	readonly units: Float64Array;
	/** By attribute: number of codes shares, each a whole number; their product over the attributes counts the cells. */
	readonly factors: ReadonlyMap<string, readonly number[]>;
}

/** @param leafSize units of a leaf for each combination of factors 1, by its place among the leaves */
export function truthOf(domain: Domain, leafSize: (leaf: number) => number, factor: (code: number) => number): Truth {
	const tree = domain.region?.tree;
	const units = new Float64Array(tree?.regions.length ?? 1);
	if (tree === undefined) units[0] = leafSize(0);
	else {
		for (const [i, leaf] of tree.leaves().entries()) units[leaf] = leafSize(i);
		for (let v = units.length - 1; v > 0; v--) units[tree.parent[v]!]! += units[v]!;
	}
	const factors = new Map(domain.attributes.map(({ name, codes }) => [name, codes.map((_, code) => factor(code))]));
	return { units, factors };
}

/** Exact counts of one table. */
export function exactCounts(domain: Domain, truth: Truth, table: Table): Float64Array {
	const other = domain.attributes
		.filter(({ name }) => !table.by.includes(name))
		.reduce((product, { name }) => product * sum(truth.factors.get(name)!), 1);
	const block = tableAttributes(domain, table).reduce(
		(cells, { name }) => cells.flatMap((cell) => truth.factors.get(name)!.map((f) => cell * f)),
		[other]
	);
	const regions = tableRegions(domain, table) ?? [0];
	const counts = new Float64Array(regions.length * block.length);
	for (const [r, node] of regions.entries())
		for (let c = 0; c < block.length; c++) counts[r * block.length + c] = truth.units[node]! * block[c]!;
	return counts;
}

/** Draws releases of these counts with the noise of a plan. */
export function simulator(
	exact: readonly Float64Array[],
	planned: readonly { readonly id: string; readonly sigma2: string }[],
	entropy: Entropy
): () => NoisyTable[] {
	const samplers = planned.map(({ sigma2 }) => discreteGaussian(Rational.parse(sigma2)));
	return () =>
		planned.map(({ id, sigma2 }, q) => {
			const counts = new Float64Array(exact[q]!.length);
			samplers[q]!.fill(counts, entropy);
			for (let i = 0; i < counts.length; i++) counts[i]! += exact[q]![i]!;
			return { id, sigma2, counts };
		});
}

function sum(values: readonly number[]): number {
	return values.reduce((total, value) => total + value, 0);
}
