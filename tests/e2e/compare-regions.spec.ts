import { expect, test } from '@playwright/test';
import { clean } from './pages.ts';

// Of each of these some 150 households have a low income, and the noise is 5: their figures are always told.
const cities = '/vergelijken?gebied=GM0363&gebied=GM0599';

test('puts two regions side by side, with their difference in numbers and in words', async ({ page }) => {
	await page.goto(cities);
	const shares = page.locator('#aandelen ~ ul > li');
	await expect(shares).toHaveCount(2);
	await expect(shares.first()).toContainText('Amsterdam');
	const difference = page.getByRole('row', { name: /Rotterdam/ }).first();
	await expect(difference).toContainText(/[+-]?\d+(,\d+)? procentpunt/);
	await expect(difference).toContainText(/van [+-]?\d.* tot [+-]?\d/);
	await expect(difference).toContainText('Amsterdam');
	await page.getByRole('link', { name: 'Vergelijk alles met Rotterdam' }).click();
	await expect(page.locator('#verschil')).toHaveText('Verschil met Rotterdam');
});

test('begins with the country, and compares the largest regions at a click', async ({ page }) => {
	await page.goto('/vergelijken');
	await expect(page.locator('#aandelen ~ ul > li')).toHaveCount(1);
	await expect(page.locator('#aandelen ~ ul > li')).toContainText('Nederland');
	await page.getByRole('link', { name: 'Vergelijk deze gebieden met elkaar' }).click();
	await expect(page.locator('ol.chosen > li')).toHaveCount(4);
	await expect(page.locator('#verschil')).toHaveText('Verschil met Amsterdam');
});

test('a place is told as what it could be', async ({ page }) => {
	await page.goto(cities);
	const place = page.locator('section', { has: page.locator('#plaats') }).getByRole('row', { name: /Amsterdam/ });
	await expect(place).toContainText(/plaats \d+ (tot en met|van)/);
	await expect(place).toContainText(/\d+ van de 20 bij de hoogste \d+/);
	await expect(place).toContainText(/\d% \(tussen .*\)\s+[A-D], /);
});

test('compares one group of people, and keeps it while regions change', async ({ page }) => {
	await page.goto(cities);
	await page.waitForLoadState('networkidle');
	await page.getByLabel('Groep', { exact: true }).selectOption({ index: 1 });
	await expect(page).toHaveURL(/groep=/);
	await expect(page.getByText('Alleen deze groep').first()).toBeVisible();
	await page.getByRole('link', { name: 'Haal Amsterdam weg' }).click();
	await expect(page).toHaveURL(/groep=/);
	await expect(page.locator('ol.chosen > li')).toHaveCount(1);
});

test('puts groups of one region side by side, beside everyone there', async ({ page }) => {
	await page.goto('/vergelijken?cijfer=huishoudens-nederland.low-income&gebied=NL');
	await page.waitForLoadState('networkidle');
	await page.getByLabel('Groep', { exact: true }).selectOption({ label: 'Eenpersoonshuishouden' });
	await page.getByLabel('Zet er een groep naast').selectOption({ label: 'Eenoudergezin' });
	await expect(page).toHaveURL(/groep=household_type\.1&groep=household_type\.6/);
	await expect(page.getByText('Groepen in Nederland.')).toBeVisible();
	await expect(page.locator('#aandelen ~ ul > li')).toHaveCount(2);
	await expect(page.locator('#verschil')).toHaveText('Verschil met Eenpersoonshuishouden');
	const table = page.locator('section', { has: page.locator('#naast-elkaar') }).getByRole('table');
	await expect(table.getByRole('columnheader')).toHaveText([
		'Cijfer',
		'Eenpersoonshuishouden',
		'Eenoudergezin',
		'Nederland'
	]);
	await clean(page);
	await page.getByRole('link', { name: 'Haal Eenpersoonshuishouden weg' }).click();
	await expect(page.getByText('Alleen deze groep: Eenoudergezin').first()).toBeVisible();
});

test('says what it does not know, and takes five regions at most', async ({ page }) => {
	await page.goto('/vergelijken?gebied=bestaat-niet');
	await expect(page.getByRole('main').getByRole('status')).toContainText('gebied');
	await page.goto(
		'/vergelijken?' + ['0363', '0599', '0518', '0344', '0772', '0014'].map((n) => `gebied=GM${n}`).join('&')
	);
	await expect(page.locator('ol.chosen > li')).toHaveCount(5);
	await expect(page.getByRole('main').getByRole('status')).toHaveText(/meer dan vijf gekozen/);
	await expect(page.getByLabel('Zoek een gebied om toe te voegen')).toHaveCount(0);
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('a region is found, added, compared and removed', async ({ page }) => {
		await page.goto('/vergelijken');
		await page.getByRole('link', { name: 'Amsterdam', exact: true }).click();
		await expect(page).toHaveURL(/gebied=GM0363/);
		await page.getByLabel('Zoek een gebied om toe te voegen').fill('deventer');
		await page.getByRole('button', { name: 'Toon' }).click();
		await page.getByRole('link', { name: 'Deventer', exact: true }).click();
		await expect(page).toHaveURL(/gebied=GM0363&gebied=GM0150/);
		await expect(page.getByRole('row', { name: /Deventer/ }).first()).toBeVisible();
		await page.getByRole('link', { name: 'Haal Amsterdam weg' }).click();
		await expect(page.getByRole('heading', { name: 'Gemeenten die lijken op Deventer' })).toBeVisible();
		await page
			.getByRole('link', { name: /^Voeg .+ toe$/ })
			.first()
			.click();
		await expect(page.locator('ol.chosen > li')).toHaveCount(2);
	});
});
