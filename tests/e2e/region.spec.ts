import { expect, test } from '@playwright/test';

test('a region page shows figures with intervals, a trend, groups and parts', async ({ page }) => {
	// A large one: what a small one shows depends on its noise.
	await page.goto('/regio/GM0363');
	await expect(page.getByText('(95%-interval)').first()).toBeVisible();
	await expect(page.getByText(/tussen \d+(,\d+)?% en \d+(,\d+)?%/).first()).toBeVisible();
	await expect(page.getByText('Vergeleken met').first()).toBeVisible();
	const trend = page.getByRole('figure', { name: /per periode/ }).first();
	await expect(trend.locator('svg.plot .band-95 path')).toHaveCount(1);
	expect(await trend.locator('svg.plot .value circle').count()).toBeGreaterThanOrEqual(2);
	await trend.getByText('Toon als tabel').click();
	await expect(trend.getByRole('table')).toBeVisible();
	await expect(page.getByRole('figure', { name: /naar / }).first()).toBeVisible();
	await expect(page.getByText(/ in dit gebied: /).first()).toBeVisible();
	await page.getByRole('navigation', { name: 'Kruimelpad' }).getByRole('link').first().click();
	await expect(page.getByText('Vergeleken met')).toHaveCount(0);
});

test('finds a region by name, accents and capitals aside', async ({ page }) => {
	await page.goto('/');
	await page.getByRole('search').locator('input').fill('SUDWEST-FRYSLAN');
	await page.getByRole('button', { name: 'Zoeken' }).click();
	await page.getByRole('main').getByRole('link', { name: 'Súdwest-Fryslân', exact: true }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Súdwest-Fryslân');
});

test('an unknown region is a 404 with a way on', async ({ page }) => {
	const response = await page.goto('/regio/bestaat-niet');
	expect(response?.status()).toBe(404);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Dit gebied kennen we niet');
	await page.getByRole('main').getByRole('link', { name: 'Zoek een gebied' }).click();
	await expect(page).toHaveURL(/\/zoek/);
});
