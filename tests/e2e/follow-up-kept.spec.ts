import { readFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { bar, bring, button, entry, fileOf, KEY, open, save, stormvloed } from './following.ts';
import { originOf, watch } from './pages.ts';

// Where it is kept what is done with a signal: in the browser, and in files for colleagues.

test('colleagues share it by a file, and the latest change of each signal holds', async ({ page }) => {
	await open(page);
	await button(page, 'Gezien').click();
	const file = await save(page, 'Bewaar als bestand');
	await page.evaluate(() => localStorage.clear());
	await page.reload();
	await expect(stormvloed(page)).toContainText('Hier is nog niets mee gedaan.');
	await bring(page, { name: 'a.json', mimeType: 'application/json', buffer: Buffer.from(file) });
	await expect(bar(page)).toContainText('Het bestand is gelezen. Nieuw: 1. Veranderd: 0. Al bekend: 0.');
	await expect(stormvloed(page)).toContainText('Gezien op');
	await bring(page, fileOf([entry({ state: 'taken', who: 'Te laat' })]));
	await expect(bar(page)).toContainText('Al bekend: 1.');
	await expect(stormvloed(page)).toContainText('Gezien op');
	const later = new Date(Date.now() + 60_000).toISOString();
	await bring(page, fileOf([entry({ state: 'taken', who: 'Team B', at: later })]));
	await expect(stormvloed(page)).toContainText('Opgepakt door Team B');
	// What is done here after that holds, though this clock is behind.
	await button(page, 'Gezien').click();
	await expect(stormvloed(page)).toContainText('Gezien op');
});

test('a file that is not right is refused with what is wrong, and changes nothing', async ({ page }) => {
	await open(page);
	const raw = (text: string) => ({ name: 'a.json', mimeType: 'application/json', buffer: Buffer.from(text) });
	const cases = [
		[raw('<html>'), 'Dit bestand kunnen we niet lezen.'],
		[raw('['.repeat(100_000)), 'Dit bestand kunnen we niet lezen.'],
		[raw('{"a": 1}'), 'Dit is geen bestand van deze pagina.'],
		[raw(' '.repeat(8_000_001)), 'Het bestand is te groot.'],
		[fileOf([], { version: 2 }), 'Dit bestand is van een nieuwere versie'],
		[fileOf([entry(), entry({ state: 'weg' })]), 'Signaal 2 in het bestand klopt niet (bij “state”).'],
		[fileOf([entry({ at: '2999-01-01T00:00:00.000Z' })]), 'heeft een datum die nog moet komen']
	] as const;
	for (const [file, text] of cases) {
		await bring(page, file);
		await expect(bar(page).getByText(text)).toBeVisible();
	}
	await expect(stormvloed(page)).toContainText('Hier is nog niets mee gedaan.');
	expect(await page.evaluate((key) => localStorage.getItem(key), KEY)).toBeNull();
});

test('a spreadsheet of it holds no formula', async ({ page }) => {
	await open(page);
	await button(page, 'Opgepakt door').click();
	await page.getByLabel('Wie pakt dit op?').fill('=1+1');
	await page.getByLabel('Wie pakt dit op?').press('Enter');
	const text = await save(page, 'Bewaar als CSV, om te lezen');
	expect(text).toMatch(/^\ufeff"signaal";/);
	expect(text).toContain('"K07";"";"2024Q1";"opgepakt";"\'=1+1"');
});

test('what cannot be read is put aside and said, and can be kept', async ({ page }) => {
	await page.goto('/signalen');
	await page.evaluate((key) => localStorage.setItem(key, 'half {'), KEY);
	await open(page);
	await expect(bar(page)).toContainText('We hebben het apart gezet en niets weggegooid.');
	const [download] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('button', { name: 'Bewaar wat apart staat' }).click()
	]);
	expect(await readFile(await download.path(), 'utf8')).toBe('half {');
	await button(page, 'Gezien').click();
	await page.reload();
	await expect(stormvloed(page)).toContainText('Gezien op');
	await page.getByRole('button', { name: 'Gooi het weg' }).click();
	await expect(bar(page)).not.toContainText('apart gezet');
	await page.reload();
	await expect(stormvloed(page)).toContainText('Gezien op');
	await expect(bar(page)).not.toContainText('apart gezet');
});

test('a browser that keeps nothing, or has no room, says so and works until the page is closed', async ({ page }) => {
	await page.addInitScript(() => {
		Storage.prototype.setItem = () => {
			throw new DOMException('full', 'QuotaExceededError');
		};
	});
	await open(page);
	await button(page, 'Gezien').click();
	await expect(bar(page)).toContainText('Er is geen plaats meer in uw browser.');
	await expect(stormvloed(page)).toContainText('Gezien op');
	await page.addInitScript(() =>
		Object.defineProperty(window, 'localStorage', {
			get: () => {
				throw new DOMException('denied', 'SecurityError');
			}
		})
	);
	const faults = watch(page, originOf());
	await open(page);
	await expect(bar(page)).toContainText('Uw browser bewaart niets voor deze site.');
	await button(page, 'Gezien').click();
	await expect(stormvloed(page)).toContainText('Gezien op');
	expect(faults).toEqual([]);
});

test('two windows of one browser do not undo each other', async ({ page, context }) => {
	await open(page);
	const other = await context.newPage();
	await open(other);
	await button(other, 'Gezien').click();
	await expect(stormvloed(page)).toContainText('Gezien op');
	await bring(page, fileOf([entry({ region: 'K99', name: 'Ander eiland' })]));
	await expect(other.getByRole('region', { name: 'Geen signaal meer' })).toContainText('Ander eiland');
	await expect(stormvloed(other)).toContainText('Gezien op');
});
