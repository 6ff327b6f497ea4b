import type { DuckDBConnection } from '@duckdb/node-api';
import { DictionaryEncoder } from './parquet/dictionary.ts';
import { DigitsEncoder, PlainEncoder, type Encoder, type Numbers as Batch } from './parquet/encode.ts';
import { ParquetWriter, ROOM } from './parquet/write.ts';
import type { Form } from './tables/forms.ts';
import type { Numbers } from './tables/sql.ts';

/**
 * Writes columns of whole numbers to a Parquet file, and makes them codes, dates and keys on the way: most columns are text, which
 * costs the engine several times as much as numbers do.
 */
export async function writeParquet(
	connection: DuckDBConnection,
	{ columns, from }: Numbers,
	path: string
): Promise<void> {
	const values = columns.map(
		([, value, form], i) => `cast(${value} as ${isWide(form) ? 'double' : 'integer'}) as c${i}`
	);
	const result = await connection.stream(`select ${values.join(', ')} from ${from}`);
	const writer = await ParquetWriter.open(
		path,
		columns.map(([name, , form]) => ({ name, type: form.type, encoder: encoderOf(form) }))
	);
	try {
		for (;;) {
			const chunk = await result.fetchChunk();
			if (chunk === null || chunk.rowCount === 0) break;
			// The numbers as they lie in memory, without a value object for each.
			const batch = columns.map((_, i) => (chunk.getColumnVector(i) as unknown as { items: Batch }).items);
			await writer.add(batch, chunk.rowCount);
		}
		await writer.end();
	} finally {
		await writer.close();
	}
}

/** Whether the numbers do not all fit in 32 bits. */
function isWide(form: Form): boolean {
	return form.type === 'bigint' || ('width' in form && form.width > 9);
}

function encoderOf(form: Form): Encoder {
	if ('width' in form) return new DigitsEncoder(form.width, form.none ?? '0'.repeat(form.width), ROOM);
	if (form.type === 'text') return new DictionaryEncoder(form.text, ROOM);
	if (form.type === 'bigint') return new PlainEncoder('bigint', ROOM);
	return form.few ? new DictionaryEncoder(null, ROOM) : new PlainEncoder('integer', ROOM);
}
