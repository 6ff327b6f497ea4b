import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { clean, fitsPhone } from './pages.ts';

// Income fell strongly in one household of fourteen a year: there is something to tell in the smallest Netherlands.
const PAGE = '/levensgebeurtenissen?gebeurtenis=income-drop&cijfer=levensgebeurtenissen-nederland.low-income';

function field(page: Page, name: string) {
	return page.locator('dt', { hasText: new RegExp(`^${name}$`) }).locator('xpath=following-sibling::dd[1]');
}

test('risk after an event stands beside that without it, as difference, ratio and at equal ages', async ({ page }) => {
	await page.goto(PAGE);
	await expect(page.getByRole('heading', { level: 2, name: 'Laag inkomen na: Inkomen sterk gedaald' })).toBeVisible();
	await expect(page.getByText(/^(Zeer w|W)aarschijnlijk vaker dan zonder de gebeurtenis\.$/)).toBeVisible();
	await expect(field(page, 'Verhouding')).toHaveText(/keer zo vaak \(95%-interval: .* tot .* keer\)|niet te schatten/);
	await expect(field(page, 'Verschil')).toHaveText(/procentpunt hoger/);
	await expect(page.getByText('Dit laat een samenhang zien, geen oorzaak.')).toBeVisible();
	const curve = page.getByRole('figure', { name: /naar tijd sinds de gebeurtenis/ });
	await expect(curve.locator('svg.plot .value circle')).toHaveCount(3);
	await curve.getByText('Toon als tabel').click();
	await expect(curve.getByRole('row')).toHaveCount(4);
});

test('where the years around the event are not known, that is said', async ({ page }) => {
	// Of inflow no years are measured, whatever the noise; of a stock, noise decides whether a group is large enough.
	await page.goto(`${PAGE}-inflow`);
	const study = page.getByRole('region', { name: 'De jaren rond de gebeurtenis' });
	await expect(study.getByText(/Of er zijn te weinig huishoudens om iets te zeggen/)).toBeVisible();
	await expect(study.locator('svg.plot')).toHaveCount(0);
});

test('an event is chosen without a script, and the address holds the choice', async ({ browser }) => {
	const context = await browser.newContext({ javaScriptEnabled: false });
	const page = await context.newPage();
	await page.goto(PAGE);
	await page.getByLabel('Gebeurtenis', { exact: true }).selectOption({ label: 'Werkloos geworden' });
	await page.getByRole('button', { name: 'Toon', exact: true }).click();
	await expect(page).toHaveURL(/gebeurtenis=job-loss/);
	await expect(page.getByRole('heading', { level: 2, name: 'Laag inkomen na: Werkloos geworden' })).toBeVisible();
	await expect(page.getByText(/UWV/)).toBeVisible();
	await context.close();
});

test('what cannot be followed is said, and a region that is not known is not found', async ({ page }) => {
	await page.goto('/levensgebeurtenissen?gebeurtenis=loterij');
	await expect(page.getByRole('status')).toContainText('gebeurtenis');
	const response = await page.goto('/levensgebeurtenissen?gebied=bestaat-niet');
	expect(response?.status()).toBe(404);
});

test('the page is accessible with every table open, and fits a phone', async ({ page }) => {
	await page.goto(PAGE, { waitUntil: 'networkidle' });
	for (const summary of await page.locator('main summary').all()) await summary.click();
	await clean(page);
	await fitsPhone(page, PAGE);
});
