import type { Attribute, Domain, Table } from '../contract/domain.ts';
import { RegionTree, type Region } from '../contract/region-tree.ts';

/** Helpers of the tests in this folder: random domains, a dense solver, and normal draws from a seed. */

/** Uniform draws in [0, 1) from a seed (mulberry32); for tests only. */
export function randomSource(seed: number): () => number {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let x = Math.imul(state ^ (state >>> 15), state | 1);
		x ^= x + Math.imul(x ^ (x >>> 7), x | 61);
		return ((x ^ (x >>> 14)) >>> 0) / 2 ** 32;
	};
}

export function normal(random: () => number): number {
	return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** A tree of four levels with chains, wide nodes and leaves at every depth below the root, and an unknown leaf. */
export function randomTree(random: () => number): RegionTree {
	const rows: Region[] = [{ code: 'r', parent: null, name: 'r', level: 'level0' }];
	let parents = ['r'];
	for (let depth = 1; depth <= 3; depth++) {
		const next: string[] = [];
		for (const parent of parents) {
			const children = depth === 1 ? 3 : Math.floor(random() * 4);
			for (let i = 0; i < children; i++) {
				const code = `${parent}.${i}`;
				rows.push({ code, parent, name: code, level: `level${depth}` });
				next.push(code);
			}
		}
		parents = next.length > 0 ? next : parents;
		if (next.length === 0) break;
	}
	return new RegionTree(rows).withUnknown();
}

/** The leaf cells that the tables can tell apart, and every cell of every table as a sum of them. */
export interface Unknowns {
	readonly size: number;
	/** By table and cell: coefficients of the unknowns. */
	readonly rows: readonly number[][][];
}

/**
 * A random domain whose deepest table holds all attributes, so that every leaf cell is an unknown.
 * @param groups codes of p in one group of `half`, and groups of that in one of `whole`; absent: p has no groups
 */
export function randomDomain(
	random: () => number,
	groups?: readonly [number, number]
): { domain: Domain; unknowns: Unknowns } {
	const tree = randomTree(random);
	const attributes: Attribute[] = ['p', 'q'].map((name) => ({
		name,
		codes: Array.from({ length: 1 + Math.floor(random() * 4) }, (_, k) => `${name}${k}`),
		rule: { kind: 'size' }
	}));
	const sets = [[], ['p'], ['q'], ['q', 'p']];
	if (groups !== undefined) {
		const [a, b] = groups;
		const group = (name: string, of: string, every: number, size: number): Attribute => ({
			name,
			codes: Array.from({ length: size }, (_, k) => `${name}${k}`),
			rule: { kind: 'groups', of, every }
		});
		const codes = Array.from({ length: 2 * a * b }, (_, k) => `p${k}`);
		attributes[0] = { ...attributes[0]!, codes };
		attributes.push(group('whole', 'half', b, 2), group('half', 'p', a, 2 * b));
		sets.push(['half'], ['q', 'half'], ['whole'], ['whole', 'q']);
	}
	const choices = tree.levels.flatMap((level) => sets.map((by) => ({ level, by })));
	const chosen = choices.filter(() => random() < 0.5);
	const tables = [...chosen, { level: tree.levels.at(-1)!, by: ['p', 'q'] }, { level: null, by: ['q'] }].map(
		({ level, by }, i): Table => ({ id: `t${i}`, level, by, target: null, weight: 1 })
	);
	const domain: Domain = { region: { name: 'region', tree, column: null }, attributes, tables };
	const size = tree.leaves().length * attributes[0]!.codes.length * attributes[1]!.codes.length;
	const rows = tables.map(({ level, by }) => {
		const cells = by.reduce((n, name) => n * attributes.find((a) => a.name === name)!.codes.length, 1);
		return (level === null ? [0] : tree.cut(level)).flatMap((node) =>
			Array.from({ length: cells }, (_, cell) => {
				const weights = new Float64Array(cells);
				weights[cell] = 1;
				return designRow(domain, node, by, weights);
			})
		);
	});
	return { domain, unknowns: { size, rows } };
}

/** A weighted sum over the cells by `by` of one node, as coefficients of the leaf cells by all attributes. */
export function designRow(domain: Domain, node: number, by: readonly string[], weights: Float64Array): number[] {
	const tree = domain.region!.tree;
	const full: number[] = [];
	const [p, q] = domain.attributes;
	for (const leaf of tree.leaves()) {
		let v = leaf;
		while (v !== node && v > 0) v = tree.parent[v]!;
		for (let i = 0; i < p!.codes.length; i++) {
			for (let j = 0; j < q!.codes.length; j++) {
				const cell = by.reduce((c, name) => {
					const size = domain.attributes.find((a) => a.name === name)!.codes.length;
					return c * size + (name === 'q' ? j : Math.floor((i * size) / p!.codes.length));
				}, 0);
				full.push(v === node ? weights[cell]! : 0);
			}
		}
	}
	return full;
}

/** Inverse of a symmetric positive definite matrix by Gauss-Jordan elimination with pivoting; small sizes only. */
export function solveDense(matrix: readonly (readonly number[])[]): number[][] {
	const n = matrix.length;
	const work = matrix.map((row, i) => [...row, ...Array.from({ length: n }, (_, j) => (i === j ? 1 : 0))]);
	for (let column = 0; column < n; column++) {
		let pivot = column;
		for (let i = column + 1; i < n; i++) if (Math.abs(work[i]![column]!) > Math.abs(work[pivot]![column]!)) pivot = i;
		[work[column], work[pivot]] = [work[pivot]!, work[column]!];
		const head = work[column]![column]!;
		work[column] = work[column]!.map((x) => x / head);
		for (let i = 0; i < n; i++) {
			if (i === column) continue;
			const factor = work[i]![column]!;
			if (factor !== 0) work[i] = work[i]!.map((x, j) => x - factor * work[column]![j]!);
		}
	}
	return work.map((row) => row.slice(n));
}
