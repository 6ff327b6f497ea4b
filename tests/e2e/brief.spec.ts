import { expect, test } from '@playwright/test';
import { check } from '../unit/pdf-ua/check.ts';
import { readPdf } from '../unit/read-pdf.ts';
import { ask } from './pages.ts';

// A visitor may have to wait for the next minute before he may download more.
test.describe.configure({ timeout: 180_000 });

/** Amsterdam: some 5,000 of the 100,000 invented persons, so that its shares are told whatever noise is drawn. */
const REGION = '/regio/GM0363';

test('a policy officer takes a brief from the page of a region', async ({ page }) => {
	await page.goto(REGION);
	await page.getByRole('link', { name: /^Raadsbrief: / }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Raadsbrief Amsterdam');
	// A frequency, or that it is rare, unsure or too little to say: one of them whatever the noise is.
	await expect(page.getByText(/^Laag inkomen: .* in \d{4}\./)).toBeVisible();
	const figures = page.getByRole('region', { name: 'De cijfers' });
	await expect(figures.getByRole('rowheader', { name: /^Laag inkomen, \d{4}/ })).toBeVisible();
	const similar = page.getByRole('region', { name: 'Vergelijkbare gemeenten' });
	await expect(similar.getByRole('rowheader').first()).toHaveText('Amsterdam');
	await expect(similar.getByRole('row')).toHaveCount(8);
	await expect(page.getByRole('heading', { name: 'Zo leest u deze brief' })).toBeVisible();
	await page.getByRole('link', { name: 'Alle cijfers van Amsterdam' }).click();
	await expect(page).toHaveURL(new RegExp(`${REGION}$`));
});

for (const [path, language, title] of [
	[REGION, 'nl-NL', 'Raadsbrief Amsterdam'],
	[`/en${REGION}`, 'en-GB', 'Council brief: Amsterdam']
] as const)
	test(`the file of ${path} has two pages, a language and a title, and the same bytes twice`, async ({ request }) => {
		const first = await ask(request, `${path}/brief.pdf`);
		expect(first.headers()['content-type']).toBe('application/pdf');
		expect(first.headers()['content-disposition']).toMatch(/-Amsterdam-GM0363\.pdf"$/);
		const bytes = await first.body();
		const pdf = readPdf(bytes);
		const catalogue = pdf.dict(pdf.trailer.Root);
		expect(pdf.list(pdf.dict(catalogue.Pages).Kids)).toHaveLength(2);
		expect(catalogue.Lang).toBe(language);
		expect(pdf.get(pdf.dict(pdf.trailer.Info).Title)).toBe(title);
		const again = await (await ask(request, `${path}/brief.pdf`)).body();
		expect(Buffer.compare(bytes, again)).toBe(0);
	});

// The whole country, a province, a municipality, and a neighbourhood whose figures are withheld.
for (const region of ['NL', 'PV27', 'GM0448', 'BU04480000'])
	for (const lang of ['', '/en'])
		test(`the file of ${lang}/regio/${region} has no fault that a machine finds`, async ({ request }) => {
			const response = await ask(request, `${lang}/regio/${region}/brief.pdf`);
			expect(response.status()).toBe(200);
			expect(check(await response.body())).toEqual([]);
		});

test('in English the country has its English name, and other regions the name that they have', async ({ page }) => {
	await page.goto('/en/regio/NL/brief');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Council brief: the Netherlands');
	await expect(page.locator('main')).not.toContainText('Nederland,');
	await page.goto(`/en${REGION}/brief`);
	await expect(page.getByText('Municipality in Noord-Holland')).toBeVisible();
	await expect(page.getByRole('rowheader', { name: 'The Netherlands', exact: true })).toBeVisible();
});

test('a region of which nobody has heard has no brief', async ({ page, request }) => {
	expect((await ask(request, '/regio/bestaat-niet/brief.pdf')).status()).toBe(404);
	const response = await page.goto('/regio/bestaat-niet/brief');
	expect(response?.status()).toBe(404);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Dit gebied kennen we niet');
});

for (const path of ['/regio/NL', REGION, '/en/regio/PV27', '/regio/BU04480000'])
	test(`the brief of ${path} prints on two pages, without the ways to other pages`, async ({ page }) => {
		await page.goto(`${path}/brief`);
		await page.emulateMedia({ media: 'print' });
		await expect(page.getByRole('navigation')).toHaveCount(0);
		await expect(page.getByRole('link', { name: /^Download (als pdf|as PDF)$/ })).toBeHidden();
		const printed = await page.pdf({ preferCSSPageSize: true });
		expect(printed.toString('latin1').match(/\/Type \/Page\b/g)).toHaveLength(2);
	});

test('reads without a script', async ({ browser, baseURL }) => {
	const context = await browser.newContext({ javaScriptEnabled: false, baseURL: baseURL! });
	const page = await context.newPage();
	await page.goto(`/en${REGION}/brief`);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Council brief: Amsterdam');
	// Every picture that was drawn stands in the page: trends, and groups of households.
	expect(await page.locator('figure svg.plot').count()).toBeGreaterThanOrEqual(2);
	await context.close();
});
