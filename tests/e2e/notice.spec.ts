import { expect, test } from '@playwright/test';
import { inLanguage } from './pages.ts';

const INVENTED = { nl: 'Deze cijfers zijn verzonnen', en: 'These figures are invented' };

for (const lang of ['nl', 'en'] as const) {
	test(`every page with invented figures says so before the figures, in ${lang}`, async ({ page }) => {
		const notice = page.getByRole('complementary').filter({ hasText: INVENTED[lang] });
		for (const path of ['/', '/regio/GM0363', '/regio/NL']) {
			await page.goto(inLanguage(lang, path));
			await expect(notice, path).toBeInViewport({ ratio: 1 });
		}
		await page.goto(inLanguage(lang, '/methode'));
		await expect(page.locator('#publicaties').filter({ has: notice })).toBeVisible();
	});
}

test('a page gives the notice of its own release', async ({ page }) => {
	await page.goto('/regio/A1');
	await expect(page.getByRole('complementary')).toContainText('Dit zijn bedachte eilanden.');
	await expect(page.getByText(INVENTED.nl)).toHaveCount(0);
	await page.goto('/methode');
	for (const text of [INVENTED.nl, 'Dit zijn bedachte eilanden.'])
		await expect(page.getByRole('complementary')).toContainText(text);
});
