import { tableAttributes, type Domain, type Table } from '../contract/domain.ts';
import { InputError } from '../errors.ts';

/**
 * A table splits into orthogonal components, one for each subset B of its attributes: sum over the other attributes, and
 * centre over those of B (ResidualPlanner: Xiao, He, Zhang and Kifer 2023, arXiv 2305.08175).
 */
export interface Component {
	/** Numbers of its attributes in `domain.attributes`, ascending. */
	readonly attributes: readonly number[];
	readonly sizes: readonly number[];
	/** Product of the sizes. */
	readonly cells: number;
	/** Dimension: product of (size - 1). */
	readonly dimension: number;
	/** The deepest level of the region tree at which a table measures it. */
	readonly reach: number;
}

/** One component as a part of one table. */
export interface Part {
	/** Place in `Closure.components`. */
	readonly component: number;
	/** Product of the sizes of the table's other attributes: how many cells add up to one value of the component. */
	readonly summed: number;
}

/** One table as a measurement of a component. */
export interface Use {
	/** Place of the table. */
	readonly table: number;
	readonly summed: number;
}

/** Every component of a set of tables, and of which each table is made. */
export interface Closure {
	readonly components: readonly Component[];
	/** For each component the tables that measure it. */
	readonly uses: readonly (readonly Use[])[];
	/** In the order of the tables. */
	readonly parts: readonly (readonly Part[])[];
	/** Depth in the region tree, in the order of the tables; 0 for the whole domain. */
	readonly depths: readonly number[];
	/** Cells of one region, in the order of the tables. */
	readonly cells: readonly number[];
}

/** @throws InputError when a table names a level or an attribute that the domain does not have. */
export function closureOf(domain: Domain, tables: readonly Table[]): Closure {
	const depths = tables.map((table) => tableDepth(domain, table));
	const attributes = tables.map((table) => attributeNumbers(domain, table.by, `Table ${table.id}`));
	const places = new Map<string, number>();
	const components: Component[] = [];
	const uses: Use[][] = [];
	const parts = tables.map((_, q) =>
		subsetsWithDimension(domain, attributes[q]!).map((subset): Part => {
			const key = subset.join();
			const place = places.get(key) ?? components.length;
			const reach = Math.max(depths[q]!, components[place]?.reach ?? 0);
			const summed = product(domain, attributes[q]!) / product(domain, subset);
			places.set(key, place);
			components[place] = { ...componentOf(domain, subset), reach };
			(uses[place] ??= []).push({ table: q, summed });
			return { component: place, summed };
		})
	);
	const cells = tables.map((table) => tableAttributes(domain, table).reduce((n, a) => n * a.codes.length, 1));
	return { components, uses, parts, depths, cells };
}

/** Numbers of attributes by their names, ascending. @throws InputError for an unknown or repeated name. */
export function attributeNumbers(domain: Domain, names: readonly string[], where: string): number[] {
	const numbers = names.map((name) => {
		const number = domain.attributes.findIndex((attribute) => attribute.name === name);
		if (number < 0)
			throw new InputError(
				`${where} names the attribute ${name}, which is not one of ${domain.attributes.map((a) => a.name).join(', ') || 'none'}.`
			);
		return number;
	});
	if (new Set(numbers).size !== numbers.length) throw new InputError(`${where} names one attribute twice.`);
	return numbers.sort((a, b) => a - b);
}

/** Every subset, the empty one first. An attribute with one code has nothing to centre, so no component has it. */
export function subsetsWithDimension(domain: Domain, attributes: readonly number[]): number[][] {
	let subsets: number[][] = [[]];
	for (const i of attributes) {
		if (sizeOf(domain, i) > 1) subsets = [...subsets, ...subsets.map((subset) => [...subset, i])];
	}
	return subsets;
}

function componentOf(domain: Domain, attributes: readonly number[]): Omit<Component, 'reach'> {
	const sizes = attributes.map((i) => sizeOf(domain, i));
	return {
		attributes,
		sizes,
		cells: sizes.reduce((n, size) => n * size, 1),
		dimension: sizes.reduce((n, size) => n * (size - 1), 1)
	};
}

function tableDepth(domain: Domain, table: Table): number {
	if (table.level === null) return 0;
	const levels = domain.region?.tree.levels ?? [];
	const depth = levels.indexOf(table.level);
	if (depth < 0)
		throw new InputError(
			`Table ${table.id} names the level ${table.level}, which is not one of ${levels.join(', ') || 'none'}.`
		);
	return depth;
}

function product(domain: Domain, attributes: readonly number[]): number {
	return attributes.reduce((n, i) => n * sizeOf(domain, i), 1);
}

function sizeOf(domain: Domain, attribute: number): number {
	return domain.attributes[attribute]!.codes.length;
}
