import { binary, int32, int64, list, struct, type Value } from './thrift.ts';

// Metadata of Parquet files, after the field numbers of parquet-format 2.10 (parquet.thrift).

export const ENCODING = { plain: 0, rle: 3, deltaLength: 6, dictionary: 8 } as const;
const PHYSICAL = { integer: 1, tinyint: 1, bigint: 2, text: 6 } as const;
const UTF8 = 0;
const INT_8 = 15;
const REQUIRED = 0;
const UNCOMPRESSED = 0;

export type ParquetType = keyof typeof PHYSICAL;

export interface NamedType {
	readonly name: string;
	readonly type: ParquetType;
}

/** A column of a row group, as it lies in the file: offsets and sizes in bytes. */
export interface ColumnChunk extends NamedType {
	readonly rows: number;
	readonly encoding: number;
	readonly dictionaryAt: number | null;
	readonly dataAt: number;
	readonly size: number;
	readonly least: Uint8Array;
	readonly most: Uint8Array;
}

export interface RowGroup {
	readonly rows: number;
	readonly columns: readonly ColumnChunk[];
}

export function dataPage(rows: number, encoding: number, size: number): Buffer {
	const header = struct({ 1: int32(rows), 2: int32(encoding), 3: int32(ENCODING.rle), 4: int32(ENCODING.rle) });
	return Buffer.from(struct({ 1: int32(0), 2: int32(size), 3: int32(size), 5: header }).bytes);
}

export function dictionaryPage(values: number, size: number): Buffer {
	const header = struct({ 1: int32(values), 2: int32(ENCODING.plain) });
	return Buffer.from(struct({ 1: int32(2), 2: int32(size), 3: int32(size), 7: header }).bytes);
}

/** What ends a file, but its length and the mark. */
export function footer(columns: readonly NamedType[], groups: readonly RowGroup[]): Buffer {
	const root = struct({ 4: binary('schema'), 5: int32(columns.length) });
	const fields = {
		1: int32(2),
		2: list([root, ...columns.map(schemaOf)]),
		3: int64(groups.reduce((sum, { rows }) => sum + rows, 0)),
		4: list(groups.map(groupOf)),
		6: binary('voorzicht'),
		// Bytes of texts and values of numbers are what least and most go by.
		7: list(columns.map(() => struct({ 1: struct({}) })))
	};
	return Buffer.from(struct(fields).bytes);
}

function schemaOf({ name, type }: NamedType): Value {
	const converted = type === 'text' ? UTF8 : type === 'tinyint' ? INT_8 : null;
	return struct({
		1: int32(PHYSICAL[type]),
		3: int32(REQUIRED),
		4: binary(name),
		...(converted !== null && { 6: int32(converted) })
	});
}

function groupOf({ rows, columns }: RowGroup): Value {
	const size = columns.reduce((sum, column) => sum + column.size, 0);
	return struct({ 1: list(columns.map(chunkOf)), 2: int64(size), 3: int64(rows) });
}

function chunkOf({ name, type, rows, encoding, dictionaryAt, dataAt, size, least, most }: ColumnChunk): Value {
	const encodings = dictionaryAt === null ? [encoding] : [ENCODING.plain, encoding];
	const metadata = struct({
		1: int32(PHYSICAL[type]),
		2: list(encodings.map(int32)),
		3: list([binary(name)]),
		4: int32(UNCOMPRESSED),
		5: int64(rows),
		6: int64(size),
		7: int64(size),
		9: int64(dataAt),
		...(dictionaryAt !== null && { 11: int64(dictionaryAt) }),
		12: struct({ 3: int64(0), 5: binary(most), 6: binary(least) })
	});
	return struct({ 2: int64(0), 3: metadata });
}
