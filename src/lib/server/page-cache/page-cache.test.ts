import { createHash } from 'node:crypto';
import { gunzipSync, brotliDecompressSync } from 'node:zlib';
import type { RequestEvent } from '@sveltejs/kit';
import { describe, expect, it, vi } from 'vitest';
import { PageCache } from './page-cache.ts';
import type { Version } from './version.ts';

const NOTICE = '<p data-stale="" hidden="">As of <time data-since=""></time></p>';

interface Asked {
	readonly method?: string;
	readonly data?: boolean;
	readonly encodings?: string;
	readonly route?: string | null;
}

/** A request as SvelteKit hands it to a hook: what it adds to the address of data is in the request only. */
function ask(path: string, { method = 'GET', data = false, encodings = '', route = '/[[lang=lang]]' }: Asked = {}) {
	const request = new Request(new URL(path, 'http://localhost'), { method, headers: { 'accept-encoding': encodings } });
	const url = new URL(request.url);
	url.searchParams.delete('x-sveltekit-invalidated');
	return { request, url, isDataRequest: data, route: { id: route } } as unknown as RequestEvent;
}

const page = (text: string, status = 200) =>
	new Response(`<html>${NOTICE}${text}</html>`, { status, headers: { 'content-type': 'text/html', 'x-page': 'yes' } });

function cacheAt(bytes = 1_000_000) {
	const world: { version: Version; now: number } = { version: 'v1', now: Date.UTC(2026, 10, 23, 12) };
	const cache = new PageCache(
		async () => world.version,
		() => world.now,
		bytes
	);
	let made = 0;
	const render = vi.fn(async () => page(`made ${++made}`));
	return { world, cache, render };
}

