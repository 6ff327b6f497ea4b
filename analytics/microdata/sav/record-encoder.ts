import { encodeText, type CodePage } from './code-page.ts';
import type { SavColumn, SavRows } from './columns.ts';
import { SEGMENT_BYTES, type Segment, type WrittenLayout } from './written-layout.ts';

const BLANK = 0x20;

/** Makes uncompressed records of columns. */
export class RecordEncoder {
	readonly #columns: readonly SavColumn[];
	readonly #layout: WrittenLayout;
	readonly #encoding: CodePage;

	constructor(columns: readonly SavColumn[], layout: WrittenLayout, encoding: CodePage) {
		this.#columns = columns;
		this.#layout = layout;
		this.#encoding = encoding;
	}

	/** @throws RangeError when a text does not fit, or a column is missing or of the other type */
	encode({ rows, columns }: SavRows): Buffer {
		const { recordBytes, segments } = this.#layout;
		// Not from the pool, so that numbers are aligned.
		const records = Buffer.from(new ArrayBuffer(rows * recordBytes)).fill(BLANK);
		for (const [c, column] of this.#columns.entries()) {
			const values = columns[c];
			if (values === undefined || values.length < rows || values instanceof Float64Array !== (column.type === 'number'))
				throw new RangeError(`column ${column.name} is missing, too short, or of another type`);
			if (values instanceof Float64Array) writeNumbers(records, values, rows, recordBytes, segments[c]![0]!.offset);
			else this.#writeTexts(records, values, rows, column, segments[c]!);
		}
		return records;
	}

	#writeTexts(
		records: Buffer,
		values: readonly (string | null)[],
		rows: number,
		{ name, width }: SavColumn,
		segments: readonly Segment[]
	): void {
		let record = 0;
		for (let row = 0; row < rows; row++, record += this.#layout.recordBytes) {
			const text = values[row] ?? '';
			if (text === '') continue;
			if (segments.length === 1 && writePlain(records, record + segments[0]!.offset, width, text)) continue;
			const bytes = encodeText(text, this.#encoding);
			if (bytes === null) throw new RangeError(`column ${name} has a character that ${this.#encoding} lacks`);
			if (bytes.length > width) throw new RangeError(`column ${name} has a text that is longer than its width`);
			for (const [s, { offset }] of segments.entries())
				records.set(bytes.subarray(s * SEGMENT_BYTES, (s + 1) * SEGMENT_BYTES), record + offset);
		}
	}
}

/** Writes a text of ASCII characters that fits. @returns whether it is one */
function writePlain(records: Buffer, at: number, width: number, text: string): boolean {
	if (text.length > width) return false;
	for (let i = 0; i < text.length; i++) {
		const code = text.charCodeAt(i);
		if (code >= 0x80) return false;
		records[at + i] = code;
	}
	return true;
}

function writeNumbers(records: Buffer, values: Float64Array, rows: number, recordBytes: number, offset: number): void {
	const numbers = new Float64Array(records.buffer);
	for (let row = 0, at = offset / 8; row < rows; row++, at += recordBytes / 8) {
		const value = values[row]!;
		numbers[at] = Number.isNaN(value) ? -Number.MAX_VALUE : value;
	}
}
