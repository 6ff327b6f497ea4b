import { encodeText, type CodePage } from './code-page.ts';
import type { SavColumn, SavOptions } from './columns.ts';
import { SEGMENT_BYTES, type WrittenLayout } from './written-layout.ts';

/** Place of the number of records in the file. */
export const CASES_AT = 80;

const BIAS = 100;
const NAME_BYTES = 64;
const SHORT_NAME_BYTES = 8;
const TEXT_FORMAT = 1;
const NUMBER_FORMAT = 5;
const CODE_PAGES: Readonly<Record<CodePage, { number: number; name: string }>> = {
	'utf-8': { number: 65001, name: 'UTF-8' },
	'windows-1252': { number: 1252, name: 'windows-1252' }
};

/** Everything before the records, with an unknown number of them. @throws RangeError when a name cannot be */
export function writtenDictionary(
	columns: readonly SavColumn[],
	layout: WrittenLayout,
	{ compression, encoding }: SavOptions
): Buffer {
	const names = shortNames(columns, layout);
	return Buffer.concat([
		header(layout, compression),
		...columns.flatMap((column, c) =>
			layout.segments[c]!.flatMap(({ width }, s) => variable(names[c]![s]!, width, column.width))
		),
		info(3, 4, int32(1, 0, 0, -1, 1, 1, 2, CODE_PAGES[encoding].number)),
		info(4, 8, double(-Number.MAX_VALUE, Number.MAX_VALUE, -Number.MAX_VALUE * (1 - Number.EPSILON / 2))),
		info(13, 1, pairs(columns, names, encoding)),
		...longTexts(columns, names),
		info(20, 1, Buffer.from(CODE_PAGES[encoding].name, 'latin1')),
		int32(999, 0)
	]);
}

function header({ recordBytes }: WrittenLayout, compression: SavOptions['compression']): Buffer {
	return Buffer.concat([
		Buffer.from('$FL2', 'latin1'),
		padded('@(#) SPSS DATA FILE Voorzicht', 60),
		int32(2, recordBytes / 8, compression === 'none' ? 0 : 1, 0, -1),
		double(BIAS),
		// No time of writing: the same records give the same file.
		padded('01 Jan 00', 9),
		padded('00:00:00', 8),
		padded('', 64),
		Buffer.alloc(3)
	]);
}

/** A variable record, and one for each further 8 bytes of a text. */
function variable(name: string, width: number, digits: number): Buffer[] {
	const format = width === 0 ? (NUMBER_FORMAT << 16) | (digits << 8) : (TEXT_FORMAT << 16) | (width << 8);
	const record = Buffer.concat([int32(2, width, 0, 0, format, format), padded(name, SHORT_NAME_BYTES)]);
	const further = Buffer.concat([int32(2, -1, 0, 0, 0, 0), padded('', SHORT_NAME_BYTES)]);
	return [record, ...new Array<Buffer>(Math.max(1, Math.ceil(width / 8)) - 1).fill(further)];
}

/** Unique names of at most 8 capitals, per column and segment. */
function shortNames(columns: readonly SavColumn[], layout: WrittenLayout): string[][] {
	const own = columns.map(({ name }) => (/^[A-Za-z]\w{0,7}$/.test(name) ? name.toUpperCase() : null));
	const taken = new Set(own);
	let number = 0;
	const next = () => {
		do number++;
		while (taken.has(`V${number}`));
		return `V${number}`;
	};
	return layout.segments.map((segments, c) => segments.map((_, s) => (s === 0 ? own[c] : null) ?? next()));
}

function pairs(columns: readonly SavColumn[], names: readonly string[][], encoding: CodePage): Buffer {
	const seen = new Set<string>();
	const texts = columns.map(({ name }, c) => {
		const bytes = encodeText(name, encoding);
		const lower = name.toLowerCase();
		if (bytes === null || bytes.length > NAME_BYTES || !/^[^\s=\0]+$/.test(name) || seen.has(lower))
			throw new RangeError(`column ${name} cannot have this name in an SPSS file`);
		seen.add(lower);
		return Buffer.concat([Buffer.from(`${c === 0 ? '' : '\t'}${names[c]![0]!}=`, 'latin1'), bytes]);
	});
	return Buffer.concat(texts);
}

/** Widths of the texts that have more than one segment. */
function longTexts(columns: readonly SavColumn[], names: readonly string[][]): Buffer[] {
	const long = columns.flatMap(({ type, width }, c) =>
		type === 'text' && width > SEGMENT_BYTES ? [`${names[c]![0]!}=${String(width).padStart(5, '0')}\0\t`] : []
	);
	return long.length === 0 ? [] : [info(14, 1, Buffer.from(long.join(''), 'latin1'))];
}

function info(subtype: number, size: number, data: Buffer): Buffer {
	return Buffer.concat([int32(7, subtype, size, data.length / size), data]);
}

function int32(...values: number[]): Buffer {
	const bytes = Buffer.alloc(4 * values.length);
	for (const [i, value] of values.entries()) bytes.writeInt32LE(value, 4 * i);
	return bytes;
}

function double(...values: number[]): Buffer {
	const bytes = Buffer.alloc(8 * values.length);
	for (const [i, value] of values.entries()) bytes.writeDoubleLE(value, 8 * i);
	return bytes;
}

function padded(text: string, length: number): Buffer {
	return Buffer.alloc(length, ' ').fill(Buffer.from(text, 'latin1'), 0, text.length);
}
