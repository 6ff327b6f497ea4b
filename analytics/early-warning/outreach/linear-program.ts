/** Below this, a coefficient or a shortfall counts as rounding. */
const ROUNDING = 1e-9;

/**
 * A linear program in dictionary form (Dantzig's simplex method): each basic variable and the objective written in the
 * nonbasic variables, which are zero. Variables are numbered: first those of the program, then one slack for each row.
 * Row i reads: basic[i] = row[last] - sum of row[k] * nonbasic[k]; the objective has the same form.
 */
export class Dictionary {
	readonly #rows: Float64Array[];
	readonly #basic: number[];
	readonly #nonbasic: number[];
	readonly #objective: Float64Array;
	#named: number;

	private constructor(
		rows: Float64Array[],
		basic: number[],
		nonbasic: number[],
		objective: Float64Array,
		named: number
	) {
		this.#rows = rows;
		this.#basic = basic;
		this.#nonbasic = nonbasic;
		this.#objective = objective;
		this.#named = named;
	}

	/**
	 * maximise worth'x with x >= 0 and use x <= limit in every row. Limits are not negative, so x = 0 is always allowed.
	 * @throws RangeError when a limit is negative
	 */
	static of(
		worth: readonly number[],
		rows: readonly { readonly use: Float64Array; readonly limit: number }[]
	): Dictionary {
		if (rows.some(({ limit }) => !(limit >= 0))) throw new RangeError('a limit is zero or more');
		return new Dictionary(
			rows.map(({ use, limit }) => Float64Array.of(...use, limit)),
			rows.map((_, i) => worth.length + i),
			worth.map((_, k) => k),
			Float64Array.of(...worth.map((w) => -w), 0),
			worth.length + rows.length
		);
	}

	copy(): Dictionary {
		const rows = this.#rows.map((row) => row.slice());
		return new Dictionary(rows, [...this.#basic], [...this.#nonbasic], this.#objective.slice(), this.#named);
	}

	get value(): number {
		return this.#objective.at(-1)!;
	}

	/** Values of the first `count` variables. */
	values(count: number): Float64Array {
		const values = new Float64Array(count);
		this.#basic.forEach((name, i) => name < count && (values[name] = this.#rows[i]!.at(-1)!));
		return values;
	}

	/** Primal simplex from a feasible dictionary. @throws RangeError when the objective has no bound */
	maximise(): void {
		for (let step = 0; ; step++) {
			const enter = this.#entering(step > this.#patience());
			if (enter === -1) return;
			const leave = this.#leaving(enter);
			if (leave === -1) throw new RangeError('the objective has no bound');
			this.#pivot(leave, enter);
		}
	}

	/** Dual simplex from an optimal dictionary to which a bound was added. False when nothing is feasible. */
	restore(): boolean {
		for (let step = 0; ; step++) {
			const leave = this.#lacking(step > this.#patience());
			if (leave === -1) return true;
			const enter = this.#cheapest(leave);
			if (enter === -1) return false;
			this.#pivot(leave, enter);
		}
	}

	/** Adds x <= at (or x >= at) for a basic variable; `restore` makes it hold. */
	bound(name: number, side: 'most' | 'least', at: number): void {
		const own = this.#rows[this.#basic.indexOf(name)]!;
		const sign = side === 'most' ? -1 : 1;
		const row = own.map((coefficient) => sign * coefficient);
		row[row.length - 1] = sign * (own.at(-1)! - at);
		this.#rows.push(row);
		this.#basic.push(this.#named++);
	}

	/** Steps after which the rule of the smallest name takes over: it is slower and cannot cycle (Bland 1977). */
	#patience(): number {
		return 4 * (this.#rows.length + this.#nonbasic.length);
	}

	#entering(careful: boolean): number {
		let best = -1;
		for (let k = 0; k < this.#nonbasic.length; k++) {
			if (this.#objective[k]! >= -ROUNDING) continue;
			if (best === -1) best = k;
			else if (careful ? this.#nonbasic[k]! < this.#nonbasic[best]! : this.#objective[k]! < this.#objective[best]!)
				best = k;
		}
		return best;
	}

	#leaving(enter: number): number {
		let best = -1;
		let least = Infinity;
		for (let i = 0; i < this.#rows.length; i++) {
			const row = this.#rows[i]!;
			if (row[enter]! <= ROUNDING) continue;
			const room = Math.max(0, row.at(-1)!) / row[enter]!;
			if (room < least || (room === least && this.#basic[i]! < this.#basic[best]!)) {
				best = i;
				least = room;
			}
		}
		return best;
	}

	#lacking(careful: boolean): number {
		let best = -1;
		for (let i = 0; i < this.#rows.length; i++) {
			const short = this.#rows[i]!.at(-1)!;
			if (short >= -ROUNDING) continue;
			if (best === -1) best = i;
			else if (careful ? this.#basic[i]! < this.#basic[best]! : short < this.#rows[best]!.at(-1)!) best = i;
		}
		return best;
	}

	#cheapest(leave: number): number {
		const row = this.#rows[leave]!;
		let best = -1;
		let least = Infinity;
		for (let k = 0; k < this.#nonbasic.length; k++) {
			if (row[k]! >= -ROUNDING) continue;
			const price = Math.max(0, this.#objective[k]!) / -row[k]!;
			if (price < least || (price === least && this.#nonbasic[k]! < this.#nonbasic[best]!)) {
				best = k;
				least = price;
			}
		}
		return best;
	}

	#pivot(leave: number, enter: number): void {
		const row = this.#rows[leave]!;
		const by = 1 / row[enter]!;
		for (let k = 0; k < row.length; k++) row[k]! *= by;
		row[enter] = by;
		for (const other of this.#rows) if (other !== row) eliminate(other, row, enter);
		eliminate(this.#objective, row, enter);
		const name = this.#basic[leave]!;
		this.#basic[leave] = this.#nonbasic[enter]!;
		this.#nonbasic[enter] = name;
	}
}

function eliminate(row: Float64Array, by: Float64Array, column: number): void {
	const factor = row[column]!;
	if (factor === 0) return;
	for (let k = 0; k < row.length; k++) row[k]! -= factor * by[k]!;
	row[column] = -factor * by[column]!;
}
