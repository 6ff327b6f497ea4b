import { expect, test } from '@playwright/test';

test('a tree without a map gives the list and says why there is no map', async ({ page }) => {
	await page.goto('/');
	await page.waitForLoadState('networkidle');
	await page.getByLabel('Cijfer', { exact: true }).selectOption({ label: 'Rekening te laat betaald' });
	await expect(page.locator('#nation')).toHaveText('Rekening te laat betaald, 2023');
	await expect(page.getByText('kennen we de plaats op de kaart niet')).toBeVisible();
	await expect(page.locator('svg.plot a')).toHaveCount(0);
	const rows = page.locator('#lijst ~ ul > li');
	await expect(rows).toHaveCount(3);
	// Half pays late on this island and a tenth elsewhere: far beyond the noise.
	await expect(rows.first()).toContainText('Noordeiland');
	await expect(page.getByText('Heel Archipel', { exact: true })).toBeVisible();
});

test('a region of such a tree has its page, with groups in their own order', async ({ page }) => {
	await page.goto('/regio/A1');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Noordeiland');
	await page.getByText('Naar leeftijd', { exact: true }).click();
	const groups = page.getByRole('figure', { name: 'Rekening te laat betaald naar leeftijd' });
	await groups.getByText('Toon als tabel').click();
	const names = await groups.locator('tbody th').allTextContents();
	expect(names.slice(0, 4)).toEqual(['0 tot 18', '18 tot 40', '40 tot 65', '65 of meer']);
	await expect(page.getByText('Er zijn nog te weinig periodes')).toBeVisible();
	await expect(page.getByText('Is de bron een steekproef')).toBeVisible();
	await page.getByRole('link', { name: 'English' }).click();
	await expect(page.getByRole('heading', { level: 2, name: /Bill paid late/ })).toBeVisible();
	await expect(page.getByText('18 to 40').first()).toBeAttached();
});

test('a release without regions shows its total and its groups', async ({ page }) => {
	await page.goto('/?cijfer=zonder-gebied.te-laat-totaal');
	await expect(page.locator('#nation')).toHaveText('Te laat betaald, iedereen, 2023');
	await expect(page.locator('.nation strong')).toHaveText(/^\d+(,\d{1,2})?%$/);
	await expect(page.locator('#lijst')).toHaveCount(0);
	await expect(page.getByLabel('Soort gebied')).toHaveCount(0);
	const groups = page.getByRole('figure', { name: /naar leeftijd/ });
	expect(await groups.locator('svg.plot .value circle').count()).toBeGreaterThanOrEqual(3);
});

test('true boundaries can be chosen where they were imported', async ({ page }) => {
	await page.goto('/');
	await page.getByRole('link', { name: 'Grenzen' }).click();
	await expect(page).toHaveURL(/kaart=grenzen/);
	const shapes = page.locator('.map svg.plot .tile a');
	await expect(shapes).toHaveCount(3);
	await expect(shapes.first()).toHaveAttribute('href', /\/regio\/GM0(363|344|599)$/);
	await page.getByRole('link', { name: 'Tegels' }).click();
	await expect(page).not.toHaveURL(/kaart=/);
	expect(await page.locator('.map svg.plot .tile a').count()).toBeGreaterThan(300);
});
