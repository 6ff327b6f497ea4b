import type { SavColumn } from './columns.ts';

/** How the columns lie in a record. */
export interface WrittenLayout {
	readonly recordBytes: number;
	/** Per column its segments: one, but for texts of more than 255 bytes. */
	readonly segments: readonly (readonly Segment[])[];
}

export interface Segment {
	readonly offset: number;
	/** Width of the variable that holds it; 0 for a number. */
	readonly width: number;
}

const UNIT = 8;
const LONGEST_TEXT = 32767;
const WIDEST_NUMBER = 40;
export const SEGMENT_BYTES = 255;
/** A longer text gets a segment for each so many bytes. */
const SEGMENT_STEP = 252;

/** @throws RangeError when a width is out of bounds */
export function writtenLayout(columns: readonly SavColumn[]): WrittenLayout {
	let offset = 0;
	const place = (width: number): Segment => {
		const segment = { offset, width };
		offset += UNIT * Math.max(1, Math.ceil(width / UNIT));
		return segment;
	};
	const segments = columns.map((column) => segmentWidths(column).map(place));
	return { recordBytes: offset, segments };
}

function segmentWidths({ name, type, width }: SavColumn): number[] {
	if (!Number.isInteger(width) || width < 1 || width > (type === 'number' ? WIDEST_NUMBER : LONGEST_TEXT))
		throw new RangeError(`column ${name} cannot have width ${width}`);
	if (type === 'number') return [0];
	if (width <= SEGMENT_BYTES) return [width];
	const before = Math.ceil(width / SEGMENT_STEP) - 1;
	return [...new Array<number>(before).fill(SEGMENT_BYTES), width - before * SEGMENT_STEP];
}
