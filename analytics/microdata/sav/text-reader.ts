import { isAscii, isUtf8 } from 'node:buffer';
import type { CodePage } from './code-page.ts';
import type { Piece } from './variables.ts';

const BLANK = 0x20;

/** Reads texts of any length and code page; whatever their bytes are, there is a text. */
export class TextReader {
	/** Texts so far that are not valid in the code page of the file. */
	invalid = 0;
	readonly #codePage: CodePage;
	readonly #decoder: TextDecoder;

	constructor(codePage: CodePage) {
		this.#codePage = codePage;
		this.#decoder = new TextDecoder(codePage, { ignoreBOM: true });
	}

	/** The text as UTF-8, without blanks at its end; perhaps a view of the record. Zero bytes count as blanks. */
	utf8(records: Buffer, record: number, pieces: readonly Piece[]): Buffer {
		const parts = pieces.map(({ offset, bytes }) => records.subarray(record + offset, record + offset + bytes));
		const text = withoutZeros(trimmed(parts.length === 1 ? parts[0]! : Buffer.concat(parts)));
		if (isAscii(text) || (this.#codePage === 'utf-8' && isUtf8(text))) return text;
		if (this.#codePage === 'utf-8') this.invalid++;
		return Buffer.from(this.#decoder.decode(text), 'utf8');
	}
}

/** Place behind the last byte that is no blank. */
export function textEnd(bytes: Uint8Array, from: number, to: number): number {
	let end = to;
	while (end > from && (bytes[end - 1] === BLANK || bytes[end - 1] === 0)) end--;
	return end;
}

function trimmed(bytes: Buffer): Buffer {
	return bytes.subarray(0, textEnd(bytes, 0, bytes.length));
}

function withoutZeros(bytes: Buffer): Buffer {
	return bytes.includes(0) ? Buffer.from(bytes.map((byte) => (byte === 0 ? BLANK : byte))) : bytes;
}
