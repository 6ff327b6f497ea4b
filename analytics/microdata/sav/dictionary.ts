import { basename } from 'node:path';
import { InputError } from '../../errors.ts';
import { ByteReader, DamagedFileError } from './byte-reader.ts';
import type { CodePage } from './code-page.ts';
import { readHeader, type Header } from './header.ts';
import { infoOf, readInfoRecord, type InfoRecords } from './info-records.ts';
import { readVariable, skipDocument, skipValueLabels, type VariableRecord } from './variable-records.ts';
import { joinVariables, type SavVariable } from './variables.ts';

/** What the head of an SPSS system file says of its records; no record has been read. */
export interface SavDictionary {
	readonly path: string;
	readonly compression: Header['compression'];
	readonly littleEndian: boolean;
	readonly bias: number;
	/** The number that stands for no value. */
	readonly missing: number;
	readonly codePage: CodePage;
	/** Number of records, or null when the file does not tell. */
	readonly records: number | null;
	/** Bytes of an uncompressed record, a multiple of 8. */
	readonly recordBytes: number;
	readonly variables: readonly SavVariable[];
	/** Where the records begin. */
	readonly start: number;
}

/** No dictionary is longer, with thousands of labelled codes. */
const DICTIONARY_BYTES = 1 << 26;
const MOST_VARIABLES = 1000;
/** As a thousand texts of a thousand bytes. */
const RECORD_BYTES = 1 << 20;

/**
 * Reads the dictionary of an SPSS system file (.sav or .zsav), as the PSPP developer's guide describes the format.
 * @throws InputError when it is damaged, of another kind, or beyond the limits.
 */
export function readDictionary(path: string): SavDictionary {
	const reader = new ByteReader(path, DICTIONARY_BYTES);
	try {
		return dictionaryOf(path, reader);
	} catch (error) {
		if (!(error instanceof DamagedFileError)) throw error;
		throw new InputError(
			`${basename(path)}: the dictionary of this SPSS file is damaged: ${error.message}. Export the file again.`
		);
	} finally {
		reader.close();
	}
}

function dictionaryOf(path: string, reader: ByteReader): SavDictionary {
	const header = readHeader(path, reader);
	const { records, info } = readRecords(path, reader);
	const { codePage, longNames, longTexts, missing, cases } = infoOf(path, info);
	const variables = joinVariables(records, { codePage, longNames, longTexts });
	if (variables.length === 0) throw new DamagedFileError('it has no variables');
	if (variables.length > MOST_VARIABLES)
		throw new InputError(`${path}: the file has more than ${MOST_VARIABLES} columns. Keep the ones that are needed.`);
	return {
		path,
		compression: header.compression,
		littleEndian: reader.littleEndian,
		bias: header.bias,
		missing,
		codePage,
		records: cases ?? header.records,
		recordBytes: records.length * 8,
		variables,
		start: reader.position
	};
}

const VARIABLE = 2;
const VALUE_LABELS = 3;
const DOCUMENT = 6;
const INFO = 7;
const END = 999;

function readRecords(path: string, reader: ByteReader): { records: VariableRecord[]; info: InfoRecords } {
	const records: VariableRecord[] = [];
	const info: InfoRecords = new Map();
	for (;;) {
		const kind = reader.int32();
		if (kind === VARIABLE) records.push(readVariable(reader));
		else if (kind === VALUE_LABELS) skipValueLabels(reader);
		else if (kind === DOCUMENT) skipDocument(reader);
		else if (kind === INFO) readInfoRecord(reader, info);
		else if (kind === END) break;
		else throw new DamagedFileError('it holds a record of an unknown kind');
		if (records.length * 8 > RECORD_BYTES)
			throw new InputError(`${path}: the records of this file are longer than ${RECORD_BYTES} bytes.`);
	}
	reader.skip(4);
	return { records, info };
}
