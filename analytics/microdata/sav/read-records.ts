import { FileInput, type ByteInput } from './byte-inputs.ts';
import { DamagedFileError } from './byte-reader.ts';
import { BytecodeInput } from './bytecode-input.ts';
import type { SavDictionary } from './dictionary.ts';
import { SlotFiller } from './fill-slot.ts';
import { slotLayout } from './slot.ts';
import type { SavVariable } from './variables.ts';
import { ZlibInput } from './zlib-input.ts';

/** What is read, and where to. */
export interface SavTask {
	readonly dictionary: SavDictionary;
	readonly variables: readonly SavVariable[];
	/** Memory of the size that `slotLayout` tells; the slots are filled in turn. */
	readonly slots: readonly SharedArrayBuffer[];
	/** For each slot 1 when it may be filled; set to 0 when it is. */
	readonly free: Int32Array<SharedArrayBuffer>;
}

/** What the thread that reads answers: a filled slot, the end, or why there is none. */
export type SavMessage =
	| { readonly slot: number; readonly rows: number }
	| { readonly end: true; readonly invalidTexts: number }
	| { readonly damage: string };

/**
 * Reads all records of a file into the slots, waiting for each to be free.
 * @returns the number of texts that are not valid in the code page of the file
 * @throws DamagedFileError when the records cannot be read to their end
 */
export function readRecords(
	{ dictionary, variables, slots, free }: SavTask,
	filled: (slot: number, rows: number) => void
): number {
	const layout = slotLayout(variables, dictionary.recordBytes);
	const records = new Uint8Array(layout.rows * dictionary.recordBytes);
	const filler = new SlotFiller(dictionary, variables, layout, records);
	const file = new FileInput(dictionary.path, dictionary.start);
	try {
		const bytes = recordBytes(file, dictionary);
		let total = 0;
		for (let turn = 0; ; turn = (turn + 1) % slots.length) {
			const rows = bytes.read(records) / dictionary.recordBytes;
			total += rows;
			requireCount(dictionary, rows, total);
			if (rows === 0) return filler.invalidTexts;
			Atomics.wait(free, turn, 0);
			Atomics.store(free, turn, 0);
			filler.fill(slots[turn]!, rows);
			filled(turn, rows);
		}
	} finally {
		file.close();
	}
}

function recordBytes(file: FileInput, dictionary: SavDictionary): ByteInput {
	const { compression, start, littleEndian } = dictionary;
	if (compression === 'none') return file;
	return new BytecodeInput(compression === 'zlib' ? new ZlibInput(file, start, littleEndian) : file, dictionary);
}

function requireCount({ records }: SavDictionary, rows: number, total: number): void {
	if (!Number.isInteger(rows)) throw new DamagedFileError('it ends within a record');
	if (records !== null && (rows === 0 ? total !== records : total > records))
		throw new DamagedFileError('it has another number of records than it says');
}
