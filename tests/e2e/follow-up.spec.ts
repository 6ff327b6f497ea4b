import { expect, test } from '@playwright/test';
import { bar, button, entry, fileOf, KEY, open, said, signals, stormvloed } from './following.ts';
import { choose, enter, fillIn, tabTo } from './keyboard.ts';
import { clean, fitsPhone } from './pages.ts';

// What is done with a signal, and how that is told.

test('a signal is seen, taken up, dismissed and taken back, and stays so', async ({ page }) => {
	await open(page);
	await expect(stormvloed(page)).toContainText('Hier is nog niets mee gedaan.');
	await button(page, 'Gezien').click();
	await expect(stormvloed(page)).toContainText(/Gezien op \d+ \w+ \d{4}\./);
	await expect(said(page)).toContainText(/^Stormvloed, Nieuwe achterstand\. Gezien op/);
	await button(page, 'Opgepakt door').click();
	await page.getByLabel('Wie pakt dit op?').fill('Team <b>Schulden</b>');
	await page.getByLabel('Wie pakt dit op?').press('Enter');
	await page.reload();
	await expect(stormvloed(page)).toContainText('Opgepakt door Team <b>Schulden</b>, op');
	await button(page, 'Niet nodig').click();
	await page.getByLabel('Waarom is het niet nodig?').selectOption('Een andere reden');
	await page.getByRole('button', { name: 'Bewaar', exact: true }).click();
	await expect(page.getByLabel('Welke reden?')).toBeFocused();
	await expect(stormvloed(page)).toContainText('Vul dit in.');
	await page.getByLabel('Welke reden?').fill('Eén straat die we kennen');
	await page.getByRole('button', { name: 'Bewaar', exact: true }).click();
	await page.reload();
	await expect(stormvloed(page)).toContainText(/Niet nodig sinds .*: “Eén straat die we kennen”/);
	await button(page, 'Neem terug').click();
	await expect(stormvloed(page)).toContainText('Hier is nog niets mee gedaan.');
	await expect(said(page)).toContainText('Teruggenomen.');
});

test('who comes back halfway the list has follow-up there', async ({ page }) => {
	await page.setViewportSize({ width: 1280, height: 300 });
	await page.goto('/signalen');
	const last = page.getByRole('article').last();
	await last.evaluate((card) => window.scrollTo(0, window.scrollY + card.getBoundingClientRect().bottom - 20));
	await expect(bar(page)).toBeAttached();
	await page.reload();
	await expect(bar(page)).toBeAttached();
});

test('what is done with a signal never leaves the browser', async ({ page }) => {
	const asked: string[] = [];
	page.on('request', (request) => asked.push(`${request.method()} ${request.url()} ${request.postData() ?? ''}`));
	await open(page);
	await button(page, 'Opgepakt door').click();
	await page.getByLabel('Wie pakt dit op?').fill('Geheimteam');
	await page.getByLabel('Wie pakt dit op?').press('Enter');
	await expect(stormvloed(page)).toContainText('Geheimteam');
	await page.goto('/signalen');
	await expect(bar(page)).toContainText('Dit staat alleen in uw eigen browser.');
	expect(asked.filter((one) => !one.startsWith('GET ') || one.includes('Geheimteam'))).toEqual([]);
});

test('the list can be narrowed to what is open, in hand or dismissed', async ({ page }) => {
	await open(page);
	await button(page, 'Gezien').click();
	const list = page.getByLabel('Toon signalen');
	await list.selectOption('going');
	await expect(page.getByRole('article')).toHaveCount(1);
	await expect(said(page)).toHaveText('U ziet 1 signaal.');
	await expect(list.locator('option:checked')).toHaveText('Gezien of opgepakt (1)');
	await list.selectOption('open');
	await expect(stormvloed(page)).toBeHidden();
	await list.selectOption('dismissed');
	await expect(page.getByRole('article')).toHaveCount(0);
	await expect(said(page)).toHaveText('Er zijn geen signalen met deze keuze.');
	await list.selectOption('going');
	await button(page, 'Neem terug').click();
	// It went out of the list with the keyboard in it.
	await expect(list).toBeFocused();
});

