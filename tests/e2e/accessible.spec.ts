import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { clean, fitsPhone, fixedPages, inLanguage, openFirstRegion, originOf, watch } from './pages.ts';

async function passes(page: Page, path: string): Promise<void> {
	const faults = watch(page, originOf());
	await page.goto(path, { waitUntil: 'networkidle' });
	await clean(page);
	expect(faults).toEqual([]);
}

for (const path of fixedPages) {
	test(`${path} is accessible, keeps to itself and reports no error`, ({ page }) => passes(page, path));
	test(`${path} is so in English`, ({ page }) => passes(page, inLanguage('en', path)));
}

for (const lang of ['nl', 'en'] as const)
	test(`a region page is accessible, keeps to itself and reports no error, in ${lang}`, async ({ page }) => {
		// The longest page there is, with all of its tables open.
		test.setTimeout(90_000);
		const faults = watch(page, originOf());
		await page.goto(inLanguage(lang, '/'), { waitUntil: 'networkidle' });
		await openFirstRegion(page);
		await page.waitForLoadState('networkidle');
		for (const summary of await page.locator('summary').all()) await summary.click();
		await clean(page);
		expect(faults).toEqual([]);
	});

test('a release without regions and a map of boundaries are accessible', async ({ page }) => {
	await passes(page, '/?cijfer=zonder-gebied.te-laat-totaal');
	await passes(page, '/?kaart=grenzen');
});

test.describe('in the dark', () => {
	test.use({ colorScheme: 'dark' });
	for (const path of [...fixedPages, '/regio/GM0599'])
		test(`contrast holds on ${path}`, async ({ page }) => {
			await page.goto(path, { waitUntil: 'networkidle' });
			await clean(page);
		});
});

test('nothing runs off a phone screen', async ({ page }) => {
	for (const path of [...fixedPages, '/regio/GM0363', '/regio/A1', '/?cijfer=zonder-gebied.te-laat-totaal'])
		await fitsPhone(page, path);
});

test('what scrolls sideways on a phone is reached by keyboard, and says what it is', async ({ page }) => {
	test.setTimeout(90_000);
	await page.setViewportSize({ width: 390, height: 800 });
	for (const path of [...fixedPages, '/regio/GM0363']) {
		await page.goto(path);
		const unreached = await page.evaluate(() => {
			for (const details of document.querySelectorAll('details')) details.open = true;
			const scrolls = [...document.querySelectorAll<HTMLElement>('main *')].filter(
				(one) => /auto|scroll/.test(getComputedStyle(one).overflowX) && one.scrollWidth > one.clientWidth
			);
			const named = (one: HTMLElement) => one.tabIndex === 0 && one.role !== null && one.ariaLabel;
			return scrolls.filter((one) => !named(one)).map((one) => one.outerHTML.slice(0, 120));
		});
		expect(unreached, path).toEqual([]);
	}
});
