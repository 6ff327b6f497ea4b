import type { Domain } from '../contract/domain.ts';
import { axisSteps, type Step } from '../plan/axes.ts';

/** Where one step of an axis stands in the spread block. */
interface Stretch {
	readonly size: number;
	/** Place of its first value along the axis. */
	readonly start: number;
	/** Codes of this step in one code of the step before. */
	readonly ratio: number;
}

interface Axis {
	/** Number of cells, and of places after spreading. */
	readonly cells: number;
	readonly places: number;
	/** From the coarsest step to the cells themselves; before them, place 0 holds the sum of all. */
	readonly stretches: readonly Stretch[];
	readonly attributes: readonly number[];
}

/**
 * A block of cells over some axes, spread into all its components at once: along every axis the values become their sum
 * (place 0) and, for each step of the axis, the sums of its groups less their part of the group of the step before. Row-major,
 * the last axis fastest.
 */
export class Spread {
	readonly #axes: readonly Axis[];
	/** Steps between neighbours along each axis of the spread block. */
	readonly #strides: readonly number[];
	/** Number of cells, and of places after spreading. */
	readonly cells: number;
	readonly places: number;
	#scratch: Float64Array;

	/** @param attributes numbers in `domain.attributes`, in the order of the axes */
	constructor(domain: Domain, attributes: readonly number[]) {
		this.#axes = attributes.map((attribute) => axisOf(axisSteps(domain, attribute)));
		this.cells = this.#axes.reduce((n, axis) => n * axis.cells, 1);
		this.places = this.#axes.reduce((n, axis) => n * axis.places, 1);
		const strides: number[] = [];
		let stride = 1;
		for (const { places } of this.#axes.toReversed()) {
			strides.unshift(stride);
			stride *= places;
		}
		this.#strides = strides;
		this.#scratch = new Float64Array(this.places);
	}

	/** A buffer for one spread block. */
	buffer(): Float64Array {
		return new Float64Array(this.places);
	}

	/** Spreads the block that starts at `offset` of `cells` into `out`. */
	forward(cells: Float64Array, offset: number, out: Float64Array): void {
		let [from, to] = this.#startFor(out);
		for (let i = 0; i < this.cells; i++) from[i] = cells[offset + i]!;
		let outer = this.cells;
		let inner = 1;
		for (const axis of this.#axes.toReversed()) {
			outer /= axis.cells;
			centreAxis(from, to, outer, axis, inner);
			inner *= axis.places;
			[from, to] = [to, from];
		}
	}

	/** Puts a spread block together again, at `offset` of `cells`; `spread` is overwritten. */
	inverse(spread: Float64Array, cells: Float64Array, offset: number): void {
		let from = spread;
		let to = this.#scratch;
		let outer = 1;
		let inner = this.places;
		for (const axis of this.#axes) {
			inner /= axis.places;
			restoreAxis(from, to, outer, axis, inner);
			outer *= axis.cells;
			[from, to] = [to, from];
		}
		for (let i = 0; i < this.cells; i++) cells[offset + i] = from[i]!;
	}

	/**
	 * Places of one component in the spread block.
	 * @param attributes of the component, in the order of its own cells (the last fastest); each a step of one of the axes
	 */
	placesOf(attributes: readonly number[]): Int32Array {
		let places = [0];
		for (const attribute of attributes) {
			const axis = this.#axes.findIndex((a) => a.attributes.includes(attribute));
			const { attributes: members, stretches } = this.#axes[axis]!;
			const { start, size } = stretches[members.indexOf(attribute)]!;
			const along = Array.from({ length: size }, (_, code) => (start + code) * this.#strides[axis]!);
			places = places.flatMap((place) => along.map((step) => place + step));
		}
		return Int32Array.from(places);
	}

	/** The two buffers in the order that makes the last step end in `out`. */
	#startFor(out: Float64Array): [Float64Array, Float64Array] {
		return this.#axes.length % 2 === 0 ? [out, this.#scratch] : [this.#scratch, out];
	}
}

function axisOf(steps: readonly Step[]): Axis {
	let start = 1;
	const stretches = steps.map(({ size, before }): Stretch => {
		const stretch = { size, start, ratio: size / before };
		start += size;
		return stretch;
	});
	return {
		cells: steps.at(-1)!.size,
		places: start,
		stretches,
		attributes: steps.map(({ attribute }) => attribute)
	};
}

function centreAxis(from: Float64Array, to: Float64Array, outer: number, axis: Axis, inner: number): void {
	for (let o = 0; o < outer; o++) {
		for (let i = 0; i < inner; i++) {
			const start = o * axis.cells * inner + i;
			const target = o * axis.places * inner + i;
			const finest = axis.stretches.at(-1)!.start;
			for (let k = 0; k < axis.cells; k++) to[target + (finest + k) * inner] = from[start + k * inner]!;
			// From fine to coarse: first the sums of the step before, then what each group differs from its part of them.
			for (let s = axis.stretches.length - 1; s >= 0; s--) {
				const { size, start: place, ratio } = axis.stretches[s]!;
				const before = s === 0 ? 0 : axis.stretches[s - 1]!.start;
				for (let first = 0, group = before; first < size; first += ratio, group++) {
					let sum = 0;
					for (let k = first; k < first + ratio; k++) sum += to[target + (place + k) * inner]!;
					to[target + group * inner] = sum;
					const mean = sum / ratio;
					for (let k = first; k < first + ratio; k++) to[target + (place + k) * inner]! -= mean;
				}
			}
		}
	}
}

function restoreAxis(from: Float64Array, to: Float64Array, outer: number, axis: Axis, inner: number): void {
	for (let o = 0; o < outer; o++) {
		for (let i = 0; i < inner; i++) {
			const start = o * axis.places * inner + i;
			const target = o * axis.cells * inner + i;
			let before = 0;
			for (const { size, start: place, ratio } of axis.stretches) {
				for (let first = 0, group = before; first < size; first += ratio, group++) {
					const mean = from[start + group * inner]! / ratio;
					for (let k = first; k < first + ratio; k++) from[start + (place + k) * inner]! += mean;
				}
				before = place;
			}
			for (let k = 0; k < axis.cells; k++) to[target + k * inner] = from[start + (before + k) * inner]!;
		}
	}
}
