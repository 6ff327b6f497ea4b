import type { Attribute, Domain, Table } from '../../analytics/contract/domain.ts';
import { cellCount, centreOf, tableAmount, tableAttributes, tableRegions } from '../../analytics/contract/domain.ts';
import type { Entropy } from 'diffprivlib-js';
import { treeOf } from '../../analytics/plan/testing.ts';

/** One made-up unit; the leaf is its place among the leaves. */
export interface Unit {
	readonly leaf: number;
	readonly income: number;
	readonly debt: number;
}

/** Of every leaf; more in each next one. */
const LEAST_UNITS = 300;
const EDGES = Array.from({ length: 31 }, (_, i) => i * 1000);
/** Leaves at two depths. */
const TREE = treeOf([[3], [2, 4, 0]]);
const LEAVES = TREE.leaves();

/** Income in 31 bins and unknown, groups of 4 and of 16 of them, debt of 0 to 10,000; counts and a sum of debts at every level. */
export function incomeDomain(sets: readonly (readonly string[])[]): Domain {
	const groups = (name: string, every: number): Attribute => ({
		name,
		codes: Array.from({ length: 32 / every }, (_, i) => String(i)),
		rule: { kind: 'groups', of: 'income', every }
	});
	const table = (level: string, by: readonly string[], sum?: string): Table => ({
		id: [level, ...by, ...(sum === undefined ? [] : [`sum-${sum}`])].join('.'),
		level,
		by,
		...(sum === undefined ? {} : { sum }),
		target: null,
		weight: 1
	});
	return {
		region: { name: 'region', tree: TREE, column: null },
		attributes: [
			{
				name: 'income',
				codes: [...EDGES.map(String), 'unknown'],
				rule: { kind: 'bins', column: 'income', edges: EDGES }
			},
			groups('income4', 4),
			groups('income16', 16)
		],
		amounts: [{ name: 'debt', column: 'debt', from: 0, to: 10_000 }],
		tables: TREE.levels.flatMap((level) => [...sets.map((by) => table(level, by)), table(level, [], 'debt')])
	};
}

/** Incomes with one peak and a long tail; one unit in four has a debt. */
export function inventedUnits(entropy: Entropy): Unit[] {
	return LEAVES.flatMap((_, leaf) =>
		Array.from({ length: LEAST_UNITS * (leaf + 1) }, (): Unit => {
			const income = 2000 + entropy.below(9000) + entropy.below(9000) + entropy.below(2) * entropy.below(12_000);
			return { leaf, income, debt: entropy.below(4) === 0 ? entropy.below(10_000) : 0 };
		})
	);
}

/** Units of a node of the tree. */
export function unitsIn(units: readonly Unit[], node: number): Unit[] {
	return units.filter(({ leaf }) => isBelow(LEAVES[leaf]!, node));
}

/** Exact cells of one table; sums are of differences from the centre. */
export function incomeCells(domain: Domain, table: Table, units: readonly Unit[]): Float64Array {
	const cells = new Float64Array(cellCount(domain, table));
	const nodes = tableRegions(domain, table)!;
	const regionOf = LEAVES.map((leaf) => nodes.findIndex((node) => isBelow(leaf, node)));
	const [attribute] = tableAttributes(domain, table);
	const amount = tableAmount(domain, table);
	for (const unit of units) {
		const size = attribute?.codes.length ?? 1;
		const code = attribute === undefined ? 0 : Math.floor(binOf(unit.income) / (32 / size));
		cells[regionOf[unit.leaf]! * size + code]! += amount === null ? 1 : unit.debt - centreOf(amount);
	}
	return cells;
}

function binOf(income: number): number {
	return Math.min(EDGES.length - 1, Math.floor(income / 1000));
}

function isBelow(leaf: number, node: number): boolean {
	let v = leaf;
	while (v !== node && v > 0) v = TREE.parent[v]!;
	return v === node;
}
