import { expect, test } from '@playwright/test';
import { clean, fitsPhone } from './pages.ts';

// What is asked of the invented Netherlands holds whatever its noise: of a hundred thousand persons nearly every municipality is
// too small, and the rest is about words that every signal has.
const inflow = '/signalen?cijfer=instroom-nederland.problematic-debts-inflow';

test('says what is open, how much of it may be false, and what the simple test says beside it', async ({ page }) => {
	await page.goto('/signalen');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Wat stijgt er?');
	const open = page.getByRole('region', { name: /^Open signalen/ });
	await expect(open.getByText(/(signaal|signalen) open\./).first()).toBeVisible();
	for (const signal of await open.getByRole('article').all()) {
		await expect(signal.getByText(/van de 20 echt/)).toBeVisible();
		await expect(signal.getByText(/80% zeker: .* 95% zeker: |Daarom zeggen we niet hoe groot/)).toBeVisible();
		await expect(signal.getByText(/Signaal sinds/)).toBeVisible();
		await expect(signal.getByText(/^Het cijfer zelf: (\d+(,\d+)?% \(tussen .*\)|te weinig .*) [A-DX]/)).toBeVisible();
	}
	await expect(page.getByRole('region', { name: 'De simpele toets ernaast' })).toContainText(/\d+ stijging/);
	const sources = page.getByRole('region', { name: 'Uit deze publicaties' });
	await expect(sources.getByText(/^Bron: Voorzicht\. .*, versie \d+, /).first()).toBeVisible();
	await sources.getByRole('link', { name: 'Over deze publicatie' }).first().click();
	await expect(page).toHaveURL(/\/methode\/vrijgave\/\d+$/);
});

test('a rise that is there is told with its chance and its size', async ({ page }) => {
	// Twice as many came into arrears on Stormvloed, which is twenty times the noise: the chance that it is no rise stays below
	// one in a thousand million, also with twice the noise.
	await page.goto('/signalen?cijfer=kwartalen.nieuwe-achterstand');
	const signal = page.getByRole('article').filter({ has: page.getByRole('link', { name: 'Stormvloed', exact: true }) });
	await expect(signal).toContainText('meer dan 19 van de 20 echt');
	await expect(signal).toContainText(/\d+% meer dan een jaar eerder/);
	await expect(page.getByText(/Vanaf het eerste kwartaal van 2024: Er kwam een leverancier bij/)).toBeVisible();
});

test('a figure that is told per quarter says so where a figure per year has the same name', async ({ page }) => {
	await page.goto(inflow);
	await expect(page.getByLabel('Cijfer', { exact: true }).locator('option:checked')).toHaveText(/, per kwartaal$/);
	await expect(page.getByRole('heading', { level: 2, name: /^Open signalen/ })).toContainText(', per kwartaal, ');
});

test('names the regions that are too small to watch alone', async ({ page }) => {
	await page.goto(`${inflow}&niveau=gemeente`);
	const small = page.getByRole('region', { name: 'Te klein om alleen te bewaken' });
	await small.getByText(/^Toon de gebieden/).click();
	await expect(small.getByRole('columnheader', { name: 'Bewaakt door' })).toBeVisible();
	expect(await small.getByRole('row').count()).toBeGreaterThan(1);
});

test('keeps its whole state in the address', async ({ page }) => {
	await page.goto(inflow);
	// The form submits itself once its script is there; without it there is the button.
	await page.waitForLoadState('networkidle');
	await page.getByLabel('Soort gebied').selectOption('provincie');
	await expect(page).toHaveURL(/niveau=provincie/);
	await page.getByLabel('Binnen gebied').selectOption('PV26');
	await expect(page).toHaveURL(/gebied=PV26/);
	await page.reload();
	await expect(page.getByLabel('Soort gebied')).toHaveValue('provincie');
	await expect(page.getByLabel('Binnen gebied')).toHaveValue('PV26');
});

test('says which choices it does not know', async ({ page }) => {
	await page.goto('/signalen?cijfer=nergens.niets&gebied=XX&periode=2024Q1');
	const ignored = page.getByRole('main').getByRole('status').filter({ hasText: 'cijfer' });
	await expect(ignored).toContainText('gebied');
});

test('a region that is watched shows its level with bands', async ({ page }) => {
	await page.goto('/regio/NL');
	const watch = page.getByRole('region', { name: 'Bewaking' });
	await expect(watch.locator('.card').first()).toBeVisible();
});

test('fits a phone and is accessible with one figure chosen', async ({ page }) => {
	await fitsPhone(page, inflow);
	await clean(page);
});
