import { sql, type Expression, type ExpressionBuilder } from 'kysely';
import { baseOf, centreOf, type Amount, type Attribute, type Domain } from '../contract/domain.ts';
import { UNKNOWN } from '../contract/region-tree.ts';
import type { Engine, Relations } from '../engine/engine.ts';
import { writeLookup } from '../engine/lookup.ts';
import { InputError } from '../errors.ts';
import type { RowQuery } from '../microdata/rows.ts';
import { amountColumn, REGION_COLUMN } from './analysis-file.ts';
import { decoded } from './fact-codes.ts';
import type { Fact } from './fact.ts';

const REGION_LOOKUP = 'region_leaf';

/** How regions are written in the microdata: every key that stands for a leaf, with the leaf's node number. */
export type LeafKeys = Iterable<readonly [key: string, leaf: number]>;

/** What a source column holds that is kept `encoded`; nothing for one that holds text. */
export type KeptValues = (column: string) => Fact['values'] | undefined;

/** The source columns that the domain codes or adds up, without doubles. */
export function codedColumns(domain: Domain): string[] {
	const columns = domain.attributes.flatMap(({ rule }) => ('column' in rule ? [rule.column] : []));
	for (const { column } of domain.amounts ?? []) columns.push(column);
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
 * Rows that hold their source columns as text, or as `valuesOf` says, coded: INTEGER positions for attributes and regions, and amounts as the
 * analysis file has them. `aliasOf` gives a source column's name in `rows`; columns of `kept` stay as they are. Every rule is
 * total, so each row ends in exactly one code of each attribute; but a row of no listed period has null for it.
 */
export async function codedRows(
	engine: Engine,
	domain: Domain,
	rows: RowQuery,
	aliasOf: (column: string) => string,
	leafKeys: LeafKeys,
	kept: readonly string[] = [],
	valuesOf: KeptValues = () => undefined
): Promise<RowQuery> {
	const source: Sources = { aliasOf, valuesOf };
	let joined = engine.db.selectFrom(rows.as('row') as never) as unknown as RowQuery;
	const { region, amounts = [] } = domain;
	const attributes = domain.attributes.filter(({ rule }) => rule.kind !== 'groups');
	for (const { name, codes, rule } of attributes) {
		const listed = listedCodes(domain, { name, codes });
		if (rule.kind !== 'codes' || !isLookedUp(listed, valuesOf(rule.column))) continue;
		await writeLookup(
			engine,
			`code_${name}`,
			listed.map((code, i) => [code, i])
		);
		joined = joined.leftJoin(`code_${name}`, (join) =>
			join.on((eb) => sql<boolean>`${eb.ref(`code_${name}.key`)} = ${sourceText(eb as Builder, rule.column, source)}`)
		) as RowQuery;
	}
	if (region?.column != null) {
		await writeLookup(engine, REGION_LOOKUP, leafKeys);
		joined = joined.leftJoin(REGION_LOOKUP, `${REGION_LOOKUP}.key`, `row.${aliasOf(region.column)}`) as RowQuery;
	}
	const coded = joined.select((eb) => [
		...kept.map((column) => eb.ref(`row.${column}`).as(column)),
		...attributes.map((attribute) => integer(position(eb, domain, attribute, source)).as(attribute.name)),
		...(region === null
			? []
			: [integer(eb.fn.coalesce(eb.ref(`${REGION_LOOKUP}.value`), eb.lit(unknownLeaf(domain)))).as(REGION_COLUMN)]),
		...amounts.map(({ name, column }) => numberOrZero(sourceNumber(eb, column, source)).as(amountColumn(name)))
	]) as RowQuery;
	return withGroupsAndSums(engine, domain, coded, kept);
}

/** Groups follow from the positions of their base, and amounts from their numbers: a second step, so that each is found once. */
function withGroupsAndSums(engine: Engine, domain: Domain, coded: RowQuery, kept: readonly string[]): RowQuery {
	const from = engine.db.selectFrom(coded.as('coded') as never) as unknown as RowQuery;
	const { attributes, amounts = [], region } = domain;
	return from.select((eb) => [
		...kept.map((column) => eb.ref(`coded.${column}`).as(column)),
		...attributes.map((attribute) => groupPosition(eb, attributes, attribute).as(attribute.name)),
		...(region === null ? [] : [eb.ref(`coded.${REGION_COLUMN}`).as(REGION_COLUMN)]),
		...amounts.map((amount) => fromCentre(eb, amount).as(amountColumn(amount.name)))
	]) as RowQuery;
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

function position(eb: Builder, domain: Domain, { name, codes, rule }: Attribute, source: Sources): Position {
	if (!('column' in rule)) throw new RangeError(`attribute ${name} has no column`);
	const unknown = codes.length - 1;
	if (rule.kind === 'codes') {
		const listed = listedCodes(domain, { name, codes });
		const values = source.valuesOf(rule.column);
		const found = isLookedUp(listed, values) ? eb.ref(`code_${name}.value`) : amongFew(eb, listed, rule.column, source);
		return isSeries(domain, name) ? found : eb.fn.coalesce(found, eb.lit(unknown));
	}
	const number = sourceNumber(eb, rule.column, source);
	const value = finiteNumber(number);
	if (rule.kind === 'below')
		return sql`case when ${value} < ${rule.limit} then ${eb.lit(codes.indexOf('yes'))}
			when ${value} >= ${rule.limit} then ${eb.lit(codes.indexOf('no'))} else ${eb.lit(unknown)} end`;
	return sql`case when ${value} >= ${rule.edges[0]} then ${bin(eb, sql`try_cast(${number} as double)`, rule.edges, 0, rule.edges.length)}
		else ${eb.lit(unknown)} end`;
}

/** Without the last code, unknown; a series has none. */
function listedCodes(domain: Domain, { name, codes }: Pick<Attribute, 'name' | 'codes'>): readonly string[] {
	return isSeries(domain, name) ? codes : codes.slice(0, -1);
}

/** Comparing with so many codes one by one is faster than a join. */
const FEW_CODES = 40;

function isLookedUp(codes: readonly string[], values: Fact['values'] | undefined): boolean {
	return codes.length > FEW_CODES && (values === undefined || values === 'number');
}

function amongFew(eb: Builder, codes: readonly string[], column: string, source: Sources): Expression<number | null> {
	const values = source.valuesOf(column);
	if (values === undefined || values === 'number') {
		const cases = codes.map((code, i) => sql`when ${code} then ${eb.lit(i)}`);
		return sql`case ${sourceText(eb, column, source)} ${sql.join(cases, sql` `)} end`;
	}
	if (codes.join() === values.join()) return sql`${sourceColumn(eb, column, source)}`;
	const cases = codes.map((code, i) => sql`when ${eb.lit(values.indexOf(code))} then ${eb.lit(i)}`);
	return sql`case ${sourceColumn(eb, column, source)} ${sql.join(cases, sql` `)} end`;
}

/** The columns of the rows that are coded. */
interface Sources {
	readonly aliasOf: (column: string) => string;
	readonly valuesOf: KeptValues;
}

function sourceColumn(eb: Builder, column: string, { aliasOf }: Sources): Expression<unknown> {
	return eb.ref(`row.${aliasOf(column)}`);
}

function sourceText(eb: Builder, column: string, source: Sources): Expression<unknown> {
	const values = source.valuesOf(column);
	const own = sourceColumn(eb, column, source);
	return values === undefined ? own : decoded(values, own);
}

/** A text that may be a number, or the number itself. */
function sourceNumber(eb: Builder, column: string, source: Sources): Expression<unknown> {
	return source.valuesOf(column) === 'number' ? sourceColumn(eb, column, source) : sourceText(eb, column, source);
}

function isSeries(domain: Domain, attribute: string): boolean {
	return domain.series?.attribute === attribute;
}

/** Whole division, written so that every engine takes it for exact: the remainder goes first. */
function groupPosition(eb: Builder, attributes: readonly Attribute[], attribute: Attribute) {
	const { base, span } = baseOf(attributes, attribute);
	const code = eb.ref(`coded.${base.name}`);
	return span === 1 ? integer(code) : integer(sql`(${code} - ${code} % ${eb.lit(span)}) / ${eb.lit(span)}`);
}

/** The last edge of first..end-1 that is not above the value, found by halving so that many bins stay cheap. */
function bin(eb: Builder, value: Expression<unknown>, edges: readonly number[], first: number, end: number): Position {
	if (end - first === 1) return eb.lit(first);
	const middle = (first + end) >> 1;
	return sql`case when ${value} < ${edges[middle]} then ${bin(eb, value, edges, first, middle)}
		else ${bin(eb, value, edges, middle, end)} end`;
}

/** The text, or number, as a number; null when it is none, or not finite (NaN sorts above every number in DuckDB and PostgreSQL). */
export function finiteNumber(text: Expression<unknown>): Expression<number | null> {
	const value = sql`try_cast(${text} as double)`;
	return sql`case when ${value} between ${-Number.MAX_VALUE} and ${Number.MAX_VALUE} then ${value} end`;
}

function numberOrZero(value: Expression<unknown>) {
	return sql<number>`coalesce(${finiteNumber(value)}, 0)`;
}

/** Rounded (a half away from zero), clipped, less the centre: between -reach and reach for any number whatever. */
function fromCentre(eb: Builder, amount: Amount) {
	const value = eb.ref(`coded.${amountColumn(amount.name)}`);
	const whole = sql`sign(${value}) * floor(abs(${value}) + 0.5)`;
	const clipped = sql`least(greatest(${whole}, ${amount.from}), ${amount.to})`;
	return sql<number>`cast(${clipped} as bigint) - ${eb.lit(centreOf(amount))}`;
}
