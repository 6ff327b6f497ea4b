import { expect, test } from '@playwright/test';
import { clean, fitsPhone } from './pages.ts';

test('whoever guesses whether a household was counted does little better than a coin', async ({ page }) => {
	await page.goto('/privacy', { waitUntil: 'networkidle' });
	// The game comes for who comes near it.
	await page.getByRole('heading', { name: 'Zit u erin of niet? Raad het zelf' }).scrollIntoViewIfNeeded();
	await page.getByRole('button', { name: 'Ja, het telt mee' }).click();
	await expect(
		page.getByText(/^(Goed geraden|Niet goed)\. Het huishouden telde (niet )?mee\. U raadde er [01] van de 1 goed\.$/)
	).toBeVisible();
	await page.getByRole('button', { name: 'Nee, het telt niet mee' }).click();
	await expect(page.getByText(/U raadde er [0-2] van de 2 goed\.$/)).toBeVisible();
	await page.getByRole('button', { name: 'Laat de computer 1.000 keer raden' }).click();
	const told = await page.getByText(/^De computer raadde er \d+ van de 1\.000 goed/).textContent();
	// The chance is .5 to .6, its standard error .016: outside these ends less than once in 10^8 runs.
	const right = Number(/er (\d+) van/.exec(told ?? '')?.[1]);
	expect(right).toBeGreaterThan(400);
	expect(right).toBeLessThan(700);
});

test('says what was spent on what, and how much that could tell at most', async ({ page }) => {
	await page.goto('/privacy');
	const spent = page.getByRole('region', { name: 'Wat is er uitgegeven, en waaraan?' });
	await expect(
		spent.getByRole('row', { name: /Huishoudens met laag inkomen en problematische schulden/ })
	).toContainText('elk huishouden');
	await expect(spent.getByText(/raadt hij hooguit \d+% van de keren goed of u meetelt/).first()).toBeVisible();
	await spent.getByRole('link', { name: 'Elke publicatie met haar kosten' }).click();
	await expect(page.getByRole('heading', { level: 2, name: 'Publicaties en hun privacykosten' })).toBeVisible();
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });
	test('the two laws are shown and read as a table', async ({ page }) => {
		await page.goto('/en/privacy');
		// Playwright looks for no text in an element for who has no script.
		const instead = page.locator('noscript p');
		await expect(instead).toBeVisible();
		await expect(instead).toContainText('Guessing yourself needs JavaScript.');
		await page.getByText('Show as a table').first().click();
		await expect(page.getByRole('columnheader', { name: 'you are counted' })).toBeVisible();
	});
});

test('the page is accessible with its table open, and fits a phone', async ({ page }) => {
	await page.goto('/privacy', { waitUntil: 'networkidle' });
	for (const summary of await page.locator('main summary').all()) await summary.click();
	await clean(page);
	await fitsPhone(page, '/privacy');
});
