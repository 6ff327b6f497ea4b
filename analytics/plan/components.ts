import { tableAttributes, type Domain, type Table } from '../contract/domain.ts';
import { InputError } from '../errors.ts';
import { axisSteps, stepOf, type Step } from './axes.ts';

/**
 * A table splits into orthogonal components, one for each choice of a step (or none) on each of its axes: sum over the
 * other axes, and centre over those of the choice (ResidualPlanner: Xiao, He, Zhang and Kifer 2023, arXiv 2305.08175; with
 * steps of groups inside an axis as for the levels of a tree).
 */
export interface Component {
	/** Numbers of its attributes in `domain.attributes`, ascending; an attribute stands for one step of its axis. */
	readonly attributes: readonly number[];
	/** The amount whose sums it is a part of; null for counts. */
	readonly sum: string | null;
	readonly sizes: readonly number[];
	/** Product of the sizes. */
	readonly cells: number;
	/** Dimension: product of (size - size of the step before). */
	readonly dimension: number;
	/** The deepest level of the region tree at which a table measures it. */
	readonly reach: number;
}

/** One component as a part of one table. */
export interface Part {
	/** Place in `Closure.components`. */
	readonly component: number;
	/** How many cells of the table add up to one value of the component. */
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
	/** Place of the component of some attributes (ascending), or undefined when no table measures it. */
	readonly place: (attributes: readonly number[], sum: string | null) => number | undefined;
	/** For each component the tables that measure it. */
	readonly uses: readonly (readonly Use[])[];
	/** In the order of the tables. */
	readonly parts: readonly (readonly Part[])[];
	/** Depth in the region tree, in the order of the tables; 0 for the whole domain. */
	readonly depths: readonly number[];
	/** Cells of one region, in the order of the tables. */
	readonly cells: readonly number[];
}

/** Keeps a plan within seconds and a few hundred megabytes. */
const MOST_COMPONENTS = 100_000;

/** @throws InputError when a table names a level or an attribute that the domain does not have, or has too many attributes. */
export function closureOf(domain: Domain, tables: readonly Table[]): Closure {
	const depths = tables.map((table) => tableDepth(domain, table));
	const places = new Map<string, number>();
	const components: Component[] = [];
	const uses: Use[][] = [];
	const cells = tables.map((table) => tableAttributes(domain, table).reduce((n, a) => n * a.codes.length, 1));
	const parts = tables.map((table, q) => {
		const attributes = attributeNumbers(domain, table.by, `Table ${table.id}`);
		if (componentsOf(domain, attributes) > MOST_COMPONENTS)
			throw new InputError(
				`Table ${table.id} has too many attributes to plan (${table.by.length}); leave some out, or ask for several smaller tables.`
			);
		return choices(domain, attributes).map((steps): Part => {
			const component = componentOf(steps, table.sum ?? null, depths[q]!);
			const key = keyOf(component.attributes, component.sum);
			const place = places.get(key) ?? components.length;
			places.set(key, place);
			const known = components[place];
			if (known === undefined || known.reach < component.reach) components[place] = component;
			const summed = cells[q]! / component.cells;
			(uses[place] ??= []).push({ table: q, summed });
			return { component: place, summed };
		});
	});
	const place = (attributes: readonly number[], sum: string | null) => places.get(keyOf(attributes, sum));
	return { components, place, uses, parts, depths, cells };
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
	const bases = numbers.map((number) => stepOf(domain, number).base);
	if (new Set(bases).size !== bases.length)
		throw new InputError(`${where} names one attribute twice, or an attribute and groups of it.`);
	return numbers.sort((a, b) => a - b);
}

/**
 * Every choice of at most one step on the axis of each attribute, up to that attribute's own step; the empty choice first.
 * Steps in the order of the attributes.
 */
export function choices(domain: Domain, attributes: readonly number[]): Step[][] {
	let made: Step[][] = [[]];
	for (const number of attributes) {
		const steps = axisSteps(domain, number).filter((step) => step.size > 1);
		made = [...made, ...steps.flatMap((step) => made.map((choice) => [...choice, step]))];
	}
	return made;
}

/** Attribute numbers of a choice, ascending: the order of the component's own cells. */
export function attributesOf(steps: readonly Step[]): number[] {
	return steps.map(({ attribute }) => attribute).sort((a, b) => a - b);
}

function componentsOf(domain: Domain, attributes: readonly number[]): number {
	return attributes.reduce((n, number) => n * (1 + axisSteps(domain, number).length), 1);
}

function componentOf(steps: readonly Step[], sum: string | null, reach: number): Component {
	const sorted = [...steps].sort((a, b) => a.attribute - b.attribute);
	return {
		attributes: sorted.map(({ attribute }) => attribute),
		sum,
		sizes: sorted.map(({ size }) => size),
		cells: sorted.reduce((n, { size }) => n * size, 1),
		dimension: sorted.reduce((n, { size, before }) => n * (size - before), 1),
		reach
	};
}

function keyOf(attributes: readonly number[], sum: string | null): string {
	return `${sum ?? ''}:${attributes.join()}`;
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
