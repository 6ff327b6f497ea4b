import { DictionaryEncoder } from './parquet/dictionary.ts';
import { DigitsEncoder, PlainEncoder, type Encoder } from './parquet/encode.ts';
import { ParquetWriter, newRoom } from './parquet/write.ts';
import { stagedRows } from './staging-files.ts';
import { BATCH, stagedColumns } from './staging-layout.ts';
import type { Form } from './tables/forms.ts';
import type { Source } from './tables/sql.ts';
import { Chosen } from './tables/chosen.ts';

const SCRATCH = new Float64Array(BATCH);

/** Memory for the columns of one file after the other. */
export type Rooms = ArrayBuffer[];

/**
 * Writes the rows of staging files to a Parquet file, and makes numbers codes, dates and keys on the way: most columns are text,
 * which costs the engine several times as much as numbers do.
 * @param parts folders of staging files
 */
export function writeParquet(parts: readonly string[], sources: readonly Source[], path: string, rooms: Rooms): void {
	const writer = new ParquetWriter(
		path,
		sources[0]!.columns.map(([name, , form], c) => ({
			name,
			type: form.type,
			encoder: encoderOf(form, (rooms[c] ??= newRoom()))
		}))
	);
	try {
		for (const source of sources) for (const folder of parts) addRows(writer, folder, source);
		writer.end();
	} finally {
		writer.close();
	}
}

function addRows(writer: ParquetWriter, folder: string, { table, columns, where }: Source): void {
	const chosen = new Chosen(stagedColumns(table), where);
	for (const batch of stagedRows(folder, table)) {
		chosen.take(batch);
		const { rows, column } = chosen;
		if (rows > 0) writer.add(rows, (c) => columns[c]![1].numbers(column, rows, SCRATCH));
	}
}

function encoderOf(form: Form, room: ArrayBuffer): Encoder {
	if ('width' in form) return new DigitsEncoder(form.width, form.none ?? '0'.repeat(form.width), room);
	if (form.type === 'text') return new DictionaryEncoder(form.text, room);
	if (form.type === 'bigint') return new PlainEncoder('bigint', room);
	return form.few ? new DictionaryEncoder(null, room) : new PlainEncoder('integer', room);
}
