import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gunzip, gzip, type BrotliOptions } from 'node:zlib';

/** A page or its data, compressed once, as it goes to every visitor until the next publication. */
export interface Kept {
	/** Publication that it tells of. */
	readonly version: string;
	/** When it was made, in milliseconds. */
	readonly at: number;
	readonly headers: readonly (readonly [string, string])[];
	readonly isPage: boolean;
	readonly gzip: Uint8Array<ArrayBuffer>;
	readonly brotli: Uint8Array<ArrayBuffer>;
	readonly tag: string;
}

/** Above this a step of brotli's quality costs more time than it saves bytes. */
const BROTLI: BrotliOptions = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };
const zip = promisify(gzip);
const unzip = promisify(gunzip);
const brotli = promisify<Uint8Array, BrotliOptions, Buffer>(brotliCompress);

/** Headers that are said anew with each answer. */
const OWN = ['content-length', 'etag', 'cache-control', 'vary', 'content-encoding'];

/** What is kept of an answer; undefined for one that must not be: an error, or data of which a part failed. */
export async function keep(response: Response, version: string, at: number): Promise<Kept | undefined> {
	const type = response.headers.get('content-type') ?? '';
	const isPage = type.startsWith('text/html');
	if (response.status !== 200 || !(isPage || type.startsWith('application/json'))) return undefined;
	if (response.headers.has('set-cookie')) return undefined;
	const body = new Uint8Array(await response.clone().arrayBuffer());
	if (!isPage && !isWhole(body)) return undefined;
	const [zipped, packed] = await Promise.all([zip(body), brotli(body, BROTLI)]);
	return {
		version,
		at,
		isPage,
		headers: [...response.headers].filter(([name]) => !OWN.includes(name)),
		gzip: new Uint8Array(zipped),
		brotli: new Uint8Array(packed),
		tag: createHash('sha256').update(body).digest('base64url').slice(0, 22)
	};
}

export const sizeOf = ({ gzip, brotli, headers }: Kept): number =>
	gzip.length + brotli.length + headers.reduce((sum, [name, value]) => sum + name.length + value.length, 0);

/** Data of a page says inside whether a part of it failed; its status is 200 all the same. */
function isWhole(body: Uint8Array): boolean {
	try {
		const { type, nodes } = JSON.parse(new TextDecoder().decode(body)) as {
			type?: string;
			nodes?: ({ type?: string } | null)[];
		};
		return type === 'data' && Array.isArray(nodes) && nodes.every((node) => node?.type !== 'error');
	} catch {
		return false;
	}
}

/** What was kept, in the encoding that the visitor's browser takes. */
export async function fresh(kept: Kept, accepted: string | null): Promise<Response> {
	const encoding = takes(accepted, 'br') ? 'br' : takes(accepted, 'gzip') ? 'gzip' : 'identity';
	const body =
		encoding === 'br' ? kept.brotli : encoding === 'gzip' ? kept.gzip : new Uint8Array(await unzip(kept.gzip));
	const headers = new Headers(kept.headers.map(([name, value]): [string, string] => [name, value]));
	if (encoding !== 'identity') headers.set('Content-Encoding', encoding);
	headers.set('Content-Length', String(body.length));
	headers.set('Vary', 'Accept-Encoding');
	// The browser may keep it too, if it asks each time whether it is still so.
	headers.set('Cache-Control', 'no-cache');
	headers.set('ETag', `"${kept.tag}-${encoding}"`);
	return new Response(body, { headers });
}

export async function textOf(kept: Kept): Promise<string> {
	return (await unzip(kept.gzip)).toString('utf8');
}

function takes(accepted: string | null, encoding: string): boolean {
	return (accepted ?? '').split(',').some((part) => {
		const [name, ...rest] = part.split(';').map((text) => text.trim().toLowerCase());
		return name === encoding && !rest.some((text) => /^q=0(\.0*)?$/.test(text));
	});
}
