import {
	DOUBLE,
	DuckDBBigIntVector,
	DuckDBDataChunk,
	VARCHAR,
	type DuckDBAppender,
	type DuckDBConnection
} from '@duckdb/node-api';
import { withoutValues } from './engine-error.ts';

/** Most rows of a chunk. */
export const CHUNK_ROWS = 2048;

/** Some rows by columns, in the form in which the engine keeps them. */
export interface ColumnChunk {
	readonly rows: number;
	readonly columns: readonly ChunkColumn[];
}

export type ChunkColumn = NumberColumn | TextColumn;

export interface NumberColumn {
	readonly numbers: Float64Array;
	/** A bit per row, 64 to a word, lowest first: 1 for a number, 0 for no value. */
	readonly valid: BigUint64Array;
}

export interface TextColumn {
	/**
	 * 16 bytes per row: the length in bytes as a whole number of 4 bytes, least first, and up to 12 bytes of UTF-8 with zeros
	 * behind them. This is the public layout of `duckdb_string_t` for short texts; a row of a longer text is all zeros.
	 */
	readonly short: BigInt64Array;
	readonly long: readonly (readonly [row: number, text: string])[];
}

/** What the classes of the vectors keep to themselves: without it, each value would cost a call of its own. */
interface Inside {
	readonly vector: Parameters<typeof DuckDBBigIntVector.fromRawVector>[0];
	readonly validity: { data: BigUint64Array | null };
	readonly items: { set(values: Float64Array | BigInt64Array): void };
	setItem(row: number, value: string): void;
	flush(): void;
}

/** Appends chunks to a temporary relation, each as it comes. */
export async function appendChunks(
	connection: DuckDBConnection,
	relation: string,
	chunks: AsyncIterable<ColumnChunk>
): Promise<void> {
	const appender = await connection.createAppender(relation, null, 'temp');
	let whole = false;
	try {
		for await (const chunk of chunks) engineCall(() => append(appender, chunk));
		whole = true;
	} finally {
		if (!whole) appender.clear();
		engineCall(() => appender.closeSync());
	}
}

function engineCall(call: () => void): void {
	try {
		call();
	} catch (error) {
		throw withoutValues(error);
	}
}

function append(appender: DuckDBAppender, { rows, columns }: ColumnChunk): void {
	const types = columns.map((column) => ('numbers' in column ? DOUBLE : VARCHAR));
	const chunk = DuckDBDataChunk.create(types, rows);
	for (const [i, column] of columns.entries()) {
		const vector = chunk.getColumnVector(i) as unknown as Inside;
		if ('numbers' in column) fillNumbers(vector, column);
		else fillTexts(vector, column, rows);
	}
	appender.appendDataChunk(chunk);
}

function fillNumbers(vector: Inside, { numbers, valid }: NumberColumn): void {
	vector.items.set(numbers);
	vector.validity.data = valid.slice();
	vector.flush();
}

function fillTexts(vector: Inside, { short, long }: TextColumn, rows: number): void {
	const words = DuckDBBigIntVector.fromRawVector(vector.vector, 2 * rows) as unknown as Inside;
	words.items.set(short);
	words.flush();
	if (long.length === 0) return;
	for (const [row, text] of long) vector.setItem(row, text);
	vector.flush();
}
