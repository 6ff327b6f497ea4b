import { tagOf } from '../tag-of.ts';
import { Packed, type Encoding } from './packed.ts';

/** A page or its data, as it goes to every visitor until the next publication. */
export interface Kept {
	/** Publication that it tells of. */
	readonly version: string;
	/** When it was made, in milliseconds. */
	readonly at: number;
	readonly headers: readonly (readonly [string, string])[];
	readonly isPage: boolean;
	readonly body: Packed;
	readonly tag: string;
}

/** Headers that are said anew with each answer. */
const OWN = ['content-length', 'etag', 'cache-control', 'vary', 'content-encoding'];

/**
 * What is kept of an answer; undefined for one that must not be: an error, or data of which a part failed.
 * @param accepted encodings that whoever asked takes: it is packed in one of these, and in another when that is asked for
 */
export async function keep(
	response: Response,
	version: string,
	at: number,
	accepted: string | null
): Promise<Kept | undefined> {
	const type = response.headers.get('content-type') ?? '';
	const isPage = type.startsWith('text/html');
	if (response.status !== 200 || !(isPage || type.startsWith('application/json'))) return undefined;
	if (response.headers.has('set-cookie')) return undefined;
	const body = new Uint8Array(await response.clone().arrayBuffer());
	if (!isPage && !isWhole(body)) return undefined;
	const encoding = encodingFor(accepted) ?? 'gzip';
	const packed = new Packed(body, encoding);
	const tag = tagOf(body);
	// What could not be packed is not kept.
	await packed.as(encoding);
	return {
		version,
		at,
		isPage,
		headers: [...response.headers].filter(([name]) => !OWN.includes(name)),
		body: packed,
		tag
	};
}

export const sizeOf = ({ body, headers }: Kept): number =>
	body.bytes + headers.reduce((sum, [name, value]) => sum + name.length + value.length, 0);

/**
 * Data of a page says inside whether a part of it failed; its status is 200 all the same. In the texts of data quotes are escaped,
 * so what is looked for stands in none of them: nobody has to wait while all of it is parsed.
 */
function isWhole(body: Uint8Array): boolean {
	const [first = '', ...later] = new TextDecoder().decode(body).trimEnd().split('\n');
	return later.length === 0 && first.startsWith('{"type":"data","nodes":[') && !first.includes('"type":"error"');
}

/** What was kept, in the encoding that the visitor's browser takes. */
export async function fresh(kept: Kept, accepted: string | null): Promise<Response> {
	const encoding = encodingFor(accepted);
	const body = encoding === undefined ? await kept.body.plain() : await kept.body.as(encoding);
	const headers = new Headers(kept.headers.map(([name, value]): [string, string] => [name, value]));
	if (encoding !== undefined) headers.set('Content-Encoding', encoding);
	headers.set('Content-Length', String(body.length));
	headers.set('Vary', 'Accept-Encoding');
	// The browser may keep it too, if it asks each time whether it is still so.
	headers.set('Cache-Control', 'no-cache');
	headers.set('ETag', `"${kept.tag}-${encoding ?? 'identity'}"`);
	return new Response(body, { headers });
}

export async function textOf(kept: Kept): Promise<string> {
	return new TextDecoder().decode(await kept.body.plain());
}

/** The encoding that costs fewest bytes of those that a browser takes; undefined where it takes none. */
function encodingFor(accepted: string | null): Encoding | undefined {
	return (['br', 'gzip'] as const).find((encoding) => takes(accepted, encoding));
}

function takes(accepted: string | null, encoding: string): boolean {
	return (accepted ?? '').split(',').some((part) => {
		const [name, ...rest] = part.split(';').map((text) => text.trim().toLowerCase());
		return name === encoding && !rest.some((text) => /^q=0(\.0*)?$/.test(text));
	});
}
