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
	await page.getByText('Naar soort huishouden', { exact: true }).first().click();
	await expect(page.getByRole('figure', { name: /naar / }).first()).toBeVisible();
	await page
		.getByText(/ in dit gebied: /)
		.first()
		.click();
	await expect(page.getByRole('list', { name: / in dit gebied: / }).first()).toBeVisible();
	await page.getByRole('navigation', { name: 'Kruimelpad' }).getByRole('link').first().click();
	await expect(page.getByText('Vergeleken met')).toHaveCount(0);
});

test('a region page begins with how it goes, what rises and for whom, and says each notice once', async ({ page }) => {
	await page.goto('/regio/GM0363');
	const glance = page.getByRole('region', { name: 'De cijfers op een rij' });
	await expect(glance.getByRole('row', { name: /^Laag inkomen/ })).toContainText(/tussen \d/);
	for (const name of ['Wat stijgt hier?', 'Bij wie komt het vaker voor?'])
		await expect(page.getByRole('region', { name })).toBeVisible();
	await expect(page.getByText('Deze cijfers zijn verzonnen')).toHaveCount(1);
	// The same figure is told once, and a quarterly series says that it is one.
	for (const heading of [/^Laag inkomen/, /^Instroom: problematische schulden, per kwartaal/])
		await expect(page.getByRole('heading', { level: 2, name: heading })).toHaveCount(1);
});

test('a buurt, which nobody watches alone, never says that nothing rises there', async ({ page }) => {
	await page.goto('/regio/BU03630000');
	const rising = page.getByRole('region', { name: 'Wat stijgt hier?' });
	// Noise decides whether an area as small as this Amsterdam, or even this Netherlands, is watched by itself.
	await expect(rising).toContainText(/te klein om alleen te bewaken|te weinig bekend om een stijging te zien/);
	await expect(rising).not.toContainText('We zien geen stijging');
	for (const link of await rising.getByRole('link').all())
		await expect(link).toHaveAttribute('href', /\/regio\/.+#bewaking$/);
});

test('where the supply is known to have changed, figures and trend say so', async ({ page }) => {
	await page.goto('/regio/K03');
	await expect(page.getByText(/^Vanaf het eerste kwartaal van 2024 is de levering veranderd/)).toBeVisible();
	const trend = page.getByRole('figure', { name: /per periode/ }).first();
	await expect(trend.locator('svg .break line')).toHaveCount(1);
	await expect(trend.getByText(/4e kwartaal/).first()).toBeVisible();
	await page.goto('/regio/K07');
	await expect(page.getByText(/is de levering veranderd/)).toHaveCount(0);
});

test('finds a region by name, accents and capitals aside', async ({ page }) => {
	await page.goto('/');
	await page.getByRole('search').locator('input').fill('SUDWEST-FRYSLAN');
	await page.getByRole('button', { name: 'Zoeken' }).click();
	await page.getByRole('main').getByRole('link', { name: 'Súdwest-Fryslân', exact: true }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Súdwest-Fryslân');
});

test('a code in small letters is the region; that of a municipality that is no more leads to what it became', async ({
	page
}) => {
	await page.goto('/regio/gm0363');
	await expect(page).toHaveURL(/\/regio\/GM0363$/);
	await page.goto('/en/regio/GM0393');
	await expect(page).toHaveURL(/\/en\/zoek\?q=Haarlemmerliede/);
	await page.getByRole('main').getByRole('link', { name: 'Haarlemmermeer', exact: true }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Haarlemmermeer');
});

test('an unknown region is a 404 with a way on', async ({ page }) => {
	const response = await page.goto('/regio/bestaat-niet');
	expect(response?.status()).toBe(404);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Dit gebied kennen we niet');
	await page.getByRole('main').getByRole('link', { name: 'Zoek een gebied' }).click();
	await expect(page).toHaveURL(/\/zoek/);
});
