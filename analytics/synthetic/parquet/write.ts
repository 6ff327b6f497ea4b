import { closeSync, openSync } from 'node:fs';
import { WIDEST, type Encoder, type Numbers } from './encode.ts';
import { dataPage, dictionaryPage, footer, type ColumnChunk, type NamedType, type RowGroup } from './metadata.ts';
import { writeAll } from './write-all.ts';

/** Rows that columns are cut at; a batch of rows goes on beyond. */
const ROWS = 122_880;
export const LARGEST_BATCH = 2048;
export const ROOM = ROWS + LARGEST_BATCH;
const MARK = Buffer.from('PAR1');

export interface ParquetColumn extends NamedType {
	readonly encoder: Encoder;
}

/** Memory for an encoder: enough for what is between two row groups. */
export function newRoom(): ArrayBuffer {
	return new ArrayBuffer(WIDEST * ROOM);
}

/** Writes batches of rows of whole numbers to a Parquet file without nulls and without compression. */
export class ParquetWriter {
	readonly #file: number;
	readonly #columns: readonly ParquetColumn[];
	readonly #groups: RowGroup[] = [];
	#at = 0;
	#rows = 0;

	constructor(path: string, columns: readonly ParquetColumn[]) {
		this.#file = openSync(path, 'w');
		this.#columns = columns;
		this.#write([MARK]);
	}

	/**
	 * @param rows at most LARGEST_BATCH
	 * @param numbersOf gives the numbers of a column, at least `rows` of them, good until it is asked for the next one
	 */
	add(rows: number, numbersOf: (column: number) => Numbers): void {
		for (let c = 0; c < this.#columns.length; c++) this.#columns[c]!.encoder.add(numbersOf(c), rows);
		this.#rows += rows;
		if (this.#rows >= ROWS) this.#endGroup();
	}

	/** Writes what remains and the footer; the file is still to be closed. */
	end(): void {
		if (this.#rows > 0) this.#endGroup();
		const metadata = footer(this.#columns, this.#groups);
		const length = Buffer.alloc(4);
		length.writeUInt32LE(metadata.length);
		this.#write([metadata, length, MARK]);
	}

	close(): void {
		closeSync(this.#file);
	}

	#endGroup(): void {
		this.#groups.push({ rows: this.#rows, columns: this.#columns.map((column) => this.#endColumn(column)) });
		this.#rows = 0;
	}

	#endColumn({ name, type, encoder }: ParquetColumn): ColumnChunk {
		const rows = this.#rows;
		const at = this.#at;
		const { encoding, dictionary, data, least, most } = encoder.end();
		if (dictionary !== null) {
			const { values, bytes } = dictionary;
			this.#write([dictionaryPage(values, bytes.length), bytes]);
		}
		const dataAt = this.#at;
		const size = data.reduce((sum, { length }) => sum + length, 0);
		this.#write([dataPage(rows, encoding, size), ...data]);
		const dictionaryAt = dictionary === null ? null : at;
		return { name, type, rows, encoding, dictionaryAt, dataAt, least, most, size: this.#at - at };
	}

	#write(parts: readonly Uint8Array[]): void {
		this.#at += writeAll(this.#file, parts);
	}
}
