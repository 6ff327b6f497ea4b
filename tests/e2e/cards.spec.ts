import { expect, test } from '@playwright/test';
import { clean, fitsPhone, watch, originOf } from './pages.ts';

test('a card tells what is seen, how often it is wrong, and what it is not for', async ({ page }) => {
	const faults = watch(page, originOf());
	await page.goto('/');
	await page.getByRole('link', { name: 'Valideren' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Hoe goed zijn de waarschuwingen?');
	for (const part of [
		'Waarvoor wel',
		'Wat kunnen we zien?',
		'Beter dan een vuistregel?',
		'Voor wie werkt het minder goed?'
	])
		await expect(page.getByRole('heading', { level: 2, name: part })).toBeVisible();
	await expect(page.getByText('Besluiten over één persoon of één huishouden.')).toBeVisible();
	// A series per quarter is told apart from the yearly figure with its name.
	await expect(
		page.getByRole('heading', { level: 2, name: 'Instroom: problematische schulden, per kwartaal' })
	).toBeVisible();
	const levels = page.getByRole('table', { name: 'Wat we zien, per soort gebied' });
	// The first card is of quarters, in which the whole country is watched too; it is named, and not counted as one of its kind.
	await expect(levels.getByRole('rowheader', { name: 'Nederland', exact: true })).toBeVisible();
	await clean(page);
	expect(faults).toEqual([]);
});

test('every indicator has a card at an address of its own, also without scripts', async ({ browser, baseURL }) => {
	const context = await browser.newContext({ javaScriptEnabled: false, ...(baseURL === undefined ? {} : { baseURL }) });
	const page = await context.newPage();
	await page.goto('/valideren');
	const choices = page.getByLabel('Cijfer', { exact: true });
	const values = await choices
		.locator('option')
		.evaluateAll((all) => all.map((one) => (one as HTMLOptionElement).value));
	for (const value of values) {
		await choices.selectOption(value);
		await page.getByRole('button', { name: 'Toon' }).click();
		expect(new URL(page.url()).searchParams.get('cijfer')).toBe(value);
		await expect(choices).toHaveValue(value);
		await expect(page.getByText(/Deze kaart rust op/)).toBeVisible();
	}
	await context.close();
});

test('a card of something unknown is the first card, and says so', async ({ page }) => {
	await page.goto('/valideren?cijfer=bestaat.niet');
	await expect(page.getByRole('main').getByRole('status')).toContainText('cijfer');
	await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
	await fitsPhone(page, '/valideren');
});

test('a card puts the figures beside those that CBS publishes, and says so where there are none', async ({ page }) => {
	await page.goto('/valideren?cijfer=huishoudens-nederland.low-income');
	const country = page.getByRole('table', { name: 'Heel Nederland, per jaar' });
	await expect(country.getByRole('row', { name: /^2023/ }).getByRole('cell').nth(1)).toHaveText('3,6%');
	await expect(page.getByText('Bron: CBS StatLine, 83841NED.')).toBeVisible();
	await expect(page.getByText(/Bij \d+ van de \d+ gemeenten kan het hele verschil/)).toBeVisible();
	await clean(page);
	await page.goto('/valideren?cijfer=kwartalen.nieuwe-achterstand');
	await expect(page.getByText('Het CBS publiceert geen cijfer dat op dezelfde manier telt.')).toBeVisible();
	await expect(country).toHaveCount(0);
});

test('no table of a card scrolls sideways on a phone', async ({ page }) => {
	await page.setViewportSize({ width: 390, height: 800 });
	for (const path of ['/valideren', '/en/valideren?cijfer=huishoudens-nederland.low-income']) {
		await page.goto(path);
		const tables = await page.locator('.scroll').evaluateAll((all) => {
			for (const details of document.querySelectorAll('details')) details.open = true;
			return all.map((one) => one.scrollWidth - one.clientWidth);
		});
		expect(tables.length).toBeGreaterThan(2);
		expect(Math.max(...tables), path).toBe(0);
	}
	// A row says what each of its numbers is.
	const signals = page.getByRole('region', { name: 'What we see' }).locator('tbody tr').first().locator('td');
	const heads = await signals.evaluateAll((all) => all.map((one) => getComputedStyle(one, '::before').content));
	expect(heads).toHaveLength(8);
	for (const head of heads) expect(head).toMatch(/^"\w/);
});
