import { expect, test } from '@playwright/test';
import { enter, fillIn, tabTo } from './keyboard.ts';

// Reading asks for no script: what each kind of user comes to read, with scripts off. That Amsterdam's figures are told holds
// whatever noise draws: some 160 of its households have a low income, and the noise is 5.
test.use({ javaScriptEnabled: false });

test('reads without JavaScript: map, list, choice, region and method', async ({ page }) => {
	await page.goto('/');
	expect(await page.locator('.map svg.plot a').count()).toBeGreaterThan(300);
	await page.getByLabel('Soort gebied').selectOption({ label: 'Provincies' });
	await page.getByRole('button', { name: 'Toon' }).click();
	await expect(page).toHaveURL(/niveau=/);
	await expect(page.locator('#lijst ~ ul > li')).toHaveCount(12);
	await page.locator('#lijst ~ ul a').first().click();
	await expect(page.locator('svg.plot .band-95 path').first()).toBeAttached();
	const trend = page.getByRole('figure', { name: /per periode/ }).first();
	await trend.getByText('Toon als tabel').click();
	await expect(trend.getByRole('table')).toBeVisible();
	await page.getByRole('link', { name: 'Methode' }).click();
	await expect(page.getByRole('heading', { name: 'De muur' })).toBeVisible();
});

test('English works without JavaScript', async ({ page }) => {
	await page.goto('/en');
	await expect(page.locator('html')).toHaveAttribute('lang', 'en');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Where is the risk high?');
	await page.locator('#lijst ~ ul a').first().click();
	await expect(page).toHaveURL(/\/en\/regio\//);
	await page.getByRole('link', { name: 'Nederlands' }).click();
	await expect(page.locator('html')).toHaveAttribute('lang', 'nl');
});

test('a policy officer reads of her municipality what, how sure, who and what rises, by keyboard', async ({ page }) => {
	await page.goto('/');
	await fillIn(page, page.getByRole('searchbox', { name: 'Zoek een gemeente of wijk' }), 'amsterdam');
	await page.keyboard.press('Enter');
	await enter(page, page.getByRole('main').getByRole('link', { name: 'Amsterdam', exact: true }).first());
	await expect(page.getByText(/tussen \d+(,\d+)?% en \d+(,\d+)?% \(95%-interval\)/).first()).toBeVisible();
	await enter(page, page.getByText('Hoe zeker is dit cijfer?').first());
	await expect(page.locator('details[open] svg .value circle')).toHaveCount(20);
	await tabTo(page, page.getByRole('region', { name: 'Aandeel per groep en cijfer in Amsterdam' }));
	await page.goto('/signalen');
	await page.getByLabel('Cijfer', { exact: true }).selectOption('kwartalen.nieuwe-achterstand');
	await enter(page, page.getByRole('main').getByRole('button', { name: 'Toon' }));
	// Twice as many came into arrears there, twenty times the noise.
	await expect(page.getByRole('article').getByRole('link', { name: 'Stormvloed', exact: true })).toBeVisible();
});

test('a researcher reads definitions, a card, and the account of a release, by keyboard', async ({ page }) => {
	await page.goto('/methode/definities');
	await expect(page.locator('#low-income')).toContainText('Bron');
	await page.goto('/valideren?cijfer=huishoudens-nederland.low-income');
	await enter(page, page.getByRole('link', { name: 'Wat dit cijfer precies telt' }));
	await expect(page).toHaveURL(/\/methode\/definities#/);
	await page.goto('/gegevens');
	await enter(page, page.getByRole('link', { name: 'Manifest, handtekening en oude versies' }));
	await expect(page).toHaveURL(/\/methode\/vrijgave\/\d+$/);
	await tabTo(page, page.locator('a[href$="/manifest.json"]'));
});

test('whoever wants to know about an event reads the risk after it and what can help', async ({ page }) => {
	await page.goto('/levensgebeurtenissen');
	await page.getByLabel('Gebeurtenis', { exact: true }).selectOption('separation');
	await enter(page, page.getByRole('main').getByRole('button', { name: 'Toon' }));
	await expect(page.getByRole('heading', { name: /^Wat kan helpen: Uit elkaar/ })).toBeVisible();
	await expect(page.getByText('Dit laat een samenhang zien, geen oorzaak.')).toBeVisible();
});