describe('while the database answers', () => {
	it('makes a page once, and again after a publication or an hour', async () => {
		const { world, cache, render } = cacheAt();
		const text = async () => (await cache.answer(ask('/'), 'nl', render)).text();
		expect(await text()).toContain('made 1');
		expect(await text()).toContain('made 1');
		world.version = 'v2';
		expect(await text()).toContain('made 2');
		world.now += 60 * 60_000;
		expect(await text()).toContain('made 3');
		expect(await text()).not.toContain('data-stale="">');
	});

	it('sends it in the encoding that the browser takes, with a tag for each', async () => {
		const { cache, render } = cacheAt();
		const answer = async (encodings: string) => {
			const response = await cache.answer(ask('/', { encodings }), 'nl', render);
			return { response, body: new Uint8Array(await response.arrayBuffer()) };
		};
		const plain = await answer('gzip;q=0, br;q=0.0');
		const zipped = await answer('gzip, deflate');
		const packed = await answer('gzip, br');
		expect(plain.response.headers.get('content-encoding')).toBeNull();
		expect(gunzipSync(zipped.body).toString()).toBe(new TextDecoder().decode(plain.body));
		expect(brotliDecompressSync(packed.body).toString()).toBe(new TextDecoder().decode(plain.body));
		expect(packed.response.headers.get('vary')).toBe('Accept-Encoding');
		expect(packed.response.headers.get('x-page')).toBe('yes');
		expect(Number(packed.response.headers.get('content-length'))).toBe(packed.body.length);
		expect(new Set([plain, zipped, packed].map(({ response }) => response.headers.get('etag'))).size).toBe(3);
	});

	it('counts each encoding that it made against its room', async () => {
		const { cache } = cacheAt(8_000);
		// Numbers without a pattern take as much room packed in one way as in the other.
		const noise = (of: string) =>
			Array.from({ length: 60 }, (_, i) =>
				createHash('sha1')
					.update(of + i)
					.digest('hex')
			).join('');
		const render = vi.fn(async () => page(noise('a')));
		await cache.answer(ask('/', { encodings: 'gzip' }), 'nl', render);
		await cache.answer(ask('/methode', { encodings: 'gzip' }), 'nl', async () => page(noise('b')));
		await cache.answer(ask('/privacy', { encodings: 'gzip' }), 'nl', async () => page(noise('c')));
		await cache.answer(ask('/', { encodings: 'gzip' }), 'nl', render);
		expect(render).toHaveBeenCalledTimes(1);
		await cache.answer(ask('/methode', { encodings: 'br' }), 'nl', render);
		await cache.answer(ask('/privacy', { encodings: 'br' }), 'nl', render);
		expect(render).toHaveBeenCalledTimes(1);
		await cache.answer(ask('/', { encodings: 'gzip' }), 'nl', render);
		expect(render).toHaveBeenCalledTimes(2);
	});

	it('lets all who ask at once wait for the same page', async () => {
		const { cache, render } = cacheAt();
		const encodings = ['gzip', 'br', 'gzip', 'br', ''];
		const all = await Promise.all(encodings.map((takes) => cache.answer(ask('/', { encodings: takes }), 'nl', render)));
		expect(all.map(({ headers }) => headers.get('content-encoding') ?? '')).toEqual(encodings);
		const unpacked: Record<string, (bytes: Uint8Array) => Uint8Array> = { gzip: gunzipSync, br: brotliDecompressSync };
		for (const [i, response] of all.entries()) {
			const bytes = new Uint8Array(await response.arrayBuffer());
			expect(new TextDecoder().decode(unpacked[encodings[i]!]?.(bytes) ?? bytes)).toContain('made 1');
		}
		expect(render).toHaveBeenCalledTimes(1);
	});

	it('keeps no error, and no data of which a part failed', async () => {
		const { cache } = cacheAt();
		const failing = vi.fn(async () => page('gone', 503));
		for (let i = 0; i < 2; i++) expect((await cache.answer(ask('/'), 'nl', failing)).status).toBe(503);
		const data = (node: object) => JSON.stringify({ type: 'data', nodes: [null, node] });
		const broken = vi.fn(async () => Response.json(JSON.parse(data({ type: 'error', status: 503 }))));
		const whole = vi.fn(async () => Response.json(JSON.parse(data({ type: 'data', data: [] }))));
		for (let i = 0; i < 2; i++) await cache.answer(ask('/signalen', { data: true }), 'nl', broken);
		for (let i = 0; i < 2; i++) await cache.answer(ask('/vergelijken', { data: true }), 'nl', whole);
		expect([failing, broken, whole].map((render) => render.mock.calls.length)).toEqual([2, 2, 1]);
	});

	it('keeps only pages at addresses with parameters that some page reads', async () => {
		const { cache, render } = cacheAt();
		const twice = async (path: string, more: Asked = {}) => {
			const before = render.mock.calls.length;
			for (let i = 0; i < 2; i++) await cache.answer(ask(path, more), 'nl', render);
			return render.mock.calls.length - before;
		};
		expect(await twice('/?periode=2023&cijfer=a.b')).toBe(1);
		expect(await twice('/?cijfer=a.b&periode=2023')).toBe(0);
		expect(await twice('/?utm=1')).toBe(2);
		expect(await twice('/zoek?q=haarlem')).toBe(2);
		expect(await twice(`/?periode=${'9'.repeat(400)}`)).toBe(2);
		expect(await twice('/healthz', { route: '/healthz' })).toBe(2);
		expect(await twice('/regio/GM0363/brief.pdf', { route: '/[[lang=lang]]/regio/[code]/brief.pdf' })).toBe(2);
		expect(await twice('/nix', { route: null })).toBe(2);
		expect(await twice('/methode', { method: 'HEAD' })).toBe(2);
	});

	it('keeps a page for the address that its visitor asked at, and none at another spelling of its path', async () => {
		const { cache, render } = cacheAt();
		const text = async (path: string) => (await cache.answer(ask(path), 'nl', render)).text();
		expect(await text('http://evil.example/regio/GM0363/brief')).toContain('made 1');
		expect(await text('http://localhost/regio/GM0363/brief')).toContain('made 2');
		expect(await text('http://localhost/regio/%47M0363/brief')).toContain('made 3');
		expect(await text('http://localhost/regio/%47M0363/brief')).toContain('made 4');
		expect(await text('/regio/K%C3%B6ln')).toContain('made 5');
		expect(await text('/regio/K%C3%B6ln')).toContain('made 5');
	});

	it('keeps the page and its data apart, and data by the parts that are asked for', async () => {
		const { cache, render } = cacheAt();
		const data = vi.fn(async () => Response.json({ type: 'data', nodes: [] }));
		await cache.answer(ask('/'), 'nl', render);
		for (const had of ['01', '11', '01', 'x'.repeat(9), 'x'.repeat(9)])
			await cache.answer(ask(`/?x-sveltekit-invalidated=${had}`, { data: true }), 'nl', data);
		expect(data).toHaveBeenCalledTimes(4);
	});

	it('lets no choices in addresses, and no data, push out the pages of the menu', async () => {
		const { cache, render } = cacheAt(4_000);
		await cache.answer(ask('/'), 'nl', render);
		const data = async () => Response.json({ type: 'data', nodes: [] });
		for (let i = 0; i < 50; i++) {
			await cache.answer(ask(`/?periode=${i}`), 'nl', render);
			const had = i.toString(2).padStart(8, '0');
			await cache.answer(ask(`/signalen?x-sveltekit-invalidated=${had}`, { data: true }), 'nl', data);
		}
		const before = render.mock.calls.length;
		await cache.answer(ask('/'), 'nl', render);
		expect(render.mock.calls.length).toBe(before);
	});
});

