import { CHUNK_ROWS, type ChunkColumn, type ColumnChunk } from '../../engine/append.ts';
import type { SavVariable } from './variables.ts';

/** How the columns of some records lie in memory that two threads share. */
export interface SlotLayout {
	/** Records that fit. */
	readonly rows: number;
	readonly bytes: number;
	readonly columns: readonly SlotColumn[];
}

export interface SlotColumn {
	readonly kind: SavVariable['kind'];
	/** Place of the numbers, 8 bytes each, or of the texts, 16 bytes each; see `TextColumn`. */
	readonly values: number;
	/** Place of the bits of `NumberColumn.valid`, or of the bytes of long texts. */
	readonly more: number;
	/** Bytes that a long text may take at `more`; 0 when all texts are short. */
	readonly longBytes: number;
}

const TEXT_BYTES = 16;
export const SHORT_BYTES = 12;
/** What a byte of any code page may become in UTF-8, and an invalid one too. */
const UTF8_BYTES = 3;
const SLOT_BYTES = 1 << 20;

/** The layout for these columns of records; it takes at most 1 MB, more only for a single very long record. */
export function slotLayout(variables: readonly SavVariable[], recordBytes: number): SlotLayout {
	const perRow = variables.reduce((sum, variable) => sum + TEXT_BYTES + longBytesOf(variable), 0);
	const fitting = Math.floor(SLOT_BYTES / Math.max(perRow, recordBytes));
	const rows = Math.max(1, Math.min(CHUNK_ROWS, fitting));
	let at = 0;
	const take = (bytes: number) => {
		const place = at;
		at += Math.ceil(bytes / 8) * 8;
		return place;
	};
	const columns = variables.map((variable): SlotColumn => {
		const longBytes = longBytesOf(variable);
		const text = variable.kind === 'text';
		const values = take(rows * (text ? TEXT_BYTES : 8));
		return { kind: variable.kind, values, more: take(text ? rows * longBytes : 8 * Math.ceil(rows / 64)), longBytes };
	});
	return { rows, bytes: at, columns };
}

function longBytesOf({ kind, pieces }: SavVariable): number {
	if (kind !== 'text') return 0;
	const bytes = UTF8_BYTES * pieces.reduce((sum, piece) => sum + piece.bytes, 0);
	return bytes <= SHORT_BYTES ? 0 : bytes;
}

/** A filled slot as a chunk: views of the slot, but for the long texts. */
export function chunkOf(slot: SharedArrayBuffer, layout: SlotLayout, rows: number): ColumnChunk {
	return { rows, columns: layout.columns.map((column) => chunkColumn(slot, column, rows)) };
}

function chunkColumn(slot: SharedArrayBuffer, column: SlotColumn, rows: number): ChunkColumn {
	if (column.kind !== 'text')
		return {
			numbers: new Float64Array(slot, column.values, rows),
			valid: new BigUint64Array(slot, column.more, Math.ceil(rows / 64))
		};
	return { short: new BigInt64Array(slot, column.values, 2 * rows), long: longTexts(slot, column, rows) };
}

/** The texts that take more than their 16 bytes; these then hold nothing but minus the length. */
function longTexts(slot: SharedArrayBuffer, { values, more, longBytes }: SlotColumn, rows: number): [number, string][] {
	if (longBytes === 0) return [];
	const lengths = new Int32Array(slot, values, 4 * rows);
	const long: [number, string][] = [];
	for (let row = 0; row < rows; row++) {
		const length = -lengths[4 * row]!;
		if (length <= 0) continue;
		lengths[4 * row] = 0;
		long.push([row, Buffer.from(slot, more + row * longBytes, length).toString('utf8')]);
	}
	return long;
}
