import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { fixedPages, inLanguage, openFirstRegion, originOf, watch } from './pages.ts';

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

async function clean(page: Page): Promise<void> {
	const { violations } = await new AxeBuilder({ page }).withTags(rules).analyze();
	expect(violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target.join(' ')).join(', ')}`)).toEqual([]);
}

for (const lang of ['nl', 'en'] as const) {
	test.describe(lang, () => {
		for (const path of fixedPages) {
			test(`${path} is accessible, keeps to itself and reports no error`, async ({ page }) => {
				const faults = watch(page, originOf());
				await page.goto(inLanguage(lang, path), { waitUntil: 'networkidle' });
				await clean(page);
				expect(faults).toEqual([]);
			});
		}

		test('a region page is accessible, keeps to itself and reports no error', async ({ page }) => {
			const faults = watch(page, originOf());
			await page.goto(inLanguage(lang, '/'), { waitUntil: 'networkidle' });
			await openFirstRegion(page);
			await page.waitForLoadState('networkidle');
			for (const summary of await page.locator('summary').all()) await summary.click();
			await clean(page);
			expect(faults).toEqual([]);
		});
	});
}

for (const colorScheme of ['light', 'dark'] as const) {
	test(`contrast holds in ${colorScheme}`, async ({ browser, baseURL }) => {
		const context = await browser.newContext({ colorScheme, ...(baseURL === undefined ? {} : { baseURL }) });
		const page = await context.newPage();
		await page.goto('/', { waitUntil: 'networkidle' });
		await clean(page);
		await openFirstRegion(page);
		await clean(page);
		await context.close();
	});
}

test('nothing runs off a phone screen', async ({ page }) => {
	await page.setViewportSize({ width: 320, height: 800 });
	for (const path of fixedPages) {
		await page.goto(path);
		const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
		expect(over, path).toBeLessThanOrEqual(0);
	}
});
