import { readFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { readAtom } from '../atom.ts';
import { choose, enter, fillIn, tabTo } from './keyboard.ts';
import { ask, clean, fitsPhone, originOf, watch } from './pages.ts';

// Twice as many came into arrears on Stormvloed, twenty times the noise: its signal is open whatever noise draws. Nothing here
// depends on which other signals there are.
const signals = '/signalen?cijfer=kwartalen.nieuwe-achterstand';
const KEY = 'voorzicht.follow-up.v1';

const stormvloed = (page: Page) =>
	page
		.getByRole('article')
		.filter({ has: page.getByRole('link', { name: 'Stormvloed', exact: true, includeHidden: true }) });
const button = (page: Page, name: string) => stormvloed(page).getByRole('button', { name });
const bar = (page: Page) => page.getByRole('region', { name: /^(Wat doet u ermee|What do you do about it)/ });
/** What is said aloud. */
const said = (page: Page) => bar(page).locator(':scope > [role=status]');

async function open(page: Page, path = signals): Promise<void> {
	await page.goto(path);
	await expect(bar(page)).toBeVisible();
}

const entry = (more: object = {}) => ({
	...{ figure: 'kwartalen.nieuwe-achterstand', group: '', region: 'K07', since: '2024Q1' },
	...{ name: 'Stormvloed, Nieuwe achterstand', state: 'seen', who: '', reason: '', note: '' },
	...{ at: '2026-01-02T03:04:05.000Z', ...more }
});
const fileOf = (entries: readonly object[], more: object = {}) => ({
	name: 'opvolging.json',
	mimeType: 'application/json',
	buffer: Buffer.from(JSON.stringify({ format: 'voorzicht-follow-up', version: 1, entries, ...more }))
});

async function bring(page: Page, file: { name: string; mimeType: string; buffer: Buffer }): Promise<void> {
	if (!(await page.getByLabel('Lees een bestand').isVisible())) await page.getByText('Bewaren en delen').click();
	await page.getByLabel('Lees een bestand').setInputFiles(file);
}

async function save(page: Page, name: string): Promise<string> {
	await page.getByText('Bewaren en delen').click();
	const [download] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('button', { name, exact: true }).click()
	]);
	return readFile(await download.path(), 'utf8');
}

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

test('open signals are a feed, by the choices of the page', async ({ page, request }) => {
	await page.goto(signals);
	const href = (await page.locator('head link[rel=alternate][type="application/atom+xml"]').getAttribute('href'))!;
	expect(await page.getByRole('link', { name: 'als feed' }).getAttribute('href')).toBe(href);
	const response = await ask(request, href);
	expect(response.headers()['content-type']).toBe('application/atom+xml; charset=utf-8');
	expect(response.headers()['cache-control']).toBe('no-cache');
	const feed = readAtom(await response.text());
	expect(feed.title).toBe('Voorzicht: signalen, Nieuwe achterstand');
	expect(feed.subtitle).toMatch(/(staat|staan) \d+ (signaal|signalen) open\. Daarvan .* vals\./);
	expect(feed.subtitle).toContain('verzonnen');
	const one = feed.entries.find(({ title }) => title.startsWith('Stormvloed (gemeente), Nieuwe achterstand – '))!;
	expect(one.title).toMatch(/– \d+% meer, zeer waarschijnlijk$/);
	expect(one.text).toMatch(
		/19 van de 20 echt\. \d+% meer .* 80% zeker: .* 95% zeker: .* Signaal sinds het .* kwartaal van 20\d\d\./
	);
	expect(one.id).toMatch(/^tag:[a-z0-9.]+,2026:nl\/signaal\/kwartalen\.nieuwe-achterstand\/K07\/\/2024Q\d$/);
	expect(new Set(feed.entries.map(({ category }) => category))).toEqual(new Set(['kwartalen.nieuwe-achterstand']));
	const { pathname, search, hash } = new URL(one.page);
	await page.goto(pathname + search);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Stormvloed');
	await expect(page.locator(`[id="${hash.slice(1)}"]`)).toBeVisible();
});

test('a feed stays the same until something is published', async ({ request }) => {
	const first = await ask(request, '/signalen/feed.atom');
	const tag = first.headers().etag!;
	expect(tag).toMatch(/^"[\w-]{22}"$/);
	expect(await (await ask(request, '/signalen/feed.atom')).text()).toBe(await first.text());
	const again = await request.get('/signalen/feed.atom', { headers: { 'if-none-match': tag } });
	expect([again.status(), (await again.body()).length]).toEqual([304, 0]);
	const english = readAtom(await (await ask(request, '/en/signalen/feed.atom')).text());
	expect([english.lang, english.title]).toEqual(['en-GB', 'Voorzicht: signals']);
});

test('a feed leaves aside what it does not know, as the page does', async ({ request }) => {
	const all = readAtom(await (await ask(request, '/signalen/feed.atom')).text());
	const odd = '?cijfer=%3Cscript%3E&gebied=%22%3E%3Cb&niveau=nergens&periode=1999&x=%0A';
	const feed = readAtom(await (await ask(request, `/signalen/feed.atom${odd}`)).text());
	expect(feed).toEqual(all);
	const within = readAtom(await (await ask(request, '/signalen/feed.atom?gebied=PV26&niveau=provincie')).text());
	expect(within.self).toContain('/signalen/feed.atom?niveau=provincie&gebied=PV26');
	expect(within.title).toBe('Voorzicht: signalen, provincie, Utrecht');
});
