import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { writeSav, type SavColumn, type SavRows } from '../microdata/sav/write.ts';
import type { CbsFile } from './tables/sql.ts';

export const FORMATS = ['parquet', 'csv', 'sav'] as const;
export type Format = (typeof FORMATS)[number];

/** Writes one file in a format, by its query. */
export async function writeFileOf(
	connection: DuckDBConnection,
	file: CbsFile,
	format: Format,
	out: string
): Promise<void> {
	const path = join(out, `${file.name}.${format}`);
	const query = file.lowerCase ? await lowerCased(connection, file.query) : file.query;
	if (format === 'sav') return writeSavFile(connection, query, path);
	const shape = format === 'parquet' ? 'format parquet, compression snappy' : 'format csv, header true';
	await connection.run(`copy (${query}) to '${path.replaceAll("'", "''")}' (${shape})`);
}

async function lowerCased(connection: DuckDBConnection, query: string): Promise<string> {
	const described = await connection.runAndReadAll(`describe ${query}`);
	const names = described.getRowObjectsJson().map((row) => String(row.column_name));
	return `select ${names.map((name) => `"${name}" as "${name.toLowerCase()}"`).join(', ')} from (${query})`;
}

/** Digits that SPSS shows of a number. */
const NUMBER_WIDTH = 12;

async function writeSavFile(connection: DuckDBConnection, query: string, path: string): Promise<void> {
	const columns = await savColumns(connection, query);
	await writeSav(path, columns, savRows(connection, query, columns), {
		compression: 'bytecode',
		encoding: 'windows-1252'
	});
}

/** Texts as wide as the widest of them. */
async function savColumns(connection: DuckDBConnection, query: string): Promise<SavColumn[]> {
	const described = await connection.runAndReadAll(`describe ${query}`);
	const types = described.getRowObjectsJson().map((row) => ({
		name: String(row.column_name),
		type: row.column_type === 'VARCHAR' ? ('text' as const) : ('number' as const)
	}));
	const texts = types.filter(({ type }) => type === 'text');
	const lengths = texts.map(({ name }) => `max(strlen("${name}"))`).join(', ');
	const [row] = (await connection.runAndReadAll(`select ${lengths} from (${query})`)).getRowsJson();
	const widths = new Map(texts.map(({ name }, i) => [name, Number(row![i] ?? 1)]));
	return types.map((column) => ({ ...column, width: Math.max(1, widths.get(column.name) ?? NUMBER_WIDTH) }));
}

async function* savRows(
	connection: DuckDBConnection,
	query: string,
	columns: readonly SavColumn[]
): AsyncGenerator<SavRows> {
	const numbers = columns.filter(({ type }) => type === 'number').map(({ name }) => `"${name}"::double as "${name}"`);
	const asDoubles = numbers.length === 0 ? query : `select * replace (${numbers.join(', ')}) from (${query})`;
	const result = await connection.stream(asDoubles);
	for (;;) {
		const chunk = await result.fetchChunk();
		if (chunk === null || chunk.rowCount === 0) return;
		const found = columns.map(({ type }, c) => {
			const values = chunk.getColumnValues(c);
			return type === 'text'
				? (values as (string | null)[])
				: Float64Array.from(values as (number | null)[], (value) => value ?? NaN);
		});
		yield { rows: chunk.rowCount, columns: found };
	}
}
