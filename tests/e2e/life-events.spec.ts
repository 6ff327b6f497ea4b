import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { clean, fitsPhone } from './pages.ts';

// Of the islanders whose income fell three in ten have a low income, of the others one in twenty: 80 times the noise apart. The
// smallest count that a share rests on is eight times its noise above the ten that are needed. So nothing below hangs on noise.
const ISLANDS = '/levensgebeurtenissen?gebeurtenis=income-drop&cijfer=gebeurtenissen-eilanden.low-income';
// In the invented Netherlands noise decides what is told: here only what is there in any case is asked for.
const NATION = '/levensgebeurtenissen?gebeurtenis=income-drop&cijfer=levensgebeurtenissen-nederland.low-income';

function field(page: Page, name: string) {
	return page.locator('dt', { hasText: new RegExp(`^${name}$`) }).locator('xpath=following-sibling::dd[1]');
}

test('risk after an event stands beside that without it, as difference, ratio and at equal ages', async ({ page }) => {
	await page.goto(ISLANDS);
	await expect(page.getByRole('heading', { level: 2, name: /^Laag inkomen op de eilanden na: Inkomen/ })).toBeVisible();
	await expect(page.getByText('Zeer waarschijnlijk vaker dan zonder de gebeurtenis.')).toBeVisible();
	await expect(field(page, 'Verhouding')).toHaveText(/^\d,?\d* keer zo vaak \(95%-interval: .* tot .* keer\)$/);
	for (const name of ['Verschil', 'Verschil bij gelijke leeftijden'])
		await expect(field(page, name)).toHaveText(/^2\d.* procentpunt hoger \(.* tot .* procentpunt\)$/);
	await expect(page.getByText('Dit laat een samenhang zien, geen oorzaak.')).toBeVisible();
	await expect(page.getByText(/het binnen drie jaar na de gebeurtenis wel/)).toBeVisible();
	const curve = page.getByRole('figure', { name: /naar tijd sinds de gebeurtenis/ });
	await expect(curve.locator('svg.plot .value circle')).toHaveCount(3);
	await curve.getByText('Toon als tabel').click();
	await expect(curve.getByRole('row')).toHaveCount(4);
});

test('the years around the event are drawn, from three before to two after', async ({ page }) => {
	await page.goto(ISLANDS);
	const study = page.getByRole('region', { name: 'De jaren rond de gebeurtenis' });
	await expect(study.getByText(/^Gemiddeld vanaf het jaar zelf: 2\d.* procentpunt hoger/)).toBeVisible();
	await expect(study.locator('svg.plot')).toHaveCount(1);
	await study.getByText('Toon als tabel').click();
	await expect(study.locator('tbody tr')).toHaveCount(6);
});

test('where the years around the event are not known, that is said', async ({ page }) => {
	// Of inflow no years are measured, whatever the noise.
	await page.goto(`${ISLANDS}-inflow`);
	const study = page.getByRole('region', { name: 'De jaren rond de gebeurtenis' });
	await expect(study.getByText(/Of er zijn te weinig huishoudens om iets te zeggen/)).toBeVisible();
	await expect(study.locator('svg.plot')).toHaveCount(0);
});

test('events that a release does not tell are named, and those that nobody can measure have their reason', async ({
	page
}) => {
	// The islands tell of a fall of income alone.
	await page.goto(ISLANDS);
	const missing = page.getByRole('region', { name: 'Gebeurtenissen die hier niet in staan' });
	await expect(missing.getByRole('listitem').filter({ hasText: /^Gaan studeren/ })).toHaveCount(1);
	await expect(missing.getByText(/^Inkomen sterk gedaald/)).toHaveCount(0);
	await missing
		.getByRole('listitem')
		.filter({ hasText: /^Werkloos/ })
		.getByRole('link')
		.click();
	await expect(page).toHaveURL(/gebeurtenis=job-loss&cijfer=levensgebeurtenissen-nederland/);
	await page.goto(ISLANDS);
	await expect(page.getByRole('region', { name: 'Wat we niet kunnen meten' })).toContainText('onderneming');
});

test('an event is chosen without a script, and the address holds the choice', async ({ browser }) => {
	const context = await browser.newContext({ javaScriptEnabled: false });
	const page = await context.newPage();
	await page.goto(NATION);
	await page.getByLabel('Gebeurtenis', { exact: true }).selectOption({ label: 'Werkloos geworden' });
	await page.getByRole('button', { name: 'Toon', exact: true }).click();
	await expect(page).toHaveURL(/gebeurtenis=job-loss/);
	await expect(page.getByRole('heading', { level: 2, name: 'Laag inkomen na: Werkloos geworden' })).toBeVisible();
	await expect(page.getByText(/UWV/)).toBeVisible();
	await context.close();
});

test('what cannot be followed is said: the page tells about the whole instead', async ({ page }) => {
	await page.goto('/levensgebeurtenissen?gebeurtenis=loterij');
	await expect(page.getByRole('main').getByRole('status')).toContainText('gebeurtenis');
	const response = await page.goto(`${ISLANDS}&gebied=bestaat-niet`);
	expect(response?.status()).toBe(200);
	await expect(page.getByRole('main').getByRole('status')).toContainText('gebied');
	await expect(page.locator('.where')).toHaveText('Vlieteilanden, 2023');
});

test('the page is accessible with every table open, and fits a phone', async ({ page }) => {
	for (const path of [ISLANDS, NATION]) {
		await page.setViewportSize({ width: 1280, height: 900 });
		await page.goto(path, { waitUntil: 'networkidle' });
		for (const summary of await page.locator('main summary').all()) await summary.click();
		await clean(page);
		await fitsPhone(page, path);
	}
});
