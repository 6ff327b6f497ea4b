import { chiSquareTail } from 'diffprivlib-js';
import type { Domain } from '../contract/domain.ts';
import { attributeNumbers, attributesOf, choices, type Closure } from '../plan/components.ts';
import type { MeasuredTable, TableEstimate } from './measured-table.ts';
import { decoded, rowsOf, type Series } from './series.ts';
import { Spread } from './spread.ts';
import { nodeCovariance, type Nodes, type TreeEstimate } from './tree-estimate.ts';

/** A weighted sum over the cells of one region (and over its periods, in a series), made ready by `Estimates.combination` for any region. */
export interface Combination {
	/** Number of nodes at which it can be estimated: the first ones of the tree. */
	readonly nodes: number;
	/** Weights of the values of each component that takes part. */
	readonly parts: ReadonlyMap<number, Float64Array>;
}

/** How well the noisy tables fit together: a chi-square test that their noise is what they say. */
export interface Integrity {
	readonly statistic: number;
	readonly dof: number;
	/** Null when nothing is measured twice, so that nothing can be tested. */
	readonly p: number | null;
}

/** Reconciled estimates of a release. Nodes are numbered as in the region tree; without regions the one node is 0. */
export class Estimates {
	readonly #domain: Domain;
	readonly #tree: Nodes;
	readonly #closure: Closure;
	readonly #tables: readonly MeasuredTable[];
	/** All components of the first measured row, then all of the second, and so on; without a series there is one row. */
	readonly #components: readonly TreeEstimate[];
	readonly #series: Series | null;
	/** The period that combinations are about unless they name periods themselves. */
	#period: number | null = null;

	constructor(
		domain: Domain,
		tree: Nodes,
		closure: Closure,
		tables: readonly MeasuredTable[],
		components: readonly TreeEstimate[],
		series: Series | null
	) {
		this.#domain = domain;
		this.#tree = tree;
		this.#closure = closure;
		this.#tables = tables;
		this.#components = components;
		this.#series = series;
	}

	/** Names of the measured tables, in the order of the domain. */
	get ids(): string[] {
		return this.#tables.map(({ table }) => table.id);
	}

