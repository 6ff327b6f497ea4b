import { readFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { clean, fitsPhone } from './pages.ts';

const question = '/prioriteren?uren=400&briefHoogstens=500&eerlijk=nee';

test('a team fills in what it can do and gets a plan, whose address holds all of it', async ({ page }) => {
	await page.goto('/prioriteren');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Prioriteren');
	await expect(page.getByRole('heading', { name: 'Zoveel bereikt u' })).toBeVisible();
	await expect(page.getByText(/tussen \d+ en \d+ \(95%-interval\)/)).toBeVisible();
	await expect(page.getByText(/Definitie: versie \d/)).toBeVisible();
	await page.getByLabel('Uren die u hebt').fill('37,5');
	await page.getByLabel('Brief: Hooguit').fill('0');
	await page.getByLabel('Eerlijk verdelen over groepen').selectOption('nee');
	await page.getByRole('button', { name: 'Maak het plan' }).click();
	await expect(page).toHaveURL(/uren=37%2C5/);
	await expect(page.getByLabel('Uren die u hebt')).toHaveValue('37,5');
	const plan = page.getByRole('table', { name: 'Het plan' });
	expect(await plan.getByRole('row').count()).toBeGreaterThan(2);
	await expect(plan.getByRole('cell', { name: 'brief', exact: true })).toHaveCount(0);
	const hours = await plan
		.getByRole('row', { name: /^Samen/ })
		.getByRole('cell')
		.nth(1)
		.textContent();
	expect(Number(hours?.replace(',', '.'))).toBeLessThanOrEqual(37.5);
	// Every expected reach has its interval and its letter, also that of all lines together.
	const [, ...told] = await plan.getByRole('row').all();
	for (const row of told) await expect(row.getByRole('cell').last()).toHaveText(/\(tussen \d+ en \d+\)\s+[A-D], /);
	await plan.getByRole('link').first().click();
	await expect(page).toHaveURL(/\/regio\//);
});

test('the same address gives the same plan, as a page and as a file in both notations', async ({ page }) => {
	await page.goto(question);
	const table = page.getByRole('table', { name: 'Het plan' });
	const shown = await table.innerText();
	// Less the line of names and that of sums.
	const lines = (await table.getByRole('row').count()) - 2;
	await page.reload();
	expect(await table.innerText()).toBe(shown);
	const [download] = await Promise.all([
		page.waitForEvent('download'),
		page.locator('#meenemen ~ ul').getByRole('link', { name: 'CSV', exact: true }).click()
	]);
	const dutch = await readFile(await download.path(), 'utf8');
	expect(dutch).toMatch(/^\ufeff"onderdeel";"gebied \(code\)";"gebied";"groep";"manier";/);
	expect(dutch.match(/^"plan";/gm)).toHaveLength(lines);
	const response = await page.request.get(`${question.replace('?', '/plan.csv?')}&taal=en`);
	expect(response.headers()['content-type']).toBe('text/csv; charset=utf-8');
	expect(await response.text()).toMatch(/^\ufeff"part","region \(code\)","region",/);
});

test('says what it cannot do', async ({ page }) => {
	await page.goto('/prioriteren?uren=0');
	await expect(page.getByText('Het plan bereikt niemand.')).toBeVisible();
	await page.goto('/prioriteren?gebied=bestaat-niet&uren=veel&groep=iets');
	for (const label of ['Uren die u hebt', 'Binnen welk gebied', 'Indeling in groepen'])
		await expect(page.getByRole('main').getByRole('status')).toContainText(label);
	await expect(page.getByLabel('Uren die u hebt')).toHaveAccessibleDescription('Vul een getal in van 0 tot 100.000.');
	await expect(page.getByRole('heading', { name: 'Het plan', exact: true })).toBeVisible();
});

test('a plan for a municipality shows the way up, with the same choices', async ({ page }) => {
	await page.goto(`${question}&gebied=GM0363`);
	const path = page.getByRole('navigation', { name: 'Kruimelpad' });
	await expect(path.locator('[aria-current=page]')).toHaveText('Amsterdam');
	await path.getByRole('link', { name: 'Noord-Holland', exact: true }).click();
	await expect(page).toHaveURL(/uren=400.*gebied=PV27/);
	await expect(page.getByLabel('Uren die u hebt')).toHaveValue('400');
});

test('a filled plan is accessible and fits a phone, in both languages', async ({ page }) => {
	for (const path of [question, `/en${question}`]) {
		await page.goto(path);
		await clean(page);
		await fitsPhone(page, path);
	}
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('the form makes a plan', async ({ page }) => {
		await page.goto('/en/prioriteren');
		await page.getByLabel('Hours that you have').fill('300');
		await page.getByRole('button', { name: 'Make the plan' }).click();
		await expect(page).toHaveURL(/uren=300/);
		await expect(page.getByRole('table', { name: 'The plan' })).toBeVisible();
	});
});
