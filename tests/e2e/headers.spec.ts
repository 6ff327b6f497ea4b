import { gzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import { fixedPages } from './pages.ts';

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
		const headers = (await request.get(path)).headers();
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

test('a page needs less than 60 kB of compressed script before its charts come alive', async ({ page, request }) => {
	await page.goto('/methode', { waitUntil: 'networkidle' });
	const urls = await page.evaluate(() =>
		performance
			.getEntriesByType('resource')
			.map((entry) => entry.name)
			.filter((name) => name.endsWith('.js'))
	);
	let bytes = 0;
	for (const url of urls) bytes += gzipSync(await (await request.get(url)).body()).length;
	expect(urls.length).toBeGreaterThan(0);
	expect(bytes).toBeLessThan(60_000);
});

test('only reading is answered', async ({ request }) => {
	for (const path of [...fixedPages, '/healthz'])
		for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS']) {
			const response = await request.fetch(path, { method });
			expect(response.status(), `${method} ${path}`).toBe(405);
			expect(response.headers()['allow'], `${method} ${path}`).toBe('GET, HEAD');
		}
	for (const path of ['/', '/methode', '/healthz']) expect((await request.head(path)).status(), path).toBe(200);
});

test('a page is small: a drawing is sent once', async ({ request }) => {
	const size = async (path: string) => (await (await request.get(path)).body()).length;
	expect(await size('/')).toBeLessThan(150_000);
	// Five indicators with their trends, and what early warning says of them.
	expect(await size('/regio/GM0363')).toBeLessThan(200_000);
	const overview = await (await request.get('/')).text();
	expect(overview.match(/id="shape-1"/g)).toHaveLength(1);
});
