import { DamagedFileError, type ByteReader } from './byte-reader.ts';

/** Eight bytes of a record, as the dictionary describes them. */
export interface VariableRecord {
	/** 0 for a number, 1 to 255 for the bytes of a text, -1 for a further part of the text before it. */
	readonly width: number;
	/** Kind of the format that SPSS shows it in. */
	readonly format: number;
	/** Short name, in the bytes of the file. */
	readonly name: string;
}

export function readVariable(reader: ByteReader): VariableRecord {
	const [width, hasLabel, missing] = [reader.int32(), reader.int32(), reader.int32()];
	const format = (reader.int32() >>> 16) & 0xff;
	reader.skip(4);
	const name = reader.bytes(8).toString('latin1').trimEnd();
	if (width < -1 || width > 255) throw new DamagedFileError('it holds a variable of an impossible width');
	if (hasLabel !== 0 && hasLabel !== 1) throw new DamagedFileError('it holds a variable of an unknown form');
	if (missing < -3 || missing > 3) throw new DamagedFileError('it holds a variable of an unknown form');
	if (hasLabel === 1) reader.skip(roundUp(reader.int32(), 4));
	reader.skip(8 * Math.abs(missing));
	return { width, format, name };
}

/** Codes and their labels, and the variables that they are of. */
export function skipValueLabels(reader: ByteReader): void {
	const labels = count(reader);
	for (let i = 0; i < labels; i++) {
		reader.skip(8);
		reader.skip(roundUp(reader.bytes(1)[0]! + 1, 8) - 1);
	}
	if (reader.int32() !== 4) throw new DamagedFileError('it holds labels of no variable');
	reader.skip(4 * count(reader));
}

export function skipDocument(reader: ByteReader): void {
	reader.skip(80 * count(reader));
}

function count(reader: ByteReader): number {
	const number = reader.int32();
	if (number < 0) throw new DamagedFileError('it holds a length below 0');
	return number;
}

function roundUp(length: number, unit: number): number {
	return Math.ceil(length / unit) * unit;
}
