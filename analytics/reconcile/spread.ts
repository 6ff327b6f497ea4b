/**
 * A block of cells over some axes, spread into all its components at once: along every axis the n values become their sum
 * (place 0) and the n values centred at their mean (places 1 to n). Row-major, the last axis fastest.
 */
export class Spread {
	readonly #sizes: readonly number[];
	/** Steps between neighbours along each axis of the spread block. */
	readonly #strides: readonly number[];
	/** Number of cells, and of places after spreading. */
	readonly cells: number;
	readonly places: number;
	#scratch: Float64Array;

	constructor(sizes: readonly number[]) {
		this.#sizes = sizes;
		this.cells = sizes.reduce((n, size) => n * size, 1);
		this.places = sizes.reduce((n, size) => n * (size + 1), 1);
		const strides: number[] = [];
		let stride = 1;
		for (const size of sizes.toReversed()) {
			strides.unshift(stride);
			stride *= size + 1;
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
		for (let axis = this.#sizes.length - 1; axis >= 0; axis--) {
			const n = this.#sizes[axis]!;
			outer /= n;
			centreAxis(from, to, outer, n, inner);
			inner *= n + 1;
			[from, to] = [to, from];
		}
	}

	/** Puts a spread block together again, at `offset` of `cells`; `spread` is overwritten. */
	inverse(spread: Float64Array, cells: Float64Array, offset: number): void {
		let from = spread;
		let to = this.#scratch;
		let outer = 1;
		let inner = this.places;
		for (const n of this.#sizes) {
			inner /= n + 1;
			restoreAxis(from, to, outer, n, inner);
			outer *= n;
			[from, to] = [to, from];
		}
		for (let i = 0; i < this.cells; i++) cells[offset + i] = from[i]!;
	}

	/**
	 * Places of one component in the spread block.
	 * @param axes axes of the component, in the order of its own cells (the last fastest)
	 */
	placesOf(axes: readonly number[]): Int32Array {
		let places = [0];
		for (const axis of axes) {
			const steps = Array.from({ length: this.#sizes[axis]! }, (_, code) => (code + 1) * this.#strides[axis]!);
			places = places.flatMap((place) => steps.map((step) => place + step));
		}
		return Int32Array.from(places);
	}

	/** The two buffers in the order that makes the last step end in `out`. */
	#startFor(out: Float64Array): [Float64Array, Float64Array] {
		return this.#sizes.length % 2 === 0 ? [out, this.#scratch] : [this.#scratch, out];
	}
}

function centreAxis(from: Float64Array, to: Float64Array, outer: number, n: number, inner: number): void {
	for (let o = 0; o < outer; o++) {
		for (let i = 0; i < inner; i++) {
			const start = o * n * inner + i;
			const target = o * (n + 1) * inner + i;
			let sum = 0;
			for (let k = 0; k < n; k++) sum += from[start + k * inner]!;
			const mean = sum / n;
			to[target] = sum;
			for (let k = 0; k < n; k++) to[target + (k + 1) * inner] = from[start + k * inner]! - mean;
		}
	}
}

function restoreAxis(from: Float64Array, to: Float64Array, outer: number, n: number, inner: number): void {
	for (let o = 0; o < outer; o++) {
		for (let i = 0; i < inner; i++) {
			const start = o * (n + 1) * inner + i;
			const target = o * n * inner + i;
			const mean = from[start]! / n;
			for (let k = 0; k < n; k++) to[target + k * inner] = from[start + (k + 1) * inner]! + mean;
		}
	}
}
