import { open, type FileHandle } from 'node:fs/promises';
import { BytecodeOutput } from './bytecode-output.ts';
import type { SavColumn, SavOptions, SavRows } from './columns.ts';
import { RecordEncoder } from './record-encoder.ts';
import { CASES_AT, writtenDictionary } from './written-dictionary.ts';
import { writtenLayout } from './written-layout.ts';

export type { SavColumn, SavOptions, SavRows };

/**
 * Writes an SPSS system file, chunk by chunk: memory does not grow with the rows. Blanks at the end of a text are not kept.
 * @throws RangeError when a name or a text does not fit, or the encoding has no such character
 */
export async function writeSav(
	path: string,
	columns: readonly SavColumn[],
	chunks: AsyncIterable<SavRows> | Iterable<SavRows>,
	options: SavOptions
): Promise<void> {
	const layout = writtenLayout(columns);
	const file = await open(path, 'w');
	try {
		await file.writeFile(writtenDictionary(columns, layout, options));
		const encoder = new RecordEncoder(columns, layout, options.encoding);
		const packed = options.compression === 'none' ? null : new BytecodeOutput(layout);
		let records = 0;
		for await (const rows of chunks) {
			const bytes = encoder.encode(rows);
			await file.writeFile(packed === null ? bytes : packed.add(bytes));
			records += rows.rows;
		}
		if (packed !== null) await file.writeFile(packed.end());
		await writeCount(file, records);
	} finally {
		await file.close();
	}
}

/** The number of records stands before them and is known after them. It has 4 bytes, so a larger one stays unknown. */
async function writeCount(file: FileHandle, records: number): Promise<void> {
	const count = Buffer.alloc(4);
	count.writeInt32LE(records < 2 ** 31 ? records : -1);
	await file.write(count, 0, count.length, CASES_AT);
}
