import { expect, test } from '@playwright/test';
import { fixedPages } from './pages.ts';

/** A phone, a desk and a wall. */
const WIDTHS = [360, 1280, 2560] as const;
const PAGES = [...fixedPages, '/regio/GM0599', '/regio/NL'];
const nameOf = (path: string) => path.replace(/[^a-z0-9]+/gi, '-').replace(/^-|-$/g, '') || 'overzicht';

for (const width of WIDTHS)
	test(`every page has its picture at ${width} pixels, and nothing runs off it`, async ({ page }, info) => {
		test.setTimeout(180_000);
		await page.setViewportSize({ width, height: 900 });
		for (const path of PAGES) {
			await page.goto(path, { waitUntil: 'networkidle' });
			const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
			expect(over, path).toBeLessThanOrEqual(0);
			await page.screenshot({ fullPage: true, path: info.outputPath(`${nameOf(path)}.png`) });
		}
	});

test('who asks for less motion gets none', async ({ page }) => {
	await page.emulateMedia({ reducedMotion: 'reduce' });
	await page.goto('/regio/NL', { waitUntil: 'networkidle' });
	const moving = await page.evaluate(
		() =>
			[document.documentElement, ...document.querySelectorAll('*')].filter((element) => {
				const { scrollBehavior, animationName, transitionDuration } = getComputedStyle(element);
				return scrollBehavior === 'smooth' || animationName !== 'none' || !/^0s(, 0s)*$/.test(transitionDuration);
			}).length
	);
	expect(moving).toBe(0);
});
