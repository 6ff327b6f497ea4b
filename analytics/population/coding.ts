import { sql, type Expression, type ExpressionBuilder } from 'kysely';
import type { Attribute, Domain } from '../contract/domain.ts';
import { UNKNOWN } from '../contract/region-tree.ts';
import type { Engine, Relations } from '../engine/engine.ts';
import { writeLookup } from '../engine/lookup.ts';
import { InputError } from '../errors.ts';
import type { RowQuery } from '../microdata/rows.ts';
import { REGION_COLUMN, type AnalysisFile } from './analysis-file.ts';

const ANALYSIS_FILE = 'analysis_file';
const REGION_LOOKUP = 'region_leaf';

/** How regions are written in the microdata: every key that stands for a leaf, with the leaf's node number. */
export type LeafKeys = Iterable<readonly [key: string, leaf: number]>;

/** The source columns that the domain codes, without doubles. */
export function codedColumns(domain: Domain): string[] {
	const columns = domain.attributes.flatMap(({ rule }) => (rule.kind === 'size' ? [] : [rule.column]));
	if (domain.region?.column != null) columns.push(domain.region.column);
	return [...new Set(columns)];
}

/** @throws InputError when the domain cannot be an analysis file: an attribute without a column, or two names that clash. */
export function requireCodable(domain: Domain): void {
	const taken = new Set<string>(domain.region === null ? [] : [REGION_COLUMN]);
	for (const { name, rule } of domain.attributes) {
		if (rule.kind === 'size')
			throw new InputError(
				`attributes.${name}: it has a size and no column, which serves planning only. Name its column.`
			);
		if (taken.has(name.toLowerCase()))
			throw new InputError(`attributes.${name}: its name is taken by another attribute or by the region. Rename it.`);
		taken.add(name.toLowerCase());
	}
	if (domain.region !== null && domain.region.column === null)
		throw new InputError(
			`attributes.${domain.region.name}: it has no column, which serves planning only. Name its column.`
		);
}

/**
 * Writes the analysis file of rows that hold their source columns as text. `aliasOf` gives a source column's name in
 * `rows`. Every rule is total, so each row ends in exactly one code of each attribute. An engine holds one analysis file.
 */
export async function codeRows(
	engine: Engine,
	domain: Domain,
	rows: RowQuery,
	aliasOf: (column: string) => string,
	leafKeys: LeafKeys
): Promise<AnalysisFile> {
	let joined = engine.db.selectFrom(rows.as('row') as never) as unknown as RowQuery;
	for (const { name, codes, rule } of domain.attributes) {
		if (rule.kind !== 'codes') continue;
		await writeLookup(
			engine,
			`code_${name}`,
			codes.slice(0, -1).map((code, i) => [code, i])
		);
		joined = joined.leftJoin(`code_${name}`, `code_${name}.key`, `row.${aliasOf(rule.column)}`) as RowQuery;
	}
	const { region } = domain;
	if (region?.column != null) {
		await writeLookup(engine, REGION_LOOKUP, leafKeys);
		joined = joined.leftJoin(REGION_LOOKUP, `${REGION_LOOKUP}.key`, `row.${aliasOf(region.column)}`) as RowQuery;
	}
	const coded = joined.select((eb) => [
		...domain.attributes.map((attribute) => integer(position(eb, attribute, aliasOf)).as(attribute.name)),
		...(region === null
			? []
			: [integer(eb.fn.coalesce(eb.ref(`${REGION_LOOKUP}.value`), eb.lit(unknownLeaf(domain)))).as(REGION_COLUMN)])
	]);
	await engine.db.schema.dropTable(ANALYSIS_FILE).ifExists().execute();
	await engine.db.schema.createTable(ANALYSIS_FILE).as(coded).execute();
	return { engine, relation: ANALYSIS_FILE };
}

/** Each leaf under its own code. */
export function leafCodes(domain: Domain): [code: string, leaf: number][] {
	const tree = domain.region?.tree;
	return tree === undefined ? [] : tree.leaves().map((leaf) => [tree.regions[leaf]!.code, leaf]);
}

function unknownLeaf(domain: Domain): number {
	const leaf = domain.region!.tree.find(UNKNOWN);
	if (leaf === undefined) throw new RangeError('the region tree has no leaf for unknown regions');
	return leaf;
}

type Builder = ExpressionBuilder<Relations, string>;
type Position = Expression<unknown>;

function integer(value: Position) {
	return sql<number>`cast(${value} as integer)`;
}

function position(eb: Builder, { name, codes, rule }: Attribute, aliasOf: (column: string) => string): Position {
	if (rule.kind === 'size') throw new RangeError(`attribute ${name} has no column`);
	const unknown = codes.length - 1;
	if (rule.kind === 'codes') return eb.fn.coalesce(eb.ref(`code_${name}.value`), eb.lit(unknown));
	const value = finiteNumber(eb.ref(`row.${aliasOf(rule.column)}`));
	if (rule.kind === 'below')
		return sql`case when ${value} < ${rule.limit} then ${eb.lit(codes.indexOf('yes'))}
			when ${value} >= ${rule.limit} then ${eb.lit(codes.indexOf('no'))} else ${eb.lit(unknown)} end`;
	return sql`case when ${value} >= ${rule.edges[0]} then ${bin(eb, value, rule.edges, 0, rule.edges.length)}
		else ${eb.lit(unknown)} end`;
}

/** The last edge of first..end-1 that is not above the value, found by halving so that many bins stay cheap. */
function bin(eb: Builder, value: Expression<unknown>, edges: readonly number[], first: number, end: number): Position {
	if (end - first === 1) return eb.lit(first);
	const middle = (first + end) >> 1;
	return sql`case when ${value} < ${edges[middle]} then ${bin(eb, value, edges, first, middle)}
		else ${bin(eb, value, edges, middle, end)} end`;
}

/** The text as a number; null when it is none, or not finite (NaN sorts above every number in DuckDB and PostgreSQL). */
export function finiteNumber(text: Expression<unknown>): Expression<number | null> {
	const value = sql`try_cast(${text} as double)`;
	return sql`case when ${value} between ${-Number.MAX_VALUE} and ${Number.MAX_VALUE} then ${value} end`;
}
