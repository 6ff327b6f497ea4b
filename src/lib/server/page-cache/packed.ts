import { promisify } from 'node:util';
import { brotliCompress, brotliDecompress, constants, gunzip, gzip, type BrotliOptions } from 'node:zlib';

export type Encoding = 'br' | 'gzip';

type Bytes = Uint8Array<ArrayBuffer>;
type Change = (bytes: Uint8Array) => Promise<Uint8Array>;

/** Above this a step of brotli's quality costs more time than it saves bytes. */
const BROTLI: BrotliOptions = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };
const brotli = promisify<Uint8Array, BrotliOptions, Buffer>(brotliCompress);

const pack: Readonly<Record<Encoding, Change>> = { br: (bytes) => brotli(bytes, BROTLI), gzip: promisify(gzip) };
const unpack: Readonly<Record<Encoding, Change>> = { br: promisify(brotliDecompress), gzip: promisify(gunzip) };

/** A text in the encodings that were asked for. Each is made once, when somebody first asks for it: nobody waits for another. */
export class Packed {
	readonly #first: Encoding;
	readonly #forms = new Map<Encoding, Promise<Bytes>>();
	#bytes = 0;

	/** @param first encoding in which it is held from now on */
	constructor(body: Uint8Array, first: Encoding) {
		this.#first = first;
		this.#make(first, Promise.resolve(body));
	}

	/** What all encodings take together that are made by now. */
	get bytes(): number {
		return this.#bytes;
	}

	as(encoding: Encoding): Promise<Bytes> {
		return this.#forms.get(encoding) ?? this.#make(encoding, this.plain());
	}

	/** As it was before it was packed. */
	async plain(): Promise<Bytes> {
		return new Uint8Array(await unpack[this.#first](await this.as(this.#first)));
	}

	#make(encoding: Encoding, body: Promise<Uint8Array>): Promise<Bytes> {
		const form = body.then(pack[encoding]).then((bytes) => {
			this.#bytes += bytes.length;
			return new Uint8Array(bytes);
		});
		this.#forms.set(encoding, form);
		return form;
	}
}
