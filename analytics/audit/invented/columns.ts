import { UNKNOWN } from '../../contract/region-tree.ts';
import type { CodingRule, Domain } from '../../contract/domain.ts';
import type { TableSource } from '../../microdata/table-source.ts';

/** What a column of an invented file may hold, made from the public domain alone. */
export interface Values {
	/** Values that the specification names, and numbers at the edges that it names. */
	readonly listed: string[];
	/** All of them, and values that no rule expects. */
	readonly all: string[];
}

/** Values that a file may hold in any column; each counts as unknown, or as a number that is far away. */
const ODD = [
	'',
	'NA',
	'NaN',
	'inf',
	'-inf',
	'1e400',
	'-0',
	'9007199254740993',
	'-1e300',
	'no such code',
	'é',
	'a "b", c;'
];

/** Of a large region tree so many leaves. */
const MOST_LEAVES = 400;

/** The columns that a file needs for a specification, with their values; the column of the unit is none of them. */
export function columnValues(domain: Domain, source: TableSource): Map<string, Values> {
	const columns = new Map<string, Values>();
	const add = (column: string, listed: readonly string[], near: readonly string[]) => {
		const { listed: own, all } = columns.get(column) ?? { listed: [], all: [...ODD] };
		columns.set(column, { listed: [...own, ...listed], all: [...all, ...listed, ...near] });
	};
	for (const { rule, codes } of domain.attributes)
		if ('column' in rule) add(rule.column, listedValues(rule, codes), nearValues(rule));
	const { region, amounts = [] } = domain;
	if (region?.column != null) {
		const codes = region.tree.leaves().map((leaf) => region.tree.regions[leaf]!.code);
		const step = Math.ceil(codes.length / MOST_LEAVES);
		add(
			region.column,
			codes.filter((code, i) => i % step === 0 && code !== UNKNOWN),
			[UNKNOWN, region.tree.regions[0]!.code]
		);
	}
	for (const { column, from, to } of amounts)
		add(column, numbers(from, to, Math.floor((from + to) / 2)), numbers(from - 1, to + 1, to + 0.5, from - 0.5, 0));
	for (const where of source.where ?? [])
		add(where.column, 'in' in where ? where.in : numbers(...ends(where)), numbers(...ends(where).flatMap(around)));
	return columns;
}

function listedValues(rule: CodingRule, codes: readonly string[]): string[] {
	if (rule.kind === 'codes') return codes.filter((code) => code !== UNKNOWN);
	if (rule.kind === 'bins') return numbers(...rule.edges);
	return rule.kind === 'below' ? numbers(rule.limit - 1, rule.limit) : [];
}

function nearValues(rule: CodingRule): string[] {
	if (rule.kind === 'bins') return numbers(...rule.edges.flatMap(around));
	return rule.kind === 'below' ? numbers(...around(rule.limit)) : [];
}

function ends(where: NonNullable<TableSource['where']>[number]): number[] {
	return 'in' in where ? [] : [where.min, where.max].filter((end) => end !== undefined);
}

function around(edge: number): number[] {
	return [edge - 0.01, edge, edge + 0.01];
}

function numbers(...values: readonly number[]): string[] {
	return values.map(String);
}

/** Whether a row with this value passes every filter of the source on the column. */
export function passes(source: TableSource, column: string, value: string): boolean {
	return (source.where ?? []).every((where) => {
		if (where.column !== column) return true;
		if ('in' in where) return where.in.includes(value);
		const number = value.trim() === '' ? NaN : Number(value);
		return number >= (where.min ?? -Number.MAX_VALUE) && number <= (where.max ?? Number.MAX_VALUE);
	});
}
