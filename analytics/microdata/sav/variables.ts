import { DamagedFileError } from './byte-reader.ts';
import type { CodePage } from './code-page.ts';
import type { VariableRecord } from './variable-records.ts';

/** A column of a system file. */
export interface SavVariable {
	readonly name: string;
	readonly kind: 'number' | 'date' | 'text';
	/** Where its bytes stand in an uncompressed record: one piece, but for texts of more than 255 bytes. */
	readonly pieces: readonly Piece[];
}

export interface Piece {
	readonly offset: number;
	readonly bytes: number;
}

export interface Names {
	readonly codePage: CodePage;
	readonly longNames: ReadonlyMap<string, string>;
	readonly longTexts: ReadonlyMap<string, string>;
}

/** Formats of dates and times of day: numbers of seconds since the start of the Gregorian calendar. */
const DATE_FORMATS = [20, 22, 23, 24, 28, 29, 30, 38, 39, 41];
const LONGEST_TEXT = 32767;
/** A longer text takes one segment for each so many bytes of its width; a segment itself holds up to 255 bytes. */
const SEGMENT_STEP = 252;
const SEGMENT_BYTES = 255;

/** A variable with the place of its bytes, before long texts are put together. */
interface Part extends Piece {
	readonly record: VariableRecord;
}

/** The columns that variable records describe. @throws DamagedFileError */
export function joinVariables(records: readonly VariableRecord[], names: Names): SavVariable[] {
	const parts = partsOf(records);
	const variables: SavVariable[] = [];
	for (let i = 0; i < parts.length;) {
		const { record } = parts[i]!;
		const key = record.name.toUpperCase();
		const width = Number(names.longTexts.get(key) ?? record.width);
		const segments = width > SEGMENT_BYTES ? Math.ceil(width / SEGMENT_STEP) : 1;
		variables.push({
			name: decode(names.longNames.get(key) ?? record.name, names.codePage),
			kind: record.width > 0 ? 'text' : DATE_FORMATS.includes(record.format) ? 'date' : 'number',
			pieces: segments === 1 ? [parts[i]!].map(pieceOf) : segmentPieces(parts.slice(i, i + segments), width, segments)
		});
		i += segments;
	}
	return variables;
}

function partsOf(records: readonly VariableRecord[]): Part[] {
	const parts: Part[] = [];
	for (let i = 0; i < records.length;) {
		const record = records[i]!;
		const units = Math.max(1, Math.ceil(record.width / 8));
		const rest = records.slice(i + 1, i + units);
		if (record.width < 0 || rest.length < units - 1 || rest.some(({ width }) => width !== -1))
			throw new DamagedFileError('the parts of a text are not together');
		parts.push({ record, offset: 8 * i, bytes: record.width === 0 ? 8 : record.width });
		i += units;
	}
	return parts;
}

function segmentPieces(parts: readonly Part[], width: number, segments: number): Piece[] {
	if (
		!Number.isInteger(width) ||
		width > LONGEST_TEXT ||
		parts.length < segments ||
		parts.some((p) => p.record.width === 0)
	)
		throw new DamagedFileError('the segments of a long text are not together');
	let left = width;
	const pieces: Piece[] = [];
	for (const { offset, bytes } of parts) {
		pieces.push({ offset, bytes: Math.min(bytes, left) });
		left -= Math.min(bytes, left);
	}
	if (left > 0) throw new DamagedFileError('the segments of a long text are too short');
	return pieces.filter((piece) => piece.bytes > 0);
}

function pieceOf({ offset, bytes }: Part): Piece {
	return { offset, bytes };
}

function decode(name: string, codePage: CodePage): string {
	return new TextDecoder(codePage).decode(Buffer.from(name, 'latin1')).trim();
}