	/** Every cell of a measured table; made anew by each call. @throws RangeError for a table that was not measured. */
	table(id: string): TableEstimate {
		const measured = this.#tables.find(({ table }) => table.id === id);
		if (measured === undefined) throw new RangeError(`table ${id} was not measured`);
		const variance = this.#variances(measured);
		if (this.#series === null) return { estimate: this.#cells(measured, 0), variance };
		const { periods } = this.#series;
		const rows = Array.from({ length: periods }, (_, row) => this.#cells(measured, row));
		return decoded(this.#series, rows, variance);
	}

	/**
	 * A weighted sum over the cells of a region; its covariances account for what the cells have in common.
	 * @param by attributes, in any order
	 * @param weights by cell: row-major over `by`, the last attribute fastest
	 * @param sum an amount: weights are on its sums (of differences from its centre) instead of on counts
	 * @returns null when no table measures these attributes together
	 * @throws InputError for an unknown attribute; RangeError for a wrong number of weights
	 */
	combination(by: readonly string[], weights: Float64Array, sum?: string): Combination | null {
		attributeNumbers(this.#domain, by, 'A combination');
		const rows = rowsOf(this.#domain, this.#series, this.#period, by, weights);
		if (rows === null) return null;
		const axes = rows.by.map((name) => this.#domain.attributes.findIndex((attribute) => attribute.name === name));
		const spread = new Spread(this.#domain, axes);
		if (weights.length !== spread.cells * rows.periods)
			throw new RangeError(`a combination by ${by.join(', ')} has ${spread.cells * rows.periods} weights`);
		const total = this.#closure.place([], sum ?? null);
		if (total === undefined) return null;
		const block = spread.buffer();
		const negligible = 1e-12 * weights.reduce((max, w) => Math.max(max, Math.abs(w)), 0);
		const parts = new Map<number, Float64Array>();
		let nodes = Infinity;
		for (const [row, rowWeights] of rows.weights.entries()) {
			spread.forward(rowWeights, 0, block);
			for (const attributes of choices(this.#domain, axes).map(attributesOf)) {
				const places = spread.placesOf(attributes);
				const summed = spread.cells / places.length;
				const part = Float64Array.from(places, (place) => block[place]! / summed);
				if (part.every((w) => Math.abs(w) <= negligible)) continue;
				const component = this.#closure.place(attributes, sum ?? null);
				if (component === undefined) return null;
				parts.set(row * this.#closure.components.length + component, part);
				nodes = Math.min(nodes, this.#components[component]!.nodes);
			}
		}
		return { nodes: Number.isFinite(nodes) ? nodes : this.#components[total]!.nodes, parts };
	}

	/** The same estimates, with combinations about one period of the series unless they name periods themselves. */
	at(period: number): Estimates {
		if (this.#series === null || !Number.isInteger(period) || period < 0 || period >= this.#series.periods)
			throw new RangeError('the release has no such period');
		const chosen = new Estimates(this.#domain, this.#tree, this.#closure, this.#tables, this.#components, this.#series);
		chosen.#period = period;
		return chosen;
	}

	/** Estimate at each node. */
	values(combination: Combination): Float64Array {
		const result = new Float64Array(combination.nodes);
		for (const [b, weights] of combination.parts) {
			const { values, cells } = this.#components[b]!;
			for (let v = 0; v < result.length; v++) {
				for (let c = 0; c < cells; c++) result[v]! += weights[c]! * values[v * cells + c]!;
			}
		}
		return result;
	}

	/** Covariance of two combinations at each node where both can be estimated; of one with itself its variance. */
	covariances(one: Combination, other: Combination): Float64Array {
		const result = new Float64Array(Math.min(one.nodes, other.nodes));
		for (const [b, product] of products(one, other)) {
			const { variance } = this.#components[b]!;
			for (let v = 0; v < result.length; v++) result[v]! += product * variance[v]!;
		}
		return result;
	}

	/** Covariance of a combination at one node and a combination at another. */
	covarianceBetween(one: Combination, node: number, other: Combination, otherNode: number): number {
		if (node >= one.nodes || otherNode >= other.nodes) throw new RangeError('no table goes down to this node');
		let sum = 0;
		for (const [b, product] of products(one, other))
			sum += product * nodeCovariance(this.#tree, this.#components[b]!, node, otherNode);
		return sum;
	}

	/** Tests whether the tables differ from their estimates as much as noise of their stated variances makes them differ. */
	integrity(): Integrity {
		const rows = this.#series?.periods ?? 1;
		let statistic = 0;
		for (const measured of this.#tables) {
			for (let row = 0; row < rows; row++) {
				const estimate = this.#cells(measured, row);
				for (let i = 0; i < estimate.length; i++)
					statistic += measured.precision * squared(measured.counts[i * rows + row]! - estimate[i]!);
			}
		}
		let dof = 0;
		for (const [b, { dimension }] of this.#closure.components.entries()) {
			const measurements = this.#closure.uses[b]!.reduce((n, { table }) => n + this.#tables[table]!.nodes.length, 0);
			dof += rows * dimension * (measurements - this.#components[b]!.free);
		}
		return { statistic, dof, p: dof > 0 ? chiSquareTail(statistic, dof) : null };
	}

	/** Estimates of what was measured in one row, by cell of one period. */
	#cells({ nodes, spread, parts }: MeasuredTable, row: number): Float64Array {
		const estimate = new Float64Array(nodes.length * spread.cells);
		const block = spread.buffer();
		const first = row * this.#closure.components.length;
		for (const [r, v] of nodes.entries()) {
			block.fill(0);
			for (const { component, places } of parts) {
				const { values } = this.#components[first + component]!;
				const start = v * places.length;
				for (let c = 0; c < places.length; c++) block[places[c]!] = values[start + c]!;
			}
			spread.inverse(block, estimate, r * spread.cells);
		}
		return estimate;
	}

	/** All cells of a table in one region have the same variance, in every row. */
	#variances({ nodes, spread, parts }: MeasuredTable): Float64Array {
		const { cells } = spread;
		const variance = new Float64Array(nodes.length * cells);
		for (const [r, v] of nodes.entries()) {
			let sum = 0;
			for (const { component, summed } of parts) {
				const { dimension } = this.#closure.components[component]!;
				sum += (this.#components[component]!.variance[v]! * dimension) / (summed * cells);
			}
			variance.fill(sum, r * cells, (r + 1) * cells);
		}
		return variance;
	}
}

/** By multiplication, which every engine rounds alike; powers are up to the engine. */
function squared(x: number): number {
	return x * x;
}

/** For each component in both: the inner product of their weights. */
function* products(one: Combination, other: Combination): Iterable<[component: number, product: number]> {
	for (const [b, weights] of one.parts) {
		const others = other.parts.get(b);
		if (others !== undefined) yield [b, weights.reduce((sum, w, c) => sum + w * others[c]!, 0)];
	}
}
