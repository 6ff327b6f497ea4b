import { gzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { fixedPages } from './pages.ts';

/** Bytes of compressed script: of the page itself, and with all its charts alive. */
const BEFORE = 60_000;
const AFTER = 150_000;

/** In the page: what comes alive near the screen waits for a word of the test. */
function holdCharts(): void {
	const Real = window.IntersectionObserver;
	let held: (() => void)[] | null = [];
	window.IntersectionObserver = class extends Real {
		override observe(element: Element): void {
			if (held === null) super.observe(element);
			else held.push(() => super.observe(element));
		}
	};
	const comeAlive = () => {
		const all = held ?? [];
		held = null;
		for (const observe of all) observe();
	};
	Object.assign(window, { comeAlive });
}

const scripts = (page: Page) =>
	page.evaluate(() =>
		performance.getEntriesByType('resource').flatMap(({ name }) => (name.endsWith('.js') ? [name] : []))
	);

/** Brings every part of a page near the screen, until each chart has come alive. */
async function comeAlive(page: Page): Promise<void> {
	await page.evaluate(() => (window as unknown as { comeAlive: () => void }).comeAlive());
	const height = await page.evaluate(() => document.documentElement.scrollHeight);
	for (let y = 0; y <= height; y += 600) {
		await page.evaluate((top) => window.scrollTo(0, top), y);
		await page.waitForTimeout(60);
	}
	// A chart that is alive says its figures itself, without the titles that the server wrote.
	await expect(page.locator('figure.chart .drawing title').filter({ visible: true })).toHaveCount(0);
	await page.waitForTimeout(500);
}

for (const path of fixedPages)
	test(`${path} needs less than 60 kB of compressed script, and less than 150 kB with its charts alive`, async ({
		page,
		request
	}) => {
		test.setTimeout(90_000);
		const size = async (urls: readonly string[]) => {
			let bytes = 0;
			for (const url of urls) bytes += gzipSync(await (await request.get(url)).body()).length;
			return bytes;
		};
		await page.addInitScript(holdCharts);
		await page.goto(path, { waitUntil: 'networkidle' });
		const before = await scripts(page);
		expect(before.length).toBeGreaterThan(0);
		expect(await size(before)).toBeLessThan(BEFORE);
		await comeAlive(page);
		const after = await scripts(page);
		// A map comes alive with the page; any other chart in sight is drawn by what came for it.
		if ((await page.locator('.drawing:not([role])').filter({ visible: true }).count()) > 0)
			expect(after.length).toBeGreaterThan(before.length);
		expect(await size(after)).toBeLessThan(AFTER);
	});
