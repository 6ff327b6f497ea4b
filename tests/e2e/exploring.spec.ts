import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import type { Locator } from '@playwright/test';
import { clean, fitsPhone, originOf, watch } from './pages.ts';

// Among 100,000 persons Amsterdam has some 2,700 households, 160 of which have a low income; the five municipalities most like it
// have 29 or more of those each year. A count carries noise with a standard error of 5. Amsterdam and Rotterdam are told whatever
// noise draws; a panel of another is missing only when two of its three years come out below ten: less than 1 in 10,000 runs.
// Nothing here says what a share, a letter or a change is.
const city = '/regio/GM0363';

const chart = (page: { getByRole: Locator['getByRole'] }, name: RegExp) => page.getByRole('figure', { name }).first();

test('a region named by its name or code has its line beside the region, in the address and in the table', async ({
	page
}) => {
	await page.goto(city);
	await page.waitForLoadState('networkidle');
	await page.getByLabel('Naam of code van een gebied').fill('rotterdam');
	await page.getByRole('button', { name: 'Zet erbij' }).click();
	await expect(page).toHaveURL(/vergelijk=rotterdam/);
	const trend = chart(page, /Laag inkomen in Amsterdam, per periode/);
	await expect(trend.locator('.other path')).toHaveCount(1);
	await trend.getByText('Toon als tabel').click();
	await expect(trend.getByRole('row', { name: /^Rotterdam/ }).first()).toBeVisible();
	await page.goto(`${city}?vergelijk=GM0599&vergelijk=GM0518`);
	await expect(trend.locator('.other')).toHaveCount(2);
	await page.getByRole('link', { name: 'Haal Rotterdam weg' }).click();
	await expect(page).toHaveURL(/vergelijk=GM0518/);
	await expect(page.getByRole('link', { name: 'Haal Rotterdam weg' })).toHaveCount(0);
});

test('a region that nobody knows is said to be unknown', async ({ page }) => {
	await page.goto(`${city}?vergelijk=qqqqqq`);
	await expect(page.getByRole('status').filter({ hasText: 'qqqqqq' })).toBeVisible();
});

test('regions side by side have panels on one scale and lines between two periods, each with its table', async ({
	page
}) => {
	await page.goto(`${city}?naast=lijkt`);
	await page.waitForLoadState('networkidle');
	const panels = chart(page, /per periode, bij Amsterdam/);
	// Amsterdam itself and the five municipalities most like it.
	await expect(panels.locator('svg .hit a')).toHaveCount(6);
	const slope = chart(page, /^Laag inkomen: van \d{4} naar \d{4}$/);
	await expect(slope.locator('svg .line')).toHaveCount(1);
	// This part of the page comes alive when it is near the screen.
	await slope.scrollIntoViewIfNeeded();
	await slope.locator('.save:not(.waiting)').waitFor();
	await slope.getByText('Toon als tabel').click();
	await expect(slope.getByRole('row', { name: /^Rotterdam .*(zeer waarschijnlijk|niet zeker)/ })).toBeVisible();
	await page.locator('#verken-naast').selectOption('household_type');
	await expect(page).toHaveURL(/naast=household_type/);
	await expect(panels.locator('svg .hit a')).toHaveCount(0);
});

test('a table tells every group beside every figure', async ({ page }) => {
	await page.goto(city);
	const table = page.getByRole('table', { name: 'Aandeel per groep en cijfer in Amsterdam' });
	await expect(table.getByRole('row', { name: /^Iedereen \d/ })).toBeVisible();
	await expect(table.getByRole('columnheader', { name: /Laag inkomen/ })).toBeVisible();
	// Some groups may be too small to tell; their row is there all the same.
	await expect(table.getByRole('row', { name: /^Eenoudergezin/ })).toBeVisible();
});

test('twenty dots say how certain a figure is', async ({ page }) => {
	await page.goto(city);
	await page.getByText('Hoe zeker is dit cijfer?').first().click();
	const dots = chart(page, /twintig mogelijke waarden/);
	await expect(dots.locator('svg .value circle')).toHaveCount(20);
	await expect(dots.locator('.note')).toContainText(/van de 20 stippen/);
});

test('a region under the pointer is marked in list and map alike', async ({ page }) => {
	await page.goto('/?volgorde=naam&toon=alle');
	await page.waitForLoadState('networkidle');
	const row = page.locator('#lijst ~ ul > li').filter({ hasText: 'Amsterdam' }).first();
	await row.hover();
	await expect(page.locator('.map svg a.linked[href="/regio/GM0363"]')).toHaveCount(1);
	await page.locator('.map svg a[href="/regio/GM0599"]').hover();
	await expect(page.locator('#lijst ~ ul a.linked')).toHaveAttribute('href', '/regio/GM0599');
	await page.locator('#lijst ~ ul').getByRole('link', { name: 'Amsterdam', exact: true }).focus();
	await expect(page.locator('.map svg a.linked[href="/regio/GM0363"]')).toHaveCount(1);
});

