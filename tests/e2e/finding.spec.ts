import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { clean, originOf, watch } from './pages.ts';

/** What the search suggests; the pages have other lists to choose from. */
const suggestions = (page: Page) => page.getByRole('listbox', { name: 'Gebieden die u kunt bedoelen' });

test.describe('searching while typing', () => {
	test('finds a municipality by keyboard alone', async ({ page }) => {
		const faults = watch(page, originOf());
		await page.goto('/methode');
		const field = page.getByRole('search').getByRole('combobox', { name: 'Zoek een gemeente of wijk' });
		await field.focus();
		await page.keyboard.type('sudwest');
		await expect(suggestions(page).getByRole('option').first()).toContainText('Súdwest-Fryslân');
		await expect(field).toHaveAttribute('aria-expanded', 'true');
		await expect(field).toHaveValue('sudwest');
		await clean(page);
		await page.keyboard.press('ArrowDown');
		await expect(suggestions(page).getByRole('option').first()).toHaveAttribute('aria-selected', 'true');
		await page.keyboard.press('Enter');
		await expect(page).toHaveURL(/\/regio\/GM1900$/);
		await expect(page.getByRole('heading', { level: 1 })).toHaveText('Súdwest-Fryslân');
		await expect(field).toHaveValue('');
		expect(faults).toEqual([]);
	});

	test('leaves what was typed to the page of results', async ({ page }) => {
		await page.goto('/');
		const field = page.getByRole('search').getByRole('combobox');
		await field.fill('am');
		await expect(suggestions(page).getByRole('option')).not.toHaveCount(0);
		await field.press('Escape');
		await expect(suggestions(page)).toBeHidden();
		await field.press('Enter');
		await expect(page).toHaveURL(/\/zoek\?q=am$/);
		expect(await page.locator('main li').count()).toBeGreaterThan(8);
	});

	test('knows the names of municipalities that are no more, and those in daily use', async ({ page }) => {
		await page.goto('/');
		await page.getByRole('search').getByRole('combobox').fill('weesp');
		await suggestions(page).getByRole('option', { name: 'Weesp, nu: Amsterdam' }).click();
		await expect(page).toHaveURL(/\/regio\/GM0363$/);
		await page.goto('/en/zoek?q=weesp');
		await expect(page.locator('main li')).toContainText(['Weesp, now: Amsterdam']);
		await page.goto('/en/zoek?q=netherlands');
		await expect(page.locator('main li')).toHaveText('The Netherlands country');
		await page.goto('/zoek?q=den+haag');
		await expect(page.locator('main li').first()).toContainText("'s-Gravenhage");
	});

	test('suggests at most eight, for a browser to keep for a while', async ({ request }) => {
		const response = await request.get('/zoek/voorstellen.json?q=a');
		expect(await response.json()).toHaveLength(8);
		expect(response.headers()['cache-control']).toBe('public, max-age=300');
		expect(await (await request.get('/zoek/voorstellen.json?q=%00')).json()).toEqual([]);
		expect(await (await request.get('/zoek/voorstellen.json?q=xyzzy')).json()).toEqual([]);
	});
});

test.describe('without a script', () => {
	test.use({ javaScriptEnabled: false });

	test('the search is a field and a button', async ({ page }) => {
		await page.goto('/');
		await page.getByRole('searchbox').fill('amsterdam');
		await page.getByRole('search').getByRole('button').click();
		await expect(page.locator('main li a').first()).toHaveText('Amsterdam');
	});
});

test('the way to a region and to those beside it', async ({ page }) => {
	await page.goto('/regio/GM0363');
	const path = page.getByRole('navigation', { name: 'Kruimelpad' });
	await expect(path.getByRole('link').first()).toHaveText('Nederland');
	await expect(path.locator('[aria-current=page]')).toHaveText('Amsterdam');
	const beside = page.getByRole('navigation', { name: 'Vorig en volgend gebied' });
	const before = beside.getByRole('link', { name: 'Vorige:' });
	const name = ((await before.textContent()) ?? '').replace('Vorige:', '').trim();
	expect(name.localeCompare('Amsterdam', 'nl')).toBeLessThan(0);
	await before.click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
	await beside.getByRole('link', { name: 'Volgende: Amsterdam' }).click();
	await expect(page).toHaveURL(/\/regio\/GM0363$/);
});

test('the signals within a region show the way out of it, with the same choices', async ({ page }) => {
	await page.goto('/signalen?gebied=PV27&niveau=gemeente');
	const path = page.getByRole('navigation', { name: 'Kruimelpad' });
	await expect(path.locator('[aria-current=page]')).toHaveText('Noord-Holland');
	await path.getByRole('link', { name: 'Nederland', exact: true }).click();
	await expect(page).toHaveURL(/\/signalen\?niveau=gemeente$/);
});
