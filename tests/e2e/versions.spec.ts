import { createHash } from 'node:crypto';
import { expect, test } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import { clean, fitsPhone, inLanguage, originOf, watch } from './pages.ts';

// The islands were published twice: version 1 from a provisional source, version 2 from the final one.

/** The rows of all versions of a release; only the first kind of release stands open on the page. */
async function versionsOf(page: Page, name: string): Promise<Locator> {
	const kind = page.locator('#publicaties details').filter({ hasText: name });
	if ((await kind.getAttribute('open')) === null) await kind.locator('summary').click();
	return kind.locator('tbody').getByRole('row');
}

async function openVersion(page: Page, lang: 'nl' | 'en', version: 1 | 2): Promise<void> {
	await page.goto(inLanguage(lang, '/methode'), { waitUntil: 'networkidle' });
	const row = await versionsOf(page, lang === 'nl' ? 'Rekeningen op de eilanden' : 'Bills on the islands');
	await expect(row).toHaveCount(2);
	await row
		.nth(2 - version)
		.getByRole('link')
		.click();
	await page.waitForURL(/\/methode\/vrijgave\/\d+$/);
	await page.waitForLoadState('networkidle');
}

test('the method page lists both versions with their state and status', async ({ page }) => {
	await page.goto('/methode', { waitUntil: 'networkidle' });
	const rows = await versionsOf(page, 'Rekeningen op de eilanden');
	await expect(rows.nth(0)).toContainText('2, actueel');
	await expect(rows.nth(0)).toContainText('definitief');
	await expect(rows.nth(1)).toContainText('1, vervangen door versie 2');
	await expect(rows.nth(1)).toContainText('voorlopig');
});

for (const [lang, words] of [
	[
		'nl',
		{
			banner: 'Vervangen door versie 2',
			link: 'Naar versie 2',
			replaced: 'vervangen',
			first: 'niets, dit is de eerste versie'
		}
	],
	[
		'en',
		{
			banner: 'Replaced by version 2',
			link: 'Go to version 2',
			replaced: 'superseded',
			first: 'nothing, this is the first'
		}
	]
] as const)
	test(`an old version stays reachable and says that it is old, in ${lang}`, async ({ page }) => {
		const faults = watch(page, originOf());
		await openVersion(page, lang, 1);
		await expect(page.getByRole('complementary', { name: words.banner })).toBeVisible();
		await expect(page.getByText(words.first)).toBeVisible();
		await expect(page.getByText(/%$/).first()).toBeVisible();
		await expect(page.getByRole('listitem').filter({ hasText: words.replaced })).toBeVisible();
		await clean(page);
		const old = page.url();
		await page.getByRole('link', { name: words.link }).click();
		await expect(page.getByRole('heading', { level: 1 })).toContainText('2');
		await expect(page.getByText(words.banner)).toHaveCount(0);
		await clean(page);
		await page.getByRole('link', { name: /^(versie|version) 1 / }).click();
		await expect(page).toHaveURL(old);
		expect(faults).toEqual([]);
	});

test('figures say which version they are of', async ({ page }) => {
	for (const path of ['/?cijfer=eilanden.te-laat', '/regio/A1']) {
		await page.goto(path);
		await expect(
			page.getByText(/Versie 2, definitief, gepubliceerd op .* Deze versie vervangt versie 1 van /)
		).toBeVisible();
	}
	await page.goto('/en/regio/GM0363');
	await expect(
		page.getByText(/Version 1, final, published on .* Classification of regions: CBS 2024/).first()
	).toBeVisible();
	await expect(page.getByText('Definition: version 1.').first()).toBeVisible();
});

test('manifest and signature are the signed files, and say their version and state in name and headers', async ({
	page,
	request
}) => {
	await openVersion(page, 'nl', 1);
	const href = await page.getByRole('link', { name: 'Download het manifest' }).getAttribute('href');
	const response = await request.get(href!);
	const headers = response.headers();
	expect(headers['content-disposition']).toBe(
		'attachment; filename="eilanden-2023-versie-1-voorlopig-vervangen.manifest.json"'
	);
	expect([headers['x-release-version'], headers['x-release-state'], headers['x-release-status']]).toEqual([
		...['1', 'superseded', 'provisional']
	]);
	expect(headers['link']).toMatch(/^<\/methode\/vrijgave\/\d+\/manifest.json>; rel="successor-version"$/);
	const bytes = await response.body();
	const hash = createHash('sha256').update(bytes).digest('hex');
	await expect(page.locator('code')).toHaveText(hash);
	expect(JSON.parse(bytes.toString())).toMatchObject({ id: 'eilanden', spec: { status: 'provisional' } });

	const signed = await request.get(
		(await page.getByRole('link', { name: 'Download de handtekening' }).getAttribute('href'))!
	);
	expect(signed.headers()['content-disposition']).toContain('voorlopig-vervangen.signature.json"');
	expect(Object.keys((await signed.json()) as object)).toEqual(['algorithm', 'key', 'signature']);
});

test('what releases cost together counts every charge once, old versions too', async ({ page }) => {
	await page.goto('/en/methode');
	const costs = page.getByRole('listitem').filter({ hasText: 'together rho' });
	const sums = (await costs.allTextContents()).map((text) => Number(/rho (\d+(\.\d+)?)\.$/.exec(text)?.[1]));
	const manifests = await Promise.all(
		(await page.locator('#publicaties th a').all()).map(async (link) => {
			const response = await page.request.get(`${(await link.getAttribute('href'))!.replace('/en', '')}/manifest.json`);
			return (await response.json()) as { ledger: { hash: string }; plan: { rho: number } };
		})
	);
	const paid = new Map(manifests.map(({ ledger, plan }) => [ledger.hash, plan.rho]));
	expect(sums.reduce((sum, rho) => sum + rho, 0)).toBeCloseTo(
		[...paid.values()].reduce((sum, rho) => sum + rho, 0),
		2
	);
});

test('on a phone the whole of every release is in sight', async ({ page }) => {
	await page.setViewportSize({ width: 390, height: 844 });
	await page.goto('/methode', { waitUntil: 'networkidle' });
	for (const series of await page.locator('#publicaties details').all())
		if ((await series.getAttribute('open')) === null) await series.locator('summary').click();
	const tables = await page.locator('#publicaties').getByRole('region').all();
	expect(tables.length).toBeGreaterThan(1);
	for (const table of tables) expect(await table.evaluate((box) => box.scrollWidth - box.clientWidth)).toBe(0);
});

test('what was never published is not there', async ({ request }) => {
	for (const path of [
		'/methode/vrijgave/999',
		'/methode/vrijgave/0',
		'/methode/vrijgave/1x',
		'/methode/vrijgave/999/manifest.json',
		'/methode/vrijgave/999/signature.json'
	])
		expect((await request.get(path)).status(), path).toBe(404);
});

test('the page of a release fits a phone and holds in the dark', async ({ page }) => {
	await fitsPhone(page, '/methode/vrijgave/1');
	await page.emulateMedia({ colorScheme: 'dark' });
	await openVersion(page, 'nl', 1);
	await clean(page);
});
