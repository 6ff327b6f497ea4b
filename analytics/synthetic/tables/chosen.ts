import type { StagedRows } from '../staging-files.ts';
import { BATCH } from '../staging-layout.ts';
import { ZEROS, type Condition } from './values.ts';

/** The rows of a batch of a staging table that meet a condition. */
export class Chosen {
	rows = 0;
	readonly #names: readonly string[];
	readonly #where: Condition | undefined;
	/** Places in the batch. */
	readonly #places = new Int32Array(BATCH);
	#batch: StagedRows = { rows: 0, columns: [] };
	/** Copies of columns without what is not chosen, and those of them that are of this batch. */
	readonly #copies = new Map<string, Int32Array>();
	readonly #copied = new Set<string>();

	constructor(names: readonly string[], where: Condition | undefined) {
		this.#names = names;
		this.#where = where;
	}

	take(batch: StagedRows): void {
		this.#batch = batch;
		this.#copied.clear();
		this.rows = this.#where === undefined ? batch.rows : this.#choose(this.#where);
	}

	#choose({ columns, holds }: Condition): number {
		const [a = ZEROS, b = ZEROS, c = ZEROS] = columns.map((name) => this.#whole(name));
		let count = 0;
		for (let i = 0; i < this.#batch.rows; i++) if (holds(a[i]!, b[i]!, c[i]!)) this.#places[count++] = i;
		return count;
	}

	#whole(name: string): Int32Array {
		return this.#batch.columns[this.#names.indexOf(name)]!;
	}

	/** The numbers of the rows in a column. */
	readonly column = (name: string): Int32Array => {
		if (this.rows === this.#batch.rows) return this.#whole(name);
		const copy = this.#copies.get(name) ?? new Int32Array(BATCH);
		if (this.#copied.has(name)) return copy;
		const whole = this.#whole(name);
		for (let i = 0; i < this.rows; i++) copy[i] = whole[this.#places[i]!]!;
		this.#copies.set(name, copy);
		this.#copied.add(name);
		return copy;
	};
}
