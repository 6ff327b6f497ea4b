import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import type { Spec } from '../../analytics/contract/spec.ts';

// Counts every cell of a release straight from a csv file, by rules written here anew: what the whole way is judged by.
// The region tree has two levels, of which the first is the whole.

export type Row = Readonly<Record<string, string>>;

export function csvRows(path: string): Row[] {
	return parse(readFileSync(path), { columns: true, bom: true });
}

/** Name of a cell as `estimate` writes it: table, region, every attribute; empty where the table does not have it. */
export const cellName = (...parts: readonly string[]): string => parts.join('|');

/** Exact counts and sums by cell name; a cell that nobody falls in is absent. */
export function trueCounts(spec: Spec, rows: readonly Row[], regions: readonly Row[]): Map<string, number> {
	const counts = new Map<string, number>();
	const root = regions.find((row) => row['parent'] === '')!;
	const leaves = new Set(regions.filter((row) => row !== root).map((row) => row['code']));
	const flat = Object.keys(spec.attributes).filter((name) => !('tree' in spec.attributes[name]!));
	const place = Object.values(spec.attributes).find((rule) => 'tree' in rule);
	for (const row of countedRows(spec, rows)) {
		const codes = new Map(flat.map((name) => [name, codeOf(spec, name, row)]));
		const own = place?.column === undefined ? '' : row[place.column]!;
		for (const { level, by, sum } of spec.tables) {
			const region =
				level === undefined ? '' : level === root['level'] ? root['code']! : leaves.has(own) ? own : 'unknown';
			const id = [level ?? 'all', ...by, ...(sum === undefined ? [] : [`sum-${sum}`])].join('.');
			const name = cellName(
				id,
				region,
				...flat.map((attribute) => (by.includes(attribute) ? codes.get(attribute)! : ''))
			);
			counts.set(name, (counts.get(name) ?? 0) + (sum === undefined ? 1 : fromCentre(spec.amounts![sum]!, row)));
		}
	}
	return counts;
}

/** A row's amount, in whole units between its bounds, less the middle of the bounds. */
function fromCentre({ column, from, to }: NonNullable<Spec['amounts']>[string], row: Row): number {
	const value = numberOf(row[column]!.trim());
	const whole = Number.isFinite(value) ? Math.sign(value) * Math.round(Math.abs(value)) : 0;
	return Math.min(Math.max(whole, from), to) - Math.floor((from + to) / 2);
}

/** The first rows of each unit, as many as it may contribute. */
function countedRows(spec: Spec, rows: readonly Row[]): Row[] {
	if (spec.source?.kind !== 'table') throw new Error('a single file is counted');
	const { unit } = spec.source;
	if (unit === undefined) return [...rows];
	const seen = new Map<string, number>();
	return rows.filter((row) => {
		const key = row[unit]!;
		const turn = (seen.get(key) ?? 0) + 1;
		seen.set(key, turn);
		return key !== '' && turn <= spec.unit.contribution;
	});
}

/** All codes of an attribute, in order. */
function codesOf(spec: Spec, name: string): string[] {
	const rule = spec.attributes[name]!;
	if ('tree' in rule || 'size' in rule) throw new Error('a coded attribute');
	if ('codes' in rule) {
		if (rule.series !== undefined) throw new Error('a series is counted by other rules');
		return [...rule.codes, 'unknown'];
	}
	if ('below' in rule) return ['yes', 'no', 'unknown'];
	if ('bins' in rule)
		return [
			...rule.bins.map((edge, i) => (i + 1 < rule.bins.length ? `${edge}-<${rule.bins[i + 1]}` : `${edge}+`)),
			'unknown'
		];
	const finer = codesOf(spec, rule.of);
	const groups = Array.from({ length: finer.length / rule.every }, (_, i) =>
		finer.slice(i * rule.every, (i + 1) * rule.every)
	);
	return groups.map((group) => `${group[0]!.split('..')[0]}..${group.at(-1)!.split('..').at(-1)}`);
}

function codeOf(spec: Spec, name: string, row: Row): string {
	return codesOf(spec, name)[positionOf(spec, name, row)]!;
}

function positionOf(spec: Spec, name: string, row: Row): number {
	const rule = spec.attributes[name]!;
	if ('tree' in rule || 'size' in rule) throw new Error('a coded attribute');
	if ('of' in rule) return Math.floor(positionOf(spec, rule.of, row) / rule.every);
	const unknown = codesOf(spec, name).length - 1;
	const text = row[rule.column]!.trim();
	if ('codes' in rule) return rule.codes.includes(text) ? rule.codes.indexOf(text) : unknown;
	const value = numberOf(text);
	if (!Number.isFinite(value)) return unknown;
	if ('below' in rule) return value < rule.below ? 0 : 1;
	const at = rule.bins.findLastIndex((edge) => edge <= value);
	return at < 0 ? unknown : at;
}

function numberOf(text: string): number {
	return text === '' ? NaN : Number(text);
}
