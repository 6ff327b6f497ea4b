import { open, type FileHandle } from 'node:fs/promises';
import type { Encoded, Encoder, Numbers } from './encode.ts';
import { dataPage, dictionaryPage, footer, type ColumnChunk, type NamedType, type RowGroup } from './metadata.ts';

/** Rows that columns are cut at; a batch of rows goes on beyond. */
const ROWS = 122_880;
export const LARGEST_BATCH = 2048;
/** What an encoder must have room for. */
export const ROOM = ROWS + LARGEST_BATCH;
const MARK = Buffer.from('PAR1');

export interface ParquetColumn extends NamedType {
	readonly encoder: Encoder;
}

/** Writes batches of rows of whole numbers to a Parquet file without nulls and without compression. */
export class ParquetWriter {
	readonly #file: FileHandle;
	readonly #columns: readonly ParquetColumn[];
	readonly #groups: RowGroup[] = [];
	#at = 0;
	#rows = 0;

	private constructor(file: FileHandle, columns: readonly ParquetColumn[]) {
		this.#file = file;
		this.#columns = columns;
	}

	static async open(path: string, columns: readonly ParquetColumn[]): Promise<ParquetWriter> {
		const writer = new ParquetWriter(await open(path, 'w'), columns);
		await writer.#write([MARK]);
		return writer;
	}

	/** @param batch of each column its numbers, at least `rows` and at most LARGEST_BATCH of them */
	async add(batch: readonly Numbers[], rows: number): Promise<void> {
		for (const [c, { encoder }] of this.#columns.entries()) encoder.add(batch[c]!, rows);
		this.#rows += rows;
		if (this.#rows >= ROWS) await this.#endGroup();
	}

	/** Writes what remains and the footer; the file is still to be closed. */
	async end(): Promise<void> {
		if (this.#rows > 0) await this.#endGroup();
		const metadata = footer(this.#columns, this.#groups);
		const length = Buffer.alloc(4);
		length.writeUInt32LE(metadata.length);
		await this.#write([metadata, length, MARK]);
	}

	async close(): Promise<void> {
		await this.#file.close();
	}

	async #endGroup(): Promise<void> {
		const columns: ColumnChunk[] = [];
		for (const { name, type, encoder } of this.#columns) {
			const at = this.#at;
			const encoded = encoder.end();
			if (encoded.dictionary !== null) {
				const { values, bytes } = encoded.dictionary;
				await this.#write([dictionaryPage(values, bytes.length), bytes]);
			}
			columns.push({
				name,
				type,
				rows: this.#rows,
				encoding: encoded.encoding,
				dictionaryAt: encoded.dictionary === null ? null : at,
				dataAt: this.#at,
				least: encoded.least,
				most: encoded.most,
				size: (await this.#data(encoded)) - at
			});
		}
		this.#groups.push({ rows: this.#rows, columns });
		this.#rows = 0;
	}

	/** @returns where the file goes on */
	async #data({ encoding, data }: Encoded): Promise<number> {
		const size = data.reduce((sum, { length }) => sum + length, 0);
		await this.#write([dataPage(this.#rows, encoding, size), ...data]);
		return this.#at;
	}

	async #write(parts: readonly Uint8Array[]): Promise<void> {
		for (const part of parts) {
			await this.#file.writeFile(part);
			this.#at += part.length;
		}
	}
}
