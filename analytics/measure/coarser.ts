import { cellCount, tableAttributes, tableRegions, type Domain, type Table } from '../contract/domain.ts';
import { cellStrides } from './cells.ts';

/**
 * The table of the same domain with the fewest cells that holds all that a table tells: its level or a deeper one, its attributes
 * and perhaps more. Cuts of one region tree lie inside each other, so that counts of the one add up to those of the other, exactly.
 * Null when there is none, and for sums. It follows from the domain alone.
 */
export function finerTable(domain: Domain, table: Table): Table | null {
	if (table.sum !== undefined) return null;
	const finer = domain.tables.filter((other) => isFiner(domain, other, table));
	const sized = finer.map((other) => ({ other, cells: cellCount(domain, other) }));
	return sized.sort((a, b) => a.cells - b.cells)[0]?.other ?? null;
}

function isFiner(domain: Domain, fine: Table, coarse: Table): boolean {
	const further = depthOf(domain, fine) - depthOf(domain, coarse);
	const holds = fine.sum === undefined && further >= 0 && coarse.by.every((name) => fine.by.includes(name));
	return holds && (further > 0 || fine.by.length > coarse.by.length);
}

/** How deep its regions lie; without regions above all levels. */
function depthOf(domain: Domain, table: Table): number {
	return table.level === null || domain.region === null ? -1 : domain.region.tree.levels.indexOf(table.level);
}

/** For each cell of a finer table the cell of the coarser one that it lies in. */
export function cellsInto(domain: Domain, fine: Table, coarse: Table): Uint32Array {
	const [ownStride, strides] = stridesOf(domain, coarse);
	const regions = tableRegions(domain, fine);
	const axes = regions === null ? [] : [regionSteps(domain, regions, coarse, ownStride)];
	for (const { name, codes } of tableAttributes(domain, fine)) {
		const stride = strides.get(name) ?? 0;
		axes.push(codes.map((_, code) => code * stride));
	}
	return axes.reduce(withAxis, Uint32Array.of(0));
}

function withAxis(cells: Uint32Array, steps: readonly number[]): Uint32Array<ArrayBuffer> {
	const next = new Uint32Array(cells.length * steps.length);
	let at = 0;
	for (const cell of cells) for (const step of steps) next[at++] = cell + step;
	return next;
}

function stridesOf(domain: Domain, table: Table): [region: number, attributes: ReadonlyMap<string, number>] {
	const strides = cellStrides(domain, table);
	const region = tableRegions(domain, table) === null ? 0 : strides.shift()!;
	return [region, new Map(table.by.map((name, i) => [name, strides[i]!]))];
}

/** How far each region of a finer cut lies in the coarser one. */
function regionSteps(domain: Domain, regions: readonly number[], coarse: Table, stride: number): number[] {
	const cut = tableRegions(domain, coarse);
	if (cut === null) return regions.map(() => 0);
	const { parent } = domain.region!.tree;
	const position = new Map(cut.map((node, i) => [node, i]));
	return regions.map((region) => {
		let node = region;
		while (!position.has(node)) node = parent[node]!;
		return position.get(node)! * stride;
	});
}