describe('while the database does not answer', () => {
	it('sends a page that it has, labelled with its age, and keeps nothing new', async () => {
		const { world, cache, render } = cacheAt();
		await cache.answer(ask('/'), 'nl', render);
		world.version = null;
		world.now += 90_000;
		const response = await cache.answer(ask('/', { encodings: 'br' }), 'nl', render);
		expect(response.status).toBe(200);
		expect(response.headers.get('age')).toBe('90');
		expect(response.headers.get('cache-status')).toBe('voorzicht; hit; ttl=-90');
		expect(response.headers.get('cache-control')).toBe('no-store');
		expect(response.headers.get('etag')).toBeNull();
		const text = await response.text();
		expect(text).toContain('<p data-stale="">As of <time data-since="" datetime="2026-11-23T12:00:00.000Z">');
		expect(text).toContain('23 november 2026');
		expect(text).toContain('made 1');
		const unavailable = vi.fn(async () => page('unavailable', 503));
		expect((await cache.answer(ask('/signalen'), 'nl', unavailable)).status).toBe(503);
	});

	it('puts the label in its own place, whatever the page says that somebody typed', async () => {
		const { world, cache } = cacheAt();
		const typed = '<title>&lt;p data-stale="" hidden=""> of <time data-since="">? </title>';
		const hidden = '<p class="s" data-stale="" hidden="">As of <time data-since=""></time></p>';
		const html = typed.replaceAll('<time', '&lt;time') + hidden;
		const named = async () => new Response(html, { headers: { 'content-type': 'text/html' } });
		await cache.answer(ask('/'), 'nl', named);
		world.version = null;
		const text = await (await cache.answer(ask('/'), 'nl', named)).text();
		expect(text).toContain('&lt;p data-stale="" hidden="">');
		expect(text).toContain('<p class="s" data-stale="">As of <time data-since="" datetime=');
	});

	it('sends no data without a label: the browser then asks for the whole page', async () => {
		const { world, cache } = cacheAt();
		const data = vi.fn(async () => Response.json({ type: 'data', nodes: [] }));
		await cache.answer(ask('/', { data: true }), 'nl', data);
		world.version = null;
		await cache.answer(ask('/', { data: true }), 'nl', data);
		expect(data).toHaveBeenCalledTimes(2);
	});

	it('falls back on an older page when the database goes away between two questions', async () => {
		const { world, cache, render } = cacheAt();
		await cache.answer(ask('/'), 'en', render);
		world.version = 'v2';
		const response = await cache.answer(ask('/'), 'en', async () => page('unavailable', 503));
		expect(response.status).toBe(200);
		expect(await response.text()).toContain('23 November 2026');
	});
});
