import { keyPairs } from '../../microdata/checks/typed-rows.ts';
import { OPEN_END } from '../../microdata/tables/keys.ts';
import type { Random } from '../../synthetic/random.ts';
import type { InventedFile } from './cbs-files.ts';
import { cbsValues, daysUntil } from './cbs-values.ts';
import type { Values } from './columns.ts';

/** A row of a CBS table, with its place in the file. */
export interface Row {
	readonly file: InventedFile;
	readonly at: number;
	readonly cells: Cells;
}

export type Cells = Readonly<Record<string, string>>;

/** The kind of a person key, and the key. */
export type PersonKey = readonly [kind: string, key: string];

export interface RowsOptions {
	/** How many, at most: of rows with the same key one is made. */
	readonly count: number;
	/** Odd values too. */
	readonly odd: boolean;
	/** Whom a row may name beside its own person. */
	readonly relative: () => PersonKey;
	/** Cells that are given; called once a row. */
	readonly given?: () => Cells;
	/** Spells end before this day. */
	readonly before?: string;
}

/** Makes rows of any CBS table about a person, such as do not stop a release. */
export class RowInventor {
	readonly #random: Random;
	readonly #year: number;
	readonly #days: readonly string[];
	readonly #values = new Map<string, Values>();

	constructor(random: Random, year: number) {
		this.#random = random;
		this.#year = year;
		this.#days = daysUntil(year);
	}

	rows(file: InventedFile, person: PersonKey, { count, odd, relative, given, before }: RowsOptions): Row[] {
		const { table, columns } = file;
		const rows = new Map<string, Row>();
		for (let i = 0; i < count; i++) {
			const cells: Record<string, string> = {};
			for (const column of columns) cells[column] = this.pick(this.#valuesOf(file, column)[odd ? 'all' : 'listed']);
			for (const [place, [kind, key]] of keyPairs(table).entries())
				[cells[kind], cells[key]] = place === 0 ? person : relative();
			if (table.spell !== undefined) Object.assign(cells, this.#spell(table.spell, before));
			Object.assign(cells, given?.());
			rows.set(table.key.map((column) => cells[column]).join(), { file, at: this.#random.next(), cells });
		}
		return [...rows.values()];
	}

	/** A day up to the end of the year, before another one and not before yet another. */
	day(before = OPEN_END, from = ''): string {
		return this.pick(this.#days.filter((day) => day >= from && day < before));
	}

	pick<T>(from: readonly T[]): T {
		return from[this.#random.below(from.length)]!;
	}

	#spell([start, end]: readonly [string, string], before?: string): Cells {
		const first = this.day(before);
		const open = before === undefined && this.#random.below(2) === 0;
		return { [start]: first, [end]: open ? OPEN_END : this.day(before, first) };
	}

	#valuesOf(file: InventedFile, column: string): Values {
		const place = `${file.name} ${column}`;
		const values = this.#values.get(place) ?? cbsValues(file.table, column, this.#year);
		this.#values.set(place, values);
		return values;
	}
}
