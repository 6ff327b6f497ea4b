import type { Row, Shape } from './dataset.ts';

/** Heads of a table's columns: a dimension with codes takes two. */
export function headsOf({ dimensions, measures, remarks }: Shape, codeHead: (label: string) => string): string[] {
	return [
		...dimensions.flatMap(({ label, coded }) => (coded ? [codeHead(label), label] : [label])),
		...measures.map(({ label, unit }) => (unit === '' ? label : `${label} (${unit})`)),
		...remarks.map(({ label }) => label)
	];
}

/** Cells of a row, under those heads. */
export function cellsOf({ dimensions }: Shape, { keys, values, remarks }: Row): (string | number | null)[] {
	const cells: (string | number | null)[] = [];
	for (const [i, { code, name }] of keys.entries()) {
		if (dimensions[i]!.coded) cells.push(code);
		cells.push(name);
	}
	cells.push(...values, ...remarks);
	return cells;
}
