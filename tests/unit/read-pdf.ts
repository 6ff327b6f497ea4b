import { inflateSync } from 'node:zlib';

/** A small strict reader of PDF files whose objects are not packed into streams. */

export interface Ref {
	readonly ref: number;
}
export interface Dict {
	readonly [key: string]: Value;
}
/** Names keep their slash; texts do not. */
export type Value = string | number | boolean | null | Ref | readonly Value[] | Dict;

export interface Pdf {
	readonly trailer: Dict;
	/** Digits after "%PDF-". */
	readonly version: string;
	/** References to all objects. */
	readonly all: readonly Ref[];
	/** What a reference stands for; other values are themselves. */
	get(value: Value | undefined): Value;
	dict(value: Value | undefined): Dict;
	list(value: Value | undefined): readonly Value[];
	/** The bytes of a stream, unpacked. */
	stream(value: Value | undefined): Buffer;
}

export function readPdf(bytes: Uint8Array): Pdf {
	const file = Buffer.from(bytes);
	const all = file.toString('latin1');
	const start = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(all)?.[1]);
	const [, count = '', rest = ''] = /^xref\n0 (\d+)\n([\s\S]*?)trailer/.exec(all.slice(start)) ?? [];
	// A number that no object has is free.
	const offsets = [...rest.matchAll(/(\d{10}) \d{5} ([nf]) /g)].map(([, offset, kind]) =>
		kind === 'n' ? Number(offset) : -1
	);
	if (offsets.length !== Number(count)) throw new Error('the table of objects is broken');
	const trailer = new Words(all, start + all.slice(start).indexOf('trailer') + 7).value() as Dict;

	const get = (value: Value | undefined): Value => {
		if (!isRef(value)) return value ?? null;
		return new Words(all, headOf(value.ref)).value();
	};
	const headOf = (number: number) => {
		const offset = offsets[number] ?? -1;
		const head = `${number} 0 obj`;
		if (!all.startsWith(head, offset)) throw new Error(`object ${number} is not where the table says`);
		return offset + head.length;
	};
	const dict = (value: Value | undefined) => {
		const found = get(value);
		if (found === null || typeof found !== 'object' || Array.isArray(found)) throw new Error('no dictionary');
		return found as Dict;
	};
	return {
		trailer,
		version: /^%PDF-(\S+)/.exec(all)?.[1] ?? '',
		all: offsets.flatMap((offset, ref) => (offset === -1 ? [] : [{ ref }])),
		get,
		dict,
		list: (value) => {
			const found = get(value);
			return Array.isArray(found) ? (found as readonly Value[]) : found === null ? [] : [found];
		},
		stream: (value) => {
			if (!isRef(value)) throw new Error('a stream is an object of its own');
			const words = new Words(all, headOf(value.ref));
			const head = words.value() as Dict;
			const from = all.indexOf('stream\n', words.at) + 'stream\n'.length;
			const packed = file.subarray(from, from + (get(head.Length) as number));
			return head.Filter === undefined ? packed : inflateSync(packed);
		}
	};
}

export function isRef(value: Value | undefined): value is Ref {
	return typeof value === 'object' && value !== null && 'ref' in value;
}

/** Values one after the other, as the syntax of PDF has them (ISO 32000-1, 7.3). */
export class Words {
	readonly #text: string;
	at: number;

	constructor(text: string, at = 0) {
		this.#text = text;
		this.at = at;
	}

	/** Null at the end. Operators of a page come as texts that start with a blank. */
	next(): Value | undefined {
		this.#skip();
		return this.at >= this.#text.length ? undefined : this.value();
	}

	value(): Value {
		this.#skip();
		const rest = this.#text.slice(this.at, this.at + 2);
		if (rest === '<<') return this.#dict();
		if (rest.startsWith('[')) return this.#list();
		if (rest.startsWith('(')) return this.#literal();
		if (rest.startsWith('<')) return this.#hex();
		const reference = this.#match(/(\d+) 0 R(?![A-Za-z])/y);
		if (reference !== null) return { ref: Number(reference[1]) };
		const number = this.#match(/[+-]?(\d+\.?\d*|\.\d+)(?![\d.])/y);
		if (number !== null) return Number(number[0]);
		const word = this.#match(/\/?[^\s/<>[\](){}%]+/y)?.[0];
		if (word === undefined) throw new Error(`unreadable at ${this.at}`);
		if (word === 'true' || word === 'false') return word === 'true';
		if (word === 'null') return null;
		return word.startsWith('/') ? word : ` ${word}`;
	}

	#match(pattern: RegExp): RegExpExecArray | null {
		pattern.lastIndex = this.at;
		const found = pattern.exec(this.#text);
		if (found !== null) this.at = pattern.lastIndex;
		return found;
	}

	#skip(): void {
		this.#match(/(\s|%[^\n]*\n)*/y);
	}

	#dict(): Dict {
		this.at += 2;
		const dict: Record<string, Value> = {};
		for (this.#skip(); !this.#text.startsWith('>>', this.at); this.#skip()) {
			const name = this.value() as string;
			dict[name.slice(1)] = this.value();
		}
		this.at += 2;
		return dict;
	}

	#list(): Value[] {
		this.at += 1;
		const list: Value[] = [];
		for (this.#skip(); this.#text[this.at] !== ']'; this.#skip()) list.push(this.value());
		this.at += 1;
		return list;
	}

	#hex(): string {
		return this.#match(/<([0-9a-fA-F\s]*)>/y)?.[1] ?? '';
	}

	#literal(): string {
		let text = '';
		for (this.at += 1; this.#text[this.at] !== ')'; this.at += 1) {
			if (this.#text[this.at] === '\\') this.at += 1;
			text += this.#text[this.at];
		}
		this.at += 1;
		const bytes = Buffer.from(text, 'latin1');
		if (bytes[0] !== 0xfe || bytes[1] !== 0xff) return text;
		return new TextDecoder('utf-16be').decode(bytes.subarray(2));
	}
}
