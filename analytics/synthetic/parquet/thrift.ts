// The compact protocol of Apache Thrift, as far as metadata of Parquet need it: structs of whole numbers from 0, texts and lists.

export interface Value {
	readonly type: number;
	readonly bytes: readonly number[];
}

const STRUCT = 12;

/** Seven bits a byte, the lowest first. */
export function varint(value: number): number[] {
	const bytes = [];
	for (; value >= 128; value = Math.floor(value / 128)) bytes.push((value % 128) | 128);
	bytes.push(value);
	return bytes;
}

/** A whole number from 0 that may be signed: the lowest bit is the sign. */
export function unsigned(value: number): number[] {
	return varint(2 * value);
}

export const int32 = (value: number): Value => ({ type: 5, bytes: unsigned(value) });
export const int64 = (value: number): Value => ({ type: 6, bytes: unsigned(value) });

export function binary(value: string | Uint8Array): Value {
	const bytes = typeof value === 'string' ? Buffer.from(value) : value;
	return { type: 8, bytes: [...varint(bytes.length), ...bytes] };
}

/** Of values of one type. */
export function list(values: readonly Value[]): Value {
	const type = values[0]?.type ?? STRUCT;
	const head = values.length < 15 ? [(values.length << 4) | type] : [0xf0 | type, ...varint(values.length)];
	return { type: 9, bytes: head.concat(values.flatMap(({ bytes }) => bytes)) };
}

/** @param fields by number, ascending and at most 15 apart */
export function struct(fields: Readonly<Record<number, Value>>): Value {
	let last = 0;
	const bytes = Object.entries(fields).flatMap(([id, value]) => {
		const head = ((Number(id) - last) << 4) | value.type;
		last = Number(id);
		return [head, ...value.bytes];
	});
	return { type: STRUCT, bytes: [...bytes, 0] };
}
