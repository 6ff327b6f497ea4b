import { expect, test } from '@playwright/test';

test('shows a map, a ranked list and what stands out', async ({ page }) => {
	await page.goto('/');
	await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
	const tiles = page.locator('.map svg.plot a');
	expect(await tiles.count()).toBeGreaterThan(300);
	await expect(tiles.first()).toHaveAttribute('href', /\/regio\//);
	const rows = page.locator('#lijst ~ ul > li');
	await expect(rows).toHaveCount(25);
	await expect(rows.first()).toContainText(/\d+(,\d+)?%/);
	await expect(page.getByRole('heading', { name: 'Wat nu opvalt' })).toBeVisible();
});

test('choosing a level changes the address and the list', async ({ page }) => {
	await page.goto('/');
	await page.waitForLoadState('networkidle');
	await page.getByLabel('Soort gebied').selectOption({ label: 'Provincies' });
	await expect(page).toHaveURL(/niveau=/);
	await expect(page.locator('#lijst')).toHaveText(/Provincies/);
	await expect(page.locator('#lijst ~ ul > li')).toHaveCount(12);
});

test('choosing a period and an indicator changes the address and the figures', async ({ page }) => {
	await page.goto('/');
	await page.waitForLoadState('networkidle');
	const title = page.locator('#nation');
	const before = await title.textContent();
	const period = page.getByLabel('Periode', { exact: true });
	const earlier = await period.locator('option').last().textContent();
	await period.selectOption({ label: earlier ?? '' });
	await expect(page).toHaveURL(new RegExp(`periode=${earlier}`));
	await expect(title).toContainText(earlier ?? '');
	await page.getByLabel('Cijfer', { exact: true }).selectOption({ label: 'Geregistreerde problematische schulden' });
	await expect(title).toContainText('Geregistreerde problematische schulden');
	await expect(page).toHaveURL(/cijfer=/);
	expect(await title.textContent()).not.toBe(before);
});

test('a link shows the same view to whoever opens it', async ({ page, context }) => {
	await page.goto('/?volgorde=naam&toon=alle');
	const names = await page.locator('#lijst ~ ul > li').allTextContents();
	expect(names.length).toBeGreaterThan(300);
	const other = await context.newPage();
	await other.goto(page.url());
	expect(await other.locator('#lijst ~ ul > li').allTextContents()).toEqual(names);
});

test('another order of the whole list is there before its answer, and the address follows', async ({ page }) => {
	await page.goto('/?toon=alle');
	await page.waitForLoadState('networkidle');
	const names = page.locator('#lijst ~ ul > li > a');
	const count = await names.count();
	expect(count).toBeGreaterThan(300);
	let answer: () => void = () => undefined;
	const asked = new Promise<void>((resolve) => (answer = resolve));
	await page.route('**/__data.json*', async (route) => {
		await asked;
		await route.continue();
	});
	await page.getByLabel('Volgorde').selectOption('naam');
	await expect(names.first()).toHaveText(/^('s-|A)/);
	const before = await names.allTextContents();
	expect(before).toHaveLength(count);
	expect(page.url()).not.toContain('volgorde');
	answer();
	await expect(page).toHaveURL(/volgorde=naam.*toon=alle/);
	await expect(page.getByLabel('Volgorde')).toHaveValue('naam');
	expect(await names.allTextContents()).toEqual(before);
});

test('drawings are there again after going back and forth', async ({ page }) => {
	await page.goto('/?volgorde=naam&toon=alle');
	await page.waitForLoadState('networkidle');
	// A large one: what a small one shows depends on its noise.
	await page.locator('#lijst ~ ul').getByRole('link', { name: 'Amsterdam', exact: true }).click();
	await expect(page.locator('svg.plot .band-95 path').first()).toBeAttached();
	await page.goBack();
	await expect(page.locator('#lijst')).toBeVisible();
	expect(await page.locator('.map svg.plot a').count()).toBeGreaterThan(300);
	await page.goForward();
	await expect(page.locator('svg.plot .band-95 path').first()).toBeAttached();
});

test('says so when the address asks for something unknown', async ({ page }) => {
	await page.goto('/?periode=1850&kaart=rond');
	await expect(page.getByRole('main').getByRole('status')).toContainText('kaart, periode');
	await expect(page.locator('#lijst ~ ul > li')).toHaveCount(25);
});

test('arrow keys walk over the map, and the figure is said in words', async ({ page }) => {
	await page.goto('/');
	const stop = page.locator('.map svg.plot a[tabindex="0"]');
	await expect(stop).toHaveCount(1);
	await stop.focus();
	const first = await stop.getAttribute('aria-label');
	await expect(page.locator('.map .tooltip')).toHaveText(first ?? '');
	await page.keyboard.press('ArrowDown');
	await expect(stop).toHaveCount(1);
	await expect(stop).toBeFocused();
	expect(await stop.getAttribute('aria-label')).not.toBe(first);
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/\/regio\//);
});

test('tells of signals that are open for other figures where the chosen one has none', async ({ page }) => {
	await page.goto('/?cijfer=huishoudens-nederland.low-income');
	const card = page.getByRole('region', { name: 'Wat nu opvalt' });
	const said = await card.getByText(/Voor deze keuze staat geen signaal open\. Bij alle cijfers samen/).innerText();
	const count = /sta(?:at|an) er nu ([\d.]+) open/.exec(said)![1]!;
	await expect(card.getByRole('listitem').first()).toContainText(/meer dan|signaal sinds|waarschijnlijk/i);
	await card.getByRole('link', { name: 'Alle signalen' }).click();
	await expect(page.getByText(new RegExp(`Er sta(at|an) ${count} signa(al|len) open`)).first()).toBeVisible();
});