test('signals that are no longer open are listed apart', async ({ page }) => {
	await page.addInitScript(
		([key, text]) => localStorage.getItem(key!) ?? localStorage.setItem(key!, text!),
		[
			KEY,
			fileOf([
				entry(),
				entry({ region: 'WEG', name: 'Verdwenen eiland, Nieuwe achterstand', state: 'taken', who: 'Team A' })
			]).buffer.toString()
		]
	);
	await open(page);
	const gone = page.getByRole('region', { name: 'Geen signaal meer' });
	await expect(gone.getByRole('listitem')).toHaveCount(1);
	await expect(gone).toContainText('Verdwenen eiland, Nieuwe achterstand. Signaal sinds het eerste kwartaal van 2024.');
	await expect(gone).toContainText('Opgepakt door Team A');
	// A choice that leaves Stormvloed out does not close its signal.
	await open(page, '/signalen?gebied=PV26');
	await expect(gone.getByRole('listitem')).toHaveCount(1);
	await expect(page.getByText('Met nog 1 signaal deed u iets.')).toBeVisible();
	await gone.getByRole('button', { name: 'Neem terug' }).click();
	await expect(gone).toHaveCount(0);
});

test('works by keyboard alone', async ({ page }) => {
	await open(page);
	await enter(page, button(page, 'Opgepakt door'));
	const who = page.getByLabel('Wie pakt dit op?');
	await expect(who).toBeFocused();
	await page.keyboard.press('Escape');
	await expect(who).toHaveCount(0);
	await enter(page, button(page, 'Opgepakt door'));
	await expect(who).toBeFocused();
	await page.keyboard.type('Team A');
	await page.keyboard.press('Enter');
	await expect(stormvloed(page)).toContainText('Opgepakt door Team A');
	await expect(button(page, 'Gezien')).toBeFocused();
	await page.goto(signals);
	await expect(bar(page)).toBeVisible();
	await choose(page, page.getByLabel('Toon signalen'), 'Gezien');
	await enter(page, button(page, 'Niet nodig'));
	await fillIn(page, page.getByLabel('Meer hierover'), 'Bekend');
	await enter(page, page.getByRole('button', { name: 'Bewaar', exact: true }));
	await tabTo(page, page.getByText('Bewaren en delen'));
});

for (const [lang, path] of [
	['nl', signals],
	['en', `/en${signals}`]
] as const)
	test(`is accessible and fits a phone with everything open, in ${lang}`, async ({ page }) => {
		await page.addInitScript(
			([key, text]) => localStorage.setItem(key!, text!),
			[
				KEY,
				fileOf([entry({ region: 'WEG', name: 'N'.repeat(300), state: 'taken', who: 'W'.repeat(60) })]).buffer.toString()
			]
		);
		await page.addInitScript((key) => localStorage.setItem(`${key}.aside.x`, 'half'), KEY);
		for (const scheme of ['light', 'dark'] as const) {
			await page.emulateMedia({ colorScheme: scheme });
			await fitsPhone(page, path);
			// On a phone the list is further down; follow-up comes for who comes near it.
			await page.locator('#open').scrollIntoViewIfNeeded();
			await expect(bar(page)).toBeVisible();
			await expect(page.getByRole('region', { name: /^(Geen signaal meer|No longer a signal)/ })).toBeVisible();
			for (const details of await bar(page).locator('summary').all()) await details.click();
			await stormvloed(page).getByRole('button').nth(2).click();
			await stormvloed(page).getByRole('combobox').selectOption('other');
			await stormvloed(page).locator('button[type=submit]').click();
			await clean(page);
			const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
			expect(over).toBeLessThanOrEqual(0);
		}
	});

test('prints what was done as text, without the ways to change it', async ({ page }) => {
	await open(page);
	await button(page, 'Gezien').click();
	await page.emulateMedia({ media: 'print' });
	await expect(stormvloed(page).getByText(/Gezien op/)).toBeVisible();
	await expect(bar(page)).toBeHidden();
	for (const one of await page.locator('.follow-up button').all()) await expect(one).toBeHidden();
});

test.describe('without scripts', () => {
	test.use({ javaScriptEnabled: false });

	test('there is no follow-up, and nothing that looks broken', async ({ page }) => {
		await page.goto(signals);
		await expect(stormvloed(page)).toContainText('meer dan een jaar eerder');
		await expect(stormvloed(page).getByRole('button')).toHaveCount(0);
		await expect(page.getByText('Wat doet u ermee?')).toHaveCount(0);
		await expect(page.getByRole('link', { name: 'Volg deze signalen als feed (Atom)' })).toBeVisible();
	});
});
