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

/** Exact counts by cell name; a cell that nobody falls in is absent. */
export function trueCounts(spec: Spec, rows: readonly Row[], regions: readonly Row[]): Map<string, number> {
	const counts = new Map<string, number>();
	const root = regions.find((row) => row['parent'] === '')!;
	const leaves = new Set(regions.filter((row) => row !== root).map((row) => row['code']));
	const flat = Object.entries(spec.attributes).filter(([, rule]) => !('tree' in rule));
	const place = Object.values(spec.attributes).find((rule) => 'tree' in rule);
	for (const row of countedRows(spec, rows)) {
		const codes = new Map(flat.map(([name, rule]) => [name, codeOf(rule, row)]));
		const own = place?.column === undefined ? '' : row[place.column]!;
		for (const { level, by } of spec.tables) {
			const region =
				level === undefined ? '' : level === root['level'] ? root['code']! : leaves.has(own) ? own : 'unknown';
			const id = [level ?? 'all', ...by].join('.');
			const name = cellName(
				id,
				region,
				...flat.map(([attribute]) => (by.includes(attribute) ? codes.get(attribute)! : ''))
			);
			counts.set(name, (counts.get(name) ?? 0) + 1);
		}
	}
	return counts;
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

function codeOf(rule: Spec['attributes'][string], row: Row): string {
	if ('tree' in rule || 'size' in rule) throw new Error('a coded attribute');
	const text = row[rule.column]!.trim();
	if ('codes' in rule) return rule.codes.includes(text) ? text : 'unknown';
	const value = text === '' ? NaN : Number(text);
	if (!Number.isFinite(value)) return 'unknown';
	if ('below' in rule) return value < rule.below ? 'yes' : 'no';
	const at = rule.bins.findLastIndex((edge) => edge <= value);
	if (at < 0) return 'unknown';
	return at + 1 < rule.bins.length ? `${rule.bins[at]}-<${rule.bins[at + 1]}` : `${rule.bins[at]}+`;
}
