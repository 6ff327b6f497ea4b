import type { Pdf } from '../read-pdf.ts';
import type { File, Finding } from './file.ts';
import { attributeOf, nameOf } from './tree.ts';
import type { Node } from './tree.ts';

/** Tables are even, and every cell has a header that says what it heads (checkpoint 15). */
export function tables({ pdf, tree }: File): Finding[] {
	return tree.nodes
		.filter(({ type }) => type === 'Table')
		.flatMap((table) => [...even(pdf, table), ...headed(pdf, table)]);
}

const rowsOf = ({ children }: Node): Node[] =>
	children.flatMap((child) =>
		child.type === 'TR' ? [child] : /^T(Head|Body|Foot)$/.test(child.type) ? rowsOf(child) : []
	);

const span = (pdf: Pdf, cell: Node, name: 'RowSpan' | 'ColSpan') => {
	const said = attributeOf(pdf, cell, 'Table', name);
	return typeof said === 'number' ? said : 1;
};

/** Cells by row and column; a cell that spans several stands in each. */
function gridOf(pdf: Pdf, table: Node): (Node | undefined)[][] {
	const rows = rowsOf(table);
	const grid: (Node | undefined)[][] = rows.map(() => []);
	for (const [r, row] of rows.entries())
		for (const cell of row.children) {
			let c = 0;
			while (grid[r]![c] !== undefined) c += 1;
			for (let down = 0; down < span(pdf, cell, 'RowSpan'); down += 1)
				for (let right = 0; right < span(pdf, cell, 'ColSpan'); right += 1) (grid[r + down] ??= [])[c + right] = cell;
		}
	return grid;
}

function even(pdf: Pdf, table: Node): Finding[] {
	const grid = gridOf(pdf, table);
	const wide = grid[0]?.length ?? 0;
	const isEven =
		grid.length === rowsOf(table).length && grid.every((row) => row.length === wide && !row.includes(undefined));
	return wide > 0 && isEven ? [] : [{ condition: 'regular', where: nameOf(table) }];
}

function headed(pdf: Pdf, table: Node): Finding[] {
	const cells = rowsOf(table).flatMap(({ children }) => children);
	const heads = cells.filter(({ type }) => type === 'TH');
	const ids = new Set(heads.flatMap(({ dict }) => (typeof dict.ID === 'string' ? [dict.ID] : [])));
	const named = cells
		.filter(({ type }) => type === 'TD')
		.map((cell) => pdf.list(attributeOf(pdf, cell, 'Table', 'Headers')));
	if (named.length > 0 && named.every((names) => names.length > 0 && names.every((name) => ids.has(name as string))))
		return [];
	const scopeOf = (head: Node) => attributeOf(pdf, head, 'Table', 'Scope');
	const without = heads.filter((head) => !['/Row', '/Column', '/Both'].includes(String(scopeOf(head))));
	const heading = (cell: Node | undefined, ...scopes: string[]) =>
		cell?.type === 'TH' && scopes.includes(String(scopeOf(cell)));
	const grid = gridOf(pdf, table);
	const alone = grid.flatMap((row, r) =>
		row.filter((cell, c) => {
			const above = grid.slice(0, r).some((other) => heading(other[c], '/Column', '/Both'));
			const before = row.slice(0, c).some((other) => heading(other, '/Row', '/Both'));
			return cell?.type === 'TD' && !above && !before;
		})
	);
	return [
		...without.map((head) => ({ condition: '15-003', where: nameOf(head) })),
		...alone.map((cell) => ({ condition: '15-005', where: nameOf(cell!) }))
	];
}
