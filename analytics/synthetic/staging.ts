import { DuckDBDataChunk, INTEGER, type DuckDBAppender, type DuckDBConnection } from '@duckdb/node-api';

const ROWS = 2048;

/** The layout of what the simulation hands over: whole numbers only; dates as YYYYMMDD, months as YYYYMM, 0 for none. */
export const STAGED = {
	person: ['person', 'sex', 'birth', 'foreign_parents'],
	/** `until` is OPEN while the spell lasts. */
	household_spell: [
		'person',
		'household',
		'since',
		'until',
		'type',
		'place',
		'reference',
		'size',
		'children',
		'others',
		'youngest',
		'oldest'
	],
	address_spell: ['person', 'address', 'since', 'until'],
	address: ['address', 'buurt'],
	/** One row per household on 31 December; percentages below 0 are codes. */
	income: ['year', 'earner', 'size', 'low', 'low4', 'source', 'tenure', 'standard', 'factor100'],
	/** One row per person on 31 December. */
	member: ['year', 'person', 'earner', 'household', 'since', 'debt', 'household_debt']
} as const;

export type StagedTable = keyof typeof STAGED;
export type Staging = Record<StagedTable, ColumnWriter>;

export const OPEN = 99991231;

/** Appends rows of whole numbers to a DuckDB table, a chunk at a time and without a value object per cell. */
export class ColumnWriter {
	readonly #appender: DuckDBAppender;
	readonly #columns: Int32Array[];
	#rows = 0;

	constructor(appender: DuckDBAppender, columns: number) {
		this.#appender = appender;
		this.#columns = Array.from({ length: columns }, () => new Int32Array(ROWS));
	}

	row(...values: number[]): void {
		for (let c = 0; c < values.length; c++) this.#columns[c]![this.#rows] = values[c]!;
		if (++this.#rows === ROWS) this.flush();
	}

	flush(): void {
		if (this.#rows === 0) return;
		const chunk = DuckDBDataChunk.create(
			this.#columns.map(() => INTEGER),
			this.#rows
		);
		for (const [c, values] of this.#columns.entries()) {
			const vector = chunk.getColumnVector(c) as unknown as { items: Int32Array; flush(): void };
			vector.items.set(values.subarray(0, this.#rows));
			vector.flush();
		}
		this.#appender.appendDataChunk(chunk);
		this.#rows = 0;
	}

	close(): void {
		this.flush();
		this.#appender.closeSync();
	}
}

export async function openStaging(connection: DuckDBConnection): Promise<Staging> {
	const writers: Partial<Staging> = {};
	for (const [table, columns] of Object.entries(STAGED) as [StagedTable, readonly string[]][]) {
		await connection.run(`create table ${table} (${columns.map((column) => `${column} integer not null`).join(', ')})`);
		writers[table] = new ColumnWriter(await connection.createAppender(table), columns.length);
	}
	return writers as Staging;
}
