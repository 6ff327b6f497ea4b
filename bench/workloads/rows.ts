import { CompiledQuery } from 'kysely';
import type { RegionTree } from '../../analytics/contract/region-tree.ts';
import { openEngine, type Engine } from '../../analytics/engine/engine.ts';

/**
 * Made-up rows with three columns whose codes hang together with nothing: column c of row i holds
 * (i x multiplier mod modulus) mod size, for primes that differ by column.
 */
interface Column {
	readonly name: string;
	readonly multiplier: number;
	readonly modulus: number;
	readonly size: number;
	/** What the first code is. */
	readonly first: number;
}

export interface Rows {
	readonly count: number;
	readonly columns: readonly Column[];
}

/** Different primes for each column. */
const PRIMES = [
	[7_919, 1_000_003],
	[104_729, 1_000_033],
	[1_299_709, 1_000_037],
	[15_485_863, 1_000_039],
	[32_452_843, 1_000_081]
] as const;

/** Rows with a leaf of a regular tree, and codes of the attributes a0, a1, ... of these sizes. */
export function rowsOf(count: number, tree: RegionTree, sizes: readonly number[]): Rows {
	// The leaves of a regular tree are its last nodes, in a row.
	const leaves = tree.leaves();
	const columns = [
		{ name: 'region', size: leaves.length, first: leaves[0]! },
		...sizes.map((size, i) => ({ name: `a${i}`, size, first: 0 }))
	];
	return {
		count,
		columns: columns.map((column, i) => {
			const primes = PRIMES[i];
			if (primes === undefined) throw new RangeError(`made-up rows have at most ${PRIMES.length} columns`);
			return { ...column, multiplier: primes[0], modulus: primes[1] };
		})
	};
}

/** The rows as a relation of a new engine. */
export async function engineWith(rows: Rows, relation: string, threads: number): Promise<Engine> {
	const engine = await openEngine({ readable: [], threads });
	const columns = rows.columns.map(
		({ name, multiplier, modulus, size, first }) =>
			`cast(i * ${multiplier} % ${modulus} % ${size} + ${first} as integer) as ${name}`
	);
	const query = `create table ${relation} as select ${columns.join(', ')} from range(${rows.count}) as numbers(i)`;
	await engine.db.executeQuery(CompiledQuery.raw(query));
	return engine;
}

/** The rows as typed arrays. */
export function arraysOf({ count, columns }: Rows): Int32Array[] {
	return columns.map(({ multiplier, modulus, size, first }) =>
		new Int32Array(count).map((_, i) => (((i * multiplier) % modulus) % size) + first)
	);
}
