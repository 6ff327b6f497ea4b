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
