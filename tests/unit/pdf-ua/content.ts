import { Words } from '../read-pdf.ts';
import type { Dict, Value } from '../read-pdf.ts';
import { across, apply, moved, IDENTITY } from './geometry.ts';
import type { Box, Matrix, Point } from './geometry.ts';

/** A stretch of marked content (ISO 32000-1, 14.6). */
export interface Mark {
	readonly tag: string;
	readonly properties: Dict;
}

/** Something that a page shows, within the marks around it, the outermost first. */
export interface Shown {
	readonly kind: 'text' | 'path' | 'object';
	readonly marks: readonly Mark[];
	/** Of a path: what it covers, in the page's own units. Of a text: where it starts. */
	readonly box: Box | null;
	/** Of a text: its font's name among the page's resources, whether it can be seen, and its bytes as hexadecimals. */
	readonly font: string;
	readonly visible: boolean;
	readonly codes: string;
	/** Of an object: its name among the page's resources. */
	readonly name: string;
}

export interface Content {
	readonly shown: readonly Shown[];
	/** Numbers of marked content, in the order in which they are opened. */
	readonly numbers: readonly number[];
	/** How marks, states and texts are opened and closed wrongly. */
	readonly faults: readonly string[];
}

interface State {
	readonly matrix: Matrix;
	readonly font: string;
	readonly visible: boolean;
}

const PAINT = new Set(['S', 's', 'f', 'F', 'f*', 'B', 'B*', 'b', 'b*']);
const SHOW = new Set(['Tj', 'TJ', "'", '"']);
const INVISIBLE = 3;
/** What neither shows anything nor matters to where it stands. */
const ASIDE = new Set(
	[
		'w',
		'J',
		'j',
		'M',
		'd',
		'ri',
		'i',
		'gs',
		'W',
		'W*',
		'Tc',
		'Tw',
		'Tz',
		'TL',
		'Ts',
		'T*',
		'MP',
		'DP',
		'BX',
		'EX'
	].concat(['CS', 'cs', 'SC', 'SCN', 'sc', 'scn', 'G', 'g', 'RG', 'rg', 'K', 'k'])
);

/** Reads the operators of a page; one that is not known is an error. */
export function contentOf(stream: string, namedProperties: (name: string) => Dict): Content {
	const reader = new Reader(namedProperties);
	const words = new Words(stream);
	let operands: Value[] = [];
	for (let word = words.next(); word !== undefined; word = words.next()) {
		if (typeof word === 'string' && word.startsWith(' ')) {
			reader.operator(word.slice(1), operands);
			operands = [];
		} else operands.push(word);
	}
	return reader.end();
}

class Reader {
	readonly #properties: (name: string) => Dict;
	readonly #shown: Shown[] = [];
	readonly #numbers: number[] = [];
	readonly #faults: string[] = [];
	readonly #saved: State[] = [];
	#state: State = { matrix: IDENTITY, font: '', visible: true };
	#marks: readonly Mark[] = [];
	#path: Point[] = [];
	#line: Matrix = IDENTITY;
	/** Marks that were open when a text began. */
	#text: number | null = null;

	constructor(properties: (name: string) => Dict) {
		this.#properties = properties;
	}

	end(): Content {
		if (this.#marks.length > 0) this.#faults.push('a mark that is never closed');
		if (this.#saved.length > 0) this.#faults.push('a state that is never restored');
		if (this.#text !== null) this.#faults.push('a text that never ends');
		return { shown: this.#shown, numbers: this.#numbers, faults: this.#faults };
	}

	operator(name: string, operands: readonly Value[]): void {
		const numbers = operands as readonly number[];
		if (PAINT.has(name)) this.#painted();
		else if (SHOW.has(name)) this.#told(operands);
		else if (!ASIDE.has(name)) this.#other(name, operands, numbers);
	}

	#other(name: string, operands: readonly Value[], numbers: readonly number[]): void {
		switch (name) {
			case 'q':
				this.#saved.push(this.#state);
				break;
			case 'Q':
				if (this.#saved.length === 0) this.#faults.push('a state restored that was not saved');
				this.#state = this.#saved.pop() ?? this.#state;
				break;
			case 'cm':
				this.#state = { ...this.#state, matrix: moved(numbers as unknown as Matrix, this.#state.matrix) };
				break;
			case 'm':
			case 'l':
			case 'c':
			case 'v':
			case 'y':
				for (let i = 0; i + 1 < numbers.length; i += 2) this.#path.push([numbers[i]!, numbers[i + 1]!]);
				break;
			case 're': {
				const [x = 0, y = 0, width = 0, height = 0] = numbers;
				this.#path.push([x, y], [x + width, y], [x, y + height], [x + width, y + height]);
				break;
			}
			case 'h':
				break;
			case 'n':
				this.#path = [];
				break;
			case 'BT':
				if (this.#text !== null) this.#faults.push('a text inside a text');
				this.#text = this.#marks.length;
				this.#line = IDENTITY;
				break;
			case 'ET':
				if (this.#text !== this.#marks.length) this.#faults.push('a mark that is open at only one end of a text');
				this.#text = null;
				break;
			case 'Tf':
				this.#state = { ...this.#state, font: String(operands[0]).slice(1) };
				break;
			case 'Tr':
				this.#state = { ...this.#state, visible: numbers[0] !== INVISIBLE };
				break;
			case 'Tm':
				this.#line = numbers as unknown as Matrix;
				break;
			case 'Td':
			case 'TD':
				this.#line = moved([1, 0, 0, 1, numbers[0]!, numbers[1]!], this.#line);
				break;
			case 'Do':
			case 'sh':
				this.#show({ kind: 'object', name: String(operands[0]).slice(1) });
				break;
			case 'BMC':
				this.#open(operands[0], {});
				break;
			case 'BDC': {
				const [, given] = operands;
				this.#open(operands[0], typeof given === 'string' ? this.#properties(given.slice(1)) : (given as Dict));
				break;
			}
			case 'EMC':
				if (this.#marks.length === 0) this.#faults.push('a mark closed that was not opened');
				this.#marks = this.#marks.slice(0, -1);
				break;
			default:
				throw new Error(`an operator that is not known: ${name}`);
		}
	}

	#open(tag: Value | undefined, properties: Dict): void {
		this.#marks = [...this.#marks, { tag: String(tag).slice(1), properties }];
		if (typeof properties.MCID === 'number') this.#numbers.push(properties.MCID);
	}

	#painted(): void {
		this.#show({ kind: 'path', box: across(this.#path.map((point) => apply(this.#state.matrix, point))) });
		this.#path = [];
	}

	#told(operands: readonly Value[]): void {
		const parts = operands.flatMap((one) => one as Value | readonly Value[]).filter((one) => typeof one === 'string');
		if (this.#text === null) this.#faults.push('words outside a text');
		const origin = apply(moved(this.#line, this.#state.matrix), [0, 0]);
		this.#show({ kind: 'text', codes: parts.join(''), box: across([origin]) });
	}

	#show(what: Partial<Shown>): void {
		const { font, visible } = this.#state;
		const nothing = { kind: 'path', box: null, codes: '', name: '' } as const;
		this.#shown.push({ ...nothing, font, visible, marks: this.#marks, ...what });
	}
}
