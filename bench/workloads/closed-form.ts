import type { Domain, Table } from '../../analytics/contract/domain.ts';
import { domainOf, subsetsUpTo, treeOf } from '../../analytics/plan/testing.ts';

/**
 * The best any Gaussian linear mechanism does on a regular tree x attributes at rho = 1/2, by formulas that share nothing with
 * the planner: a component is a level of the tree and a set of attributes; p is what a unit costs in it, V its part in
 * the variance of a cell (ResidualPlanner: Xiao, He, Zhang and Kifer 2023, arXiv 2305.08175, with the levels of a tree as one
 * more attribute).
 */
interface Formula {
	readonly p: number;
	/** By table. */
	readonly v: readonly number[];
}

/** The least sum over all cells of weight x variance: (sum of sqrt(p V))^2, by the Cauchy-Schwarz inequality. */
export function leastSum(domain: Domain, fanOuts: readonly number[]): number {
	const weights = domain.tables.map((table) => table.weight * cellsOf(domain, fanOuts, table));
	const root = formulas(domain, fanOuts).reduce((sum, { p, v }) => sum + Math.sqrt(p * dot(weights, v)), 0);
	return root ** 2;
}

/**
 * The least possible largest variance / target^2, by the multiplicative steps for D- and A-optimal designs; the value that the
 * dual proves from below, within 1e-9 of what is reached.
 */
export function leastMaximum(domain: Domain, fanOuts: readonly number[]): number {
	const scale = domain.tables.map(({ target }) => 1 / (target ?? 1) ** 2);
	const parts = formulas(domain, fanOuts).map(({ p, v }) => ({ p, a: v.map((x, q) => x * scale[q]!) }));
	let dual = scale.map(() => 1 / scale.length);
	for (;;) {
		const pull = parts.map(({ a }) => dot(a, dual));
		const root = parts.reduce((sum, { p }, j) => sum + Math.sqrt(p * pull[j]!), 0);
		const variance = scale.map((_, q) =>
			parts.reduce((sum, { p, a }, j) => (pull[j] === 0 ? sum : sum + a[q]! * root * Math.sqrt(p / pull[j]!)), 0)
		);
		if (Math.max(...variance) / root ** 2 - 1 < 1e-9) return root ** 2;
		dual = dual.map((x, q) => (x * variance[q]!) / root ** 2);
	}
}

/** Random regular trees, attributes, tables, weights and targets; every table has its sub-tables at its level and above. */
export function randomWorkload(random: (below: number) => number): { domain: Domain; fanOuts: number[] } {
	const fanOuts = Array.from({ length: random(4) }, () => 2 + random(9));
	const sizes = Array.from({ length: 1 + random(4) }, () => 2 + random(12));
	const subsets = subsetsUpTo(sizes.length, 1 + random(3));
	const domain = domainOf(sizes, subsets, treeOf(fanOuts.map((n) => [n])));
	const tables = domain.tables.map((table) => ({ ...table, target: 1 + random(20), weight: 1 + random(9) }));
	return { domain: { ...domain, tables: tables.filter(() => random(4) > 0 || tables.length < 3) }, fanOuts };
}

function formulas(domain: Domain, fanOuts: readonly number[]): Formula[] {
	const nodes = [1];
	for (const n of fanOuts) nodes.push(nodes.at(-1)! * n);
	const leaves = nodes.at(-1)!;
	const { attributes, tables } = domain;
	const levels = domain.region!.tree.levels;
	return nodes.flatMap((count, level) => {
		const dimension = level === 0 ? 1 : count - nodes[level - 1]!;
		return subsetsUpTo(attributes.length, attributes.length).map((subset): Formula => {
			const p = attributes.reduce(
				(product, { codes }, i) => (product * (subset.includes(i) ? codes.length - 1 : 1)) / codes.length,
				dimension / leaves
			);
			const v = tables.map((table) => {
				const depth = levels.indexOf(table.level!);
				if (depth < level || !subset.every((i) => table.by.includes(attributes[i]!.name))) return 0;
				const summed = attributes
					.filter(({ name }) => !table.by.includes(name))
					.reduce((n, { codes }) => n * codes.length, leaves / nodes[depth]!);
				return summed ** 2 * p;
			});
			return { p, v };
		});
	});
}

function cellsOf(domain: Domain, fanOuts: readonly number[], { level, by }: Table): number {
	const depth = domain.region!.tree.levels.indexOf(level!);
	const regions = fanOuts.slice(0, depth).reduce((n, fan) => n * fan, 1);
	return domain.attributes.filter(({ name }) => by.includes(name)).reduce((n, { codes }) => n * codes.length, regions);
}

function dot(a: readonly number[], b: readonly number[]): number {
	return a.reduce((sum, x, i) => sum + x * b[i]!, 0);
}
