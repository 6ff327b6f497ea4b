import { InputError } from '../../errors.ts';
import { DamagedFileError, type ByteReader } from './byte-reader.ts';
import { codePageOf, type CodePage } from './code-page.ts';

/** The records about the file that matter here, by subtype. */
export type InfoRecords = Map<number, InfoRecord>;

interface InfoRecord {
	readonly size: number;
	readonly data: Buffer;
	readonly littleEndian: boolean;
}

const INTEGERS = 3;
const FLOATS = 4;
const LONG_NAMES = 13;
const LONG_TEXTS = 14;
const CASES = 16;
const ENCODING = 20;
const WANTED = [INTEGERS, FLOATS, LONG_NAMES, LONG_TEXTS, CASES, ENCODING];

export interface Info {
	readonly codePage: CodePage;
	/** The number that stands for no value. */
	readonly missing: number;
	/** Number of records, when it is told here. */
	readonly cases: number | undefined;
	/** Pairs of a short name, in the bytes of the file, and a text. */
	readonly longNames: ReadonlyMap<string, string>;
	readonly longTexts: ReadonlyMap<string, string>;
}

export function readInfoRecord(reader: ByteReader, info: InfoRecords): void {
	const [subtype, size, count] = [reader.int32(), reader.int32(), reader.int32()];
	if (size < 0 || count < 0) throw new DamagedFileError('it holds a length below 0');
	if (!WANTED.includes(subtype)) return reader.skip(size * count);
	info.set(subtype, { size, data: Buffer.from(reader.bytes(size * count)), littleEndian: reader.littleEndian });
}

/** @throws InputError when the file has a code page that is not read */
export function infoOf(path: string, info: InfoRecords): Info {
	return {
		codePage: codePage(path, info),
		missing: numberAt(info.get(FLOATS), 0) ?? -Number.MAX_VALUE,
		cases: caseCount(info.get(CASES)),
		longNames: pairs(info.get(LONG_NAMES), /\t/),
		longTexts: pairs(info.get(LONG_TEXTS), /\0+\t?/)
	};
}

/** The name of the encoding, else the number of the code page; files without either are from before both. */
function codePage(path: string, info: InfoRecords): CodePage {
	const name = info.get(ENCODING)?.data.toString('latin1').replaceAll('\0', '').trim();
	const found = codePageOf(name ?? String(integerAt(info.get(INTEGERS), 7) ?? 1252));
	if (found === null)
		throw new InputError(
			`${path}: the texts of this file are in another code page than UTF-8 or Windows-1252. Save it in SPSS as Unicode.`
		);
	return found;
}

function integerAt(record: InfoRecord | undefined, place: number): number | undefined {
	if (record === undefined || record.size !== 4 || record.data.length < 4 * (place + 1)) return undefined;
	return record.littleEndian ? record.data.readInt32LE(4 * place) : record.data.readInt32BE(4 * place);
}

function numberAt(record: InfoRecord | undefined, place: number): number | undefined {
	if (record === undefined || record.size !== 8 || record.data.length < 8 * (place + 1)) return undefined;
	return record.littleEndian ? record.data.readDoubleLE(8 * place) : record.data.readDoubleBE(8 * place);
}

/** The second of two whole numbers of 8 bytes; below 0 it is unknown. */
function caseCount(record: InfoRecord | undefined): number | undefined {
	if (record === undefined || record.size !== 8 || record.data.length < 16) return undefined;
	const count = Number(record.littleEndian ? record.data.readBigInt64LE(8) : record.data.readBigInt64BE(8));
	return count < 0 || !Number.isSafeInteger(count) ? undefined : count;
}

/** Texts of the form NAME=text, as bytes. */
function pairs(record: InfoRecord | undefined, separator: RegExp): Map<string, string> {
	const found = new Map<string, string>();
	for (const pair of record?.data.toString('latin1').split(separator) ?? []) {
		const at = pair.indexOf('=');
		if (at > 0) found.set(pair.slice(0, at).toUpperCase(), pair.slice(at + 1));
	}
	return found;
}