/** Clicks a button of a chart and returns the file that comes of it. */
async function file(figure: Locator, button: string): Promise<{ name: string; bytes: Buffer }> {
	const [download] = await Promise.all([
		figure.page().waitForEvent('download'),
		figure.getByRole('button', { name: button }).click()
	]);
	return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

test('a chart can be taken along as picture and as figures, with its source', async ({ page }) => {
	const faults = watch(page, originOf());
	await page.goto(city);
	const trend = chart(page, /Laag inkomen in Amsterdam, per periode/);
	await trend.getByText('Bewaar').click();
	const svg = await file(trend, 'Afbeelding (SVG)');
	expect(svg.name).toBe('voorzicht-laag-inkomen-in-amsterdam-per-periode.svg');
	const text = svg.bytes.toString('utf8');
	expect(text).toContain('Laag inkomen in Amsterdam, per periode');
	expect(text).toContain('Bron: Voorzicht.');
	// It stands by itself: no colour that only our stylesheet knows, nothing that runs or leads away.
	expect(text).not.toMatch(/var\(--|class=|<script|<a |href="(?!#)/);
	const png = await file(trend, 'Afbeelding (PNG)');
	expect(png.bytes.subarray(1, 4).toString('latin1')).toBe('PNG');
	const csv = await file(trend, 'Cijfers (CSV)');
	const [head = '', first = ''] = csv.bytes.toString('utf8').split('\r\n');
	expect(head).toBe('\ufeff"Gebied";"Periode";"Aandeel (%)";"Van (%)";"Tot (%)";"Betrouwbaarheid"');
	expect(first).toMatch(/^"Amsterdam";"\d{4}";\d+(,\d+)?;\d+(,\d+)?;\d+(,\d+)?;"[A-D]"$/);
	await expect(trend.getByRole('status')).toHaveText('Het bestand is gemaakt.');
	expect(faults).toEqual([]);
});

test('a picture is light, also of a dark page', async ({ page }) => {
	await page.emulateMedia({ colorScheme: 'dark' });
	await page.goto(city);
	const trend = chart(page, /Laag inkomen in Amsterdam, per periode/);
	await trend.getByText('Bewaar').click();
	const svg = (await file(trend, 'Afbeelding (SVG)')).bytes.toString('utf8');
	expect(/<rect[^>]*fill="([^"]+)"/.exec(svg)?.[1]).toBe('rgb(255, 254, 251)');
	await expect(trend).not.toHaveClass(/daylight/);
});

test('charts of many lines come when they are asked for', async ({ page }) => {
	// The parts of the country are large enough to be told, whatever the noise.
	await page.goto('/regio/NL');
	await expect(page.locator('#verken-cijfer')).toBeVisible();
	await expect(chart(page, /per periode, bij Nederland/)).toHaveCount(0);
	await page
		.locator('section', { has: page.locator('#verken-cijfer') })
		.getByRole('button', { name: 'Toon', exact: true })
		.click();
	await expect(page).toHaveURL(/naast=/);
	await expect(chart(page, /per periode, bij Nederland/)).toBeVisible();
});

test('a map is taken along with the meaning of its colours', async ({ page }) => {
	await page.goto('/');
	const map = page.locator('.map figure');
	await map.getByText('Bewaar').click();
	const svg = (await file(map, 'Afbeelding (SVG)')).bytes.toString('utf8');
	expect(svg).toContain('gestreept: onzeker');
	await expect(map.getByRole('link', { name: 'Cijfers (CSV)' })).toHaveAttribute('href', /\/cijfers\.csv\?/);
});

test('all of it is accessible, and fits a phone', async ({ page }) => {
	await page.goto(`${city}?vergelijk=GM0599`);
	await page.locator('main details').evaluateAll((all) => all.forEach((one) => one.setAttribute('open', '')));
	await clean(page);
	await fitsPhone(page, `${city}?vergelijk=GM0599&naast=household_type`);
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('a region is put beside another, and another figure is chosen', async ({ page }) => {
		await page.goto(city);
		await page.getByLabel('Naam of code van een gebied').fill('GM0599');
		await page.getByRole('button', { name: 'Zet erbij' }).click();
		await expect(page.getByRole('link', { name: 'Haal Rotterdam weg' })).toBeVisible();
		await page.locator('#verken-naast').selectOption('lijkt');
		await page.getByRole('button', { name: 'Toon', exact: true }).click();
		await expect(page).toHaveURL(/vergelijk=GM0599.*naast=lijkt/);
		await expect(chart(page, /per periode, bij Amsterdam/).locator('svg .hit a')).toHaveCount(6);
		await expect(page.getByText('Bewaar').first()).toBeHidden();
	});
});
