import { cellCount, type Domain, type Table } from '../contract/domain.ts';
import { InputError } from '../errors.ts';
import { cellPrefixes, measurementHeader, type Measure } from './cells.ts';

const CHUNK = 1 << 16;
const WHOLE_NUMBER = /^(0|-?[1-9]\d{0,15})$/;
/** Longer than any count: a line that has no end by then is not one of ours. */
const LONGEST_COUNT = 32;

export function measurementPath(table: { readonly id: string }): string {
	return `measurements/${table.id}.csv`;
}

/**
 * The text of a measurement file in pieces.
 * @throws RangeError when the counts are not one whole number per cell: only those leave.
 */
export function* measurementText(
	domain: Domain,
	table: Table,
	measure: Measure,
	counts: Float64Array
): Generator<string, void> {
	if (counts.length !== cellCount(domain, table))
		throw new RangeError(`table ${table.id} has a wrong number of counts`);
	let text = measurementHeader(table, measure);
	let cell = 0;
	for (const prefix of cellPrefixes(domain, table)) {
		const count = counts[cell++]!;
		if (!Number.isSafeInteger(count)) throw new RangeError(`table ${table.id} has a count that is not a whole number`);
		text += `${prefix}${count}\n`;
		if (text.length > CHUNK) {
			yield text;
			text = '';
		}
	}
	yield text;
}

/**
 * Reads the counts of a table from the text of its file, which must be, count by count, what `measurementText` writes.
 * @throws InputError naming the file, the line and what is wrong.
 */
export async function readMeasurement(
	pieces: AsyncIterable<string>,
	domain: Domain,
	table: Table,
	measure: Measure
): Promise<Float64Array> {
	const reader = new MeasurementReader(domain, table, measure);
	for await (const text of pieces) reader.push(text);
	return reader.end();
}

class MeasurementReader {
	readonly #file: string;
	readonly #measure: Measure;
	readonly #counts: Float64Array;
	readonly #prefixes: Generator<string, void>;
	/** What the next line must start with; null after the last one. */
	#expected: string | null;
	/** -1 while the header is due. */
	#cell = -1;
	#rest = '';

	constructor(domain: Domain, table: Table, measure: Measure) {
		this.#file = measurementPath(table);
		this.#measure = measure;
		this.#counts = new Float64Array(cellCount(domain, table));
		this.#prefixes = cellPrefixes(domain, table);
		this.#expected = measurementHeader(table, measure).slice(0, -1);
	}

	push(text: string): void {
		const buffer = this.#rest + text;
		let at = 0;
		while (this.#expected !== null) {
			const start = at + this.#expected.length;
			const end = buffer.indexOf('\n', start);
			if (end < 0 && buffer.length < start + LONGEST_COUNT) break;
			this.#take(buffer.startsWith(this.#expected, at), end < 0 ? null : buffer.slice(start, end));
			at = end + 1;
		}
		this.#rest = buffer.slice(at);
		if (this.#expected === null && this.#rest !== '') this.#fail('the file has more lines than the table has cells');
	}

	end(): Float64Array {
		if (this.#expected !== null)
			this.#fail(this.#cell < 0 ? this.#header() : `the file stops before the cell ${this.#due()}`);
		return this.#counts;
	}

	#take(asExpected: boolean, value: string | null): void {
		if (this.#cell < 0) {
			if (!asExpected || value !== '') this.#fail(this.#header());
		} else {
			if (!asExpected) this.#fail(`the cell ${this.#due()} belongs here; every cell comes once, in order`);
			const count = value !== null && WHOLE_NUMBER.test(value) ? Number(value) : NaN;
			if (!Number.isSafeInteger(count)) this.#fail(`the ${this.#measure.replace('_', ' ')} is not a whole number`);
			this.#counts[this.#cell] = count;
		}
		this.#cell++;
		this.#expected = this.#prefixes.next().value ?? null;
	}

	#header(): string {
		return `the header must be ${this.#due()}`;
	}

	/** On one line, whatever is in the codes. */
	#due(): string {
		return `"${this.#expected?.replaceAll(/\s/g, ' ')}"`;
	}

	#fail(what: string): never {
		throw new InputError(`${this.#file}, line ${this.#cell + 2}: ${what}. Take the bundle from its source again.`);
	}
}
