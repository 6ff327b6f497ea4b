import type { ChunkColumn } from '../../../engine/append.ts';
import { readDictionary } from '../dictionary.ts';
import { readRecords } from '../read-records.ts';
import { chunkOf, slotLayout } from '../slot.ts';
import type { Value } from './read-all.ts';

/** All rows of a file, read in this thread and without an engine. */
export function readHere(path: string): { names: string[]; rows: Value[][]; invalidTexts: number } {
	const dictionary = readDictionary(path);
	const { variables } = dictionary;
	const layout = slotLayout(variables, dictionary.recordBytes);
	const slot = new SharedArrayBuffer(layout.bytes);
	const free = new Int32Array(new SharedArrayBuffer(4)).fill(1);
	const rows: Value[][] = [];
	const invalidTexts = readRecords({ dictionary, variables, slots: [slot], free }, (_, count) => {
		const columns = chunkOf(slot, layout, count).columns.map((column) => valuesOf(column, count));
		for (let row = 0; row < count; row++) rows.push(columns.map((values) => values[row]!));
		free[0] = 1;
	});
	return { names: variables.map(({ name }) => name), rows, invalidTexts };
}

function valuesOf(column: ChunkColumn, rows: number): Value[] {
	if ('numbers' in column)
		return Array.from(column.numbers, (value, row) =>
			((column.valid[row >> 6]! >> BigInt(row & 63)) & 1n) === 1n ? value : null
		);
	const bytes = Buffer.from(column.short.buffer, column.short.byteOffset, 16 * rows);
	const texts = Array.from({ length: rows }, (_, row) => {
		const length = bytes.readUInt32LE(16 * row);
		// The engine compares short texts with what stands behind them.
		if (bytes.subarray(16 * row + 4 + length, 16 * row + 16).some((byte) => byte !== 0)) throw new Error('no zeros');
		return bytes.toString('utf8', 16 * row + 4, 16 * row + 4 + length);
	});
	for (const [row, text] of column.long) texts[row] = text;
	return texts;
}
