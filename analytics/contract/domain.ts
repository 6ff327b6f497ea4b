import { RegionTree } from './region-tree.ts';

/**
 * The public domain of a release: every key that any table can have, known before a record is read.
 * Made from the specification and its region tree alone.
 */

/** How a row's value becomes a code. Each rule is total: what it does not name counts as "unknown". */
export type CodingRule =
	| { readonly kind: 'codes'; readonly column: string }
	/** `edges` ascending; code i holds edges[i] <= value < edges[i+1], the last one everything from its edge up. */
	| { readonly kind: 'bins'; readonly column: string; readonly edges: readonly number[] }
	/** yes: value < limit; no: value >= limit. */
	| { readonly kind: 'below'; readonly column: string; readonly limit: number }
	/** Code i holds the codes i * every, ..., (i + 1) * every - 1 of another attribute, "unknown" being its last one. */
	| { readonly kind: 'groups'; readonly of: string; readonly every: number }
	/** A size without data: planning only. */
	| { readonly kind: 'size' };

/** A flat attribute; `codes` ends with "unknown" when rows are coded by a column. */
export interface Attribute {
	readonly name: string;
	readonly codes: readonly string[];
	readonly rule: CodingRule;
}

/**
 * The attribute at the end of a chain of groups, and how many of its codes make one code of the given attribute: an
 * attribute that is not made of groups is its own base, with a span of 1.
 */
export function baseOf(attributes: readonly Attribute[], attribute: Attribute): { base: Attribute; span: number } {
	const { rule } = attribute;
	if (rule.kind !== 'groups') return { base: attribute, span: 1 };
	const of = attributes.find(({ name }) => name === rule.of);
	if (of === undefined) throw new RangeError(`attribute ${attribute.name} groups an unknown attribute`);
	const { base, span } = baseOf(attributes, of);
	return { base, span: span * rule.every };
}

/** The attribute whose codes form a tree: at most one per release. */
export interface RegionAttribute {
	readonly name: string;
	readonly tree: RegionTree;
	readonly column: string | null;
}

/**
 * An amount that tables may add up, such as euros of debt: a whole number, rounded and then clipped to public bounds row by
 * row. A missing amount counts as 0, clipped like any other.
 */
export interface Amount {
	readonly name: string;
	readonly column: string;
	readonly from: number;
	readonly to: number;
}

/** The middle of an amount's bounds: sums are of differences from it, which are half as large as the amounts themselves. */
export function centreOf({ from, to }: Amount): number {
	return Math.floor((from + to) / 2);
}

/** The most that one row changes a sum of differences from the centre. */
export function reachOf(amount: Amount): number {
	return Math.max(amount.to - centreOf(amount), centreOf(amount) - amount.from);
}

/**
 * Consecutive periods in one release: each unit has at most one row per period. A spell is a run of periods in one cell of
 * the finest table; of each unit the first `spells` spells count.
 */
export interface Series {
	/** The attribute whose codes are the periods, in order; "unknown" is none of them. It comes last in every table. */
	readonly attribute: string;
	readonly spells: number;
}

/**
 * One measured table: a cut of the region tree x some flat attributes. Cells are stored row-major: regions in the order of
 * `tree.cut(level)`, then the attributes of `by` in that order, the last varying fastest.
 */
export interface Table {
	/** Also its file name in the bundle. */
	readonly id: string;
	/** Level of the region tree, or null: the whole domain. */
	readonly level: string | null;
	readonly by: readonly string[];
	/** Name of the amount that is added up; absent: rows are counted. */
	readonly sum?: string;
	/** Wanted standard error of one cell, in units. */
	readonly target: number | null;
	readonly weight: number;
}

/** Id of a table: its level, its attributes and the amount that it adds up, joined by dots. */
export function tableId(level: string | null, by: readonly string[], sum?: string): string {
	return [level ?? 'all', ...by, ...(sum === undefined ? [] : [`sum-${sum}`])].join('.');
}

export interface Domain {
	readonly region: RegionAttribute | null;
	readonly attributes: readonly Attribute[];
	readonly tables: readonly Table[];
	readonly amounts?: readonly Amount[];
	readonly series?: Series;
}

/** The one region of a release without regions. */
const WHOLE_DOMAIN = new RegionTree([{ code: 'total', parent: null, name: 'total', level: 'total' }]);

/** The regions that figures are about. */
export function regionTreeOf({ region }: Domain): RegionTree {
	return region?.tree ?? WHOLE_DOMAIN;
}

/** The amount that a table adds up, or null for counts. */
export function tableAmount(domain: Domain, table: Table): Amount | null {
	if (table.sum === undefined) return null;
	const amount = domain.amounts?.find(({ name }) => name === table.sum);
	if (amount === undefined) throw new RangeError(`table ${table.id} names an unknown amount`);
	return amount;
}

/** The attributes of a table, in its own order. */
export function tableAttributes(domain: Domain, table: Table): Attribute[] {
	return table.by.map((name) => {
		const attribute = domain.attributes.find((a) => a.name === name);
		if (attribute === undefined) throw new RangeError(`table ${table.id} names an unknown attribute`);
		return attribute;
	});
}

/** Node numbers of a table's regions, or null for a table over the whole domain. */
export function tableRegions(domain: Domain, table: Table): number[] | null {
	return table.level === null || domain.region === null ? null : domain.region.tree.cut(table.level);
}

/** Number of cells of a table. */
export function cellCount(domain: Domain, table: Table): number {
	const regions = tableRegions(domain, table)?.length ?? 1;
	return tableAttributes(domain, table).reduce((n, a) => n * a.codes.length, regions);
}

/** Noisy integers of one table, in the cell order of `Table`. Nothing about these numbers needs protection any more. */
export interface NoisyTable {
	readonly id: string;
	/** Exact noise variance parameter, "n/d". */
	readonly sigma2: string;
	readonly counts: Float64Array;
}
