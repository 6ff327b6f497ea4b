import { downloadsTexts } from '../../messages/downloads.ts';
import type { Dataset, Dimension, Key, Measure, Row } from './dataset.ts';

/** Id of the dimension that tells what a value is: a share, an end of its interval, a count. */
const METRIC = 'measure';

/** Below this part of all cells that hold a row, cells are named one by one. */
const DENSE = 0.5;

/**
 * A set of figures as a JSON-stat 2.0 dataset (json-stat.org/full). The measures are its last dimension, so that the values of
 * one row stand side by side. A value that is not told is null and has a status; the texts of a row stand in `extension`, by the
 * index of its first value.
 */
export function jsonStat({ shape, rows, about }: Dataset) {
	const m = downloadsTexts(about.lang);
	const categories = shape.dimensions.map((_, d) => categoriesOf(rows, d));
	const sizes = [...categories.map((names) => names.size), shape.measures.length];
	const places = rows.map((row) => placeOf(row, categories) * shape.measures.length);
	if (new Set(places).size !== places.length) throw new Error(`two rows of ${about.name} have the same place`);
	const cells = sizes.reduce((product, size) => product * size, 1);
	return {
		version: '2.0',
		class: 'dataset',
		label: about.title,
		source: about.source,
		...(about.updated === null ? {} : { updated: about.updated.toISOString() }),
		note: about.notes.map(({ head, texts }) => `${head}: ${texts.join(' ')}`),
		id: [...shape.dimensions.map(({ id }) => id), METRIC],
		size: sizes,
		role: { ...rolesOf(shape.dimensions), metric: [METRIC] },
		dimension: {
			...Object.fromEntries(shape.dimensions.map((one, d) => [one.id, dimensionOf(one.label, categories[d]!)])),
			[METRIC]: metricOf(m.columns.measure, shape.measures)
		},
		value: valuesOf(rows, places, cells),
		...statusOf({ shape, rows, about }, places),
		extension: { remarks: remarksOf({ shape, rows, about }, places) }
	};
}

/** Codes of a dimension with their names, in the order in which rows bring them. */
function categoriesOf(rows: readonly Row[], d: number): Map<string, { name: string; index: number }> {
	const found = new Map<string, { name: string; index: number }>();
	for (const { keys } of rows) {
		const { code, name } = keys[d] as Key;
		if (!found.has(code)) found.set(code, { name, index: found.size });
	}
	return found;
}

type Categories = ReturnType<typeof categoriesOf>;

/** Place of a row among all combinations of categories, row-major. */
function placeOf({ keys }: Row, categories: readonly Categories[]): number {
	return keys.reduce((place, { code }, d) => place * categories[d]!.size + categories[d]!.get(code)!.index, 0);
}

function rolesOf(dimensions: readonly Dimension[]) {
	const ofRole = (role: Dimension['role']) => dimensions.filter((one) => one.role === role).map(({ id }) => id);
	const [time, geo] = [ofRole('time'), ofRole('geo')];
	return { ...(time.length === 0 ? {} : { time }), ...(geo.length === 0 ? {} : { geo }) };
}

function dimensionOf(label: string, categories: Categories) {
	return {
		label,
		category: {
			index: [...categories.keys()],
			label: Object.fromEntries([...categories].map(([code, { name }]) => [code, name]))
		}
	};
}

function metricOf(label: string, measures: readonly Measure[]) {
	return {
		label,
		category: {
			index: measures.map(({ id }) => id),
			label: Object.fromEntries(measures.map((one) => [one.id, one.label])),
			unit: Object.fromEntries(measures.map(({ id, unit, decimals }) => [id, { label: unit, decimals }]))
		}
	};
}

/** All values in order, or, when most combinations have no row, those of the rows by their index. */
function valuesOf(rows: readonly Row[], places: readonly number[], cells: number) {
	const width = rows[0]?.values.length ?? 0;
	if (rows.length * width < DENSE * cells) {
		const named: Record<string, number | null> = {};
		for (const [r, row] of rows.entries()) for (const [i, value] of row.values.entries()) named[places[r]! + i] = value;
		return named;
	}
	const all = new Array<number | null>(cells).fill(null);
	for (const [r, row] of rows.entries()) for (const [i, value] of row.values.entries()) all[places[r]! + i] = value;
	return all;
}

/** The status of every value whose row has one. */
function statusOf({ shape, rows }: Dataset, places: readonly number[]) {
	const s = shape.remarks.findIndex(({ isStatus }) => isStatus);
	if (s === -1) return {};
	const status: Record<string, string> = {};
	for (const [r, row] of rows.entries())
		for (const i of row.values.keys()) if (row.remarks[s] !== '') status[places[r]! + i] = row.remarks[s]!;
	return { status };
}

/** Texts of the rows: once where they are all the same, else by the index of a row's first value. */
function remarksOf({ shape, rows }: Dataset, places: readonly number[]) {
	const said = shape.remarks.map(({ id, label }, i) => {
		const first = rows[0]?.remarks[i] ?? '';
		if (rows.every(({ remarks }) => remarks[i] === first)) return [id, { label, text: first }] as const;
		return [id, { label, texts: Object.fromEntries(rows.map(({ remarks }, r) => [places[r]!, remarks[i]!])) }] as const;
	});
	return Object.fromEntries(said.filter((_, i) => !shape.remarks[i]!.isStatus));
}
