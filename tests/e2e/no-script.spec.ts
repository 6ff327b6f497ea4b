import { expect, test } from '@playwright/test';

test.use({ javaScriptEnabled: false });

test('reads without JavaScript: map, list, choice, region and method', async ({ page }) => {
	await page.goto('/');
	expect(await page.locator('.map svg.plot a').count()).toBeGreaterThan(300);
	await page.getByLabel('Soort gebied').selectOption({ label: 'Provincies' });
	await page.getByRole('button', { name: 'Toon' }).click();
	await expect(page).toHaveURL(/niveau=/);
	await expect(page.locator('#lijst ~ ul > li')).toHaveCount(12);
	await page.locator('#lijst ~ ul a').first().click();
	await expect(page.locator('svg.plot .band-95 path').first()).toBeAttached();
	await page.getByText('Toon als tabel').first().click();
	await expect(page.getByRole('table').first()).toBeVisible();
	await page.getByRole('link', { name: 'Methode' }).click();
	await expect(page.getByRole('heading', { name: 'De muur' })).toBeVisible();
});

test('English works without JavaScript', async ({ page }) => {
	await page.goto('/en');
	await expect(page.locator('html')).toHaveAttribute('lang', 'en');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Where is the risk high?');
	await page.locator('#lijst ~ ul a').first().click();
	await expect(page).toHaveURL(/\/en\/regio\//);
	await page.getByRole('link', { name: 'Nederlands' }).click();
	await expect(page.locator('html')).toHaveAttribute('lang', 'nl');
});
