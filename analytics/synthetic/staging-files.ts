import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { writeAll } from './parquet/write-all.ts';
import { BATCH, stagedColumns, stagingInto, type RowSink, type Staging } from './staging-layout.ts';

// Staging tables as plain files: batches of BATCH rows, the last one of fewer, each column after column as numbers of four bytes.

/** Some rows of a staging table. */
export interface StagedRows {
	readonly rows: number;
	/** By the order of the table: the first `rows` numbers of each. */
	readonly columns: readonly Int32Array[];
}

/** Makes the staging tables of `first` to `last` in a folder. */
export function openStagingFiles(folder: string, first: number, last: number): Staging {
	return stagingInto((table) => new FileSink(pathOf(folder, table)), first, last);
}

function pathOf(folder: string, table: string): string {
	return join(folder, `${table}.int32`);
}

class FileSink implements RowSink {
	readonly #file: number;

	constructor(path: string) {
		this.#file = openSync(path, 'w');
	}

	add(columns: readonly Int32Array[], rows: number): void {
		writeAll(
			this.#file,
			columns.map((column) => new Uint8Array(column.buffer, 0, 4 * rows))
		);
	}

	close(): void {
		closeSync(this.#file);
	}
}

/** Reads a staging table, a batch at a time: its numbers are good until the next one. */
export function* stagedRows(folder: string, table: string): Generator<StagedRows> {
	const count = stagedColumns(table).length;
	const numbers = new Int32Array(count * BATCH);
	const file = openSync(pathOf(folder, table), 'r');
	try {
		for (let left = fstatSync(file).size / (4 * count); left > 0; left -= BATCH) {
			const rows = Math.min(BATCH, left);
			readAll(file, new Uint8Array(numbers.buffer, 0, 4 * count * rows));
			yield { rows, columns: Array.from({ length: count }, (_, c) => numbers.subarray(c * rows, (c + 1) * rows)) };
		}
	} finally {
		closeSync(file);
	}
}

function readAll(file: number, bytes: Uint8Array): void {
	for (let at = 0; at < bytes.length;) {
		const read = readSync(file, bytes, at, bytes.length - at, null);
		if (read === 0) throw new Error('a file of the synthesis is shorter than it was');
		at += read;
	}
}
