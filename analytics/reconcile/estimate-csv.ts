import { tableAttributes, tableRegions, type Domain } from '../contract/domain.ts';
import type { Estimates } from './estimates.ts';
import { tableInUnits } from './table-in-units.ts';

/**
 * The lines of `voorzicht estimate`, header first, in pieces of one region each so that millions of cells can be streamed:
 * table, region, every attribute of the domain, estimate, standard error. A cell is empty where the table does not have it.
 * The estimate of a sum is the sum of the amount itself, not of its differences from the centre.
 */
export function* estimateCsv(domain: Domain, estimates: Estimates): Generator<string> {
	yield `${['table', 'region', ...domain.attributes.map((a) => a.name), 'estimate', 'se'].map(quoted).join(',')}\n`;
	for (const id of estimates.ids) {
		const table = domain.tables.find((t) => t.id === id)!;
		const { estimate, variance } = tableInUnits(domain, estimates, table);
		const nodes = tableRegions(domain, table) ?? [null];
		const cells = cellColumns(domain, tableAttributes(domain, table));
		for (const [r, node] of nodes.entries()) {
			const region = node === null ? '' : domain.region!.tree.regions[node]!.code;
			const start = `${quoted(id)},${quoted(region)}`;
			let lines = '';
			for (const [c, columns] of cells.entries()) {
				const i = r * cells.length + c;
				lines += `${start}${columns},${estimate[i]},${Math.sqrt(variance[i]!)}\n`;
			}
			yield lines;
		}
	}
}

type Attributes = ReturnType<typeof tableAttributes>;

/** For each cell of one region, the attribute columns with a comma before each. */
function cellColumns(domain: Domain, by: Attributes): string[] {
	let cells: ReadonlyMap<string, string>[] = [new Map()];
	for (const { name, codes } of by)
		cells = cells.flatMap((cell) => codes.map((code) => new Map([...cell, [name, code]])));
	return cells.map((cell) => domain.attributes.map(({ name }) => `,${quoted(cell.get(name) ?? '')}`).join(''));
}

/** A csv field (RFC 4180). */
export function quoted(text: string): string {
	return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
