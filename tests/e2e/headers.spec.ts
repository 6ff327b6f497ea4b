import { gzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import { ask, fixedPages } from './pages.ts';
import { everyRoute } from './routes.ts';

test('every page carries the security headers and no inline style', async ({ request }) => {
	for (const path of fixedPages) {
		const response = await request.get(path);
		const headers = response.headers();
		expect(headers['content-security-policy'], path).toContain("default-src 'none'");
		expect(headers['content-security-policy'], path).not.toContain('unsafe-inline');
		expect(headers['x-content-type-options'], path).toBe('nosniff');
		expect(headers['x-frame-options'], path).toBe('DENY');
		expect(headers['set-cookie'], path).toBeUndefined();
		expect(await response.text(), path).not.toMatch(/\sstyle="/);
	}
});

test('data and health answers carry the security headers too', async ({ request }) => {
	for (const path of ['/healthz', '/__data.json', '/regio/GM0363/__data.json']) {
		const headers = (await ask(request, path)).headers();
		expect(headers['x-content-type-options'], path).toBe('nosniff');
		expect(headers['x-frame-options'], path).toBe('DENY');
		expect(headers['cross-origin-resource-policy'], path).toBe('same-origin');
	}
});

test('the health check answers', async ({ request }) => {
	const response = await request.get('/healthz');
	expect(response.status()).toBe(200);
	expect(await response.text()).toBe('ok\n');
});

test('every route answers GET and HEAD alike, and refuses every other method', async ({ request }) => {
	test.setTimeout(180_000);
	const routes = everyRoute();
	expect(routes.length).toBeGreaterThan(25);
	for (const path of [...routes, '/bestaat-niet']) {
		const got = await ask(request, path);
		// A release without what is asked for answers 404; nothing is a fault.
		expect(got.status(), path).toBeLessThan(500);
		expect((await ask(request, path, 'HEAD')).status(), path).toBe(got.status());
		for (const method of ['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']) {
			const response = await request.fetch(path, { method, data: method === 'OPTIONS' ? undefined : 'a=b' });
			expect(response.status(), `${method} ${path}`).toBe(405);
			expect(response.headers()['allow'], `${method} ${path}`).toBe('GET, HEAD');
		}
	}
});

test('every answer carries the headers, whatever it is', async ({ request }) => {
	test.setTimeout(180_000);
	const html = await (await request.get('/')).text();
	const script = /_app\/immutable\/[^"]+\.js/.exec(html)?.[0];
	expect(script).toBeDefined();
	const files = [`/${script}`, '/favicon.svg', '/robots.txt'];
	for (const path of [...everyRoute(), ...files, '/bestaat-niet', '/methode/vrijgave/999999/manifest.json']) {
		const headers = (await request.get(path)).headers();
		expect(headers['x-content-type-options'], path).toBe('nosniff');
		expect(headers['x-frame-options'], path).toBe('DENY');
		expect(headers['referrer-policy'], path).toBe('same-origin');
		expect(headers['cross-origin-resource-policy'], path).toBe('same-origin');
		expect(headers['set-cookie'], path).toBeUndefined();
		expect(headers['x-powered-by'], path).toBeUndefined();
	}
});

test('a file that is not there says nothing but that', async ({ request }) => {
	const path = '/methode/vrijgave/999999/manifest.json';
	expect(await (await request.get(path, { headers: { accept: '*/*' } })).json()).toEqual({ message: 'Error: 404' });
	const response = await request.get(path, { headers: { accept: 'text/html' } });
	expect(response.status()).toBe(404);
	expect(response.headers()['content-security-policy']).toContain("default-src 'none'");
	const text = await response.text();
	expect(text).toContain('<html lang="nl">');
	expect(text).not.toMatch(/%voorzicht|%sveltekit|node_modules|\.js:|style="/);
});

test('who finds a hole can read where to say so', async ({ request }) => {
	const response = await request.get('/.well-known/security.txt');
	expect(response.headers()['content-type']).toMatch(/^text\/plain/);
	const fields = (await response.text()).trim().split('\n');
	const value = (name: string) =>
		fields.filter((line) => line.startsWith(`${name}: `)).map((l) => l.slice(name.length + 2));
	expect(value('Contact')).toHaveLength(1);
	expect(value('Canonical')[0]).toMatch(/\/\.well-known\/security\.txt$/);
	const days = (Date.parse(value('Expires')[0] ?? '') - Date.now()) / 86_400_000;
	expect(days).toBeGreaterThan(30);
	expect(days).toBeLessThan(366);
	const policy = await request.get(new URL(value('Policy')[0]!).pathname);
	expect(await policy.text()).toContain('Found a hole?');
});

test('a page is sent compressed, and not again while it is the same', async ({ request }) => {
	const first = await request.get('/methode', { headers: { 'accept-encoding': 'br' } });
	expect(first.headers()['content-encoding']).toBe('br');
	expect(first.headers()['vary']).toContain('Accept-Encoding');
	const etag = first.headers()['etag']!;
	const again = await request.get('/methode', { headers: { 'accept-encoding': 'br', 'if-none-match': etag } });
	expect(again.status()).toBe(304);
});

test('a page is small: a drawing is sent once', async ({ request }) => {
	const bodyOf = async (path: string) => (await request.get(path)).body();
	expect((await bodyOf('/')).length).toBeLessThan(150_000);
	// Some forty drawings of six figures, each with its table: how many there are, noise decides a little.
	const region = await bodyOf('/regio/GM0363');
	expect(region.length).toBeLessThan(450_000);
	expect(gzipSync(region).length).toBeLessThan(60_000);
	for (const [script] of region.toString('utf8').matchAll(/<script[\s\S]*?<\/script>/g))
		expect(script).not.toMatch(/<svg|\\u003Csvg/);
	const overview = await (await request.get('/')).text();
	const shapes = overview.match(/id="shape-[^"]+"/g) ?? [];
	expect(shapes.length).toBeGreaterThan(0);
	expect(new Set(shapes).size).toBe(shapes.length);
});
