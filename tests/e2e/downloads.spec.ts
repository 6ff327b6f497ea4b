import { readFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { readJsonStat } from '../json-stat.ts';
import { readXlsx } from '../xlsx.ts';
import { ask } from './pages.ts';

// A visitor may have to wait for the next minute before he may download more.
test.describe.configure({ timeout: 180_000 });

/** Rows of a Dutch CSV; no text in these files holds its separator or a line end. */
function readCsv(text: string): Record<string, string>[] {
	const [head, ...lines] = text
		.replace(/^\ufeff/, '')
		.trimEnd()
		.split('\r\n')
		.map((line) => line.split(';').map((field) => field.replace(/^"(.*)"$/, '$1').replaceAll('""', '"')));
	return lines.map((fields) => {
		expect(fields).toHaveLength(head!.length);
		return Object.fromEntries(head!.map((name, i) => [name, fields[i]!]));
	});
}

/** "7,0%" as a number. */
const numberOf = (text: string) => Number(text.replace('%', '').replace(',', '.'));

async function downloaded(page: Page, name: string): Promise<Buffer> {
	const links = page.getByRole('region', { name: 'Neem deze cijfers mee' });
	const [download] = await Promise.all([
		page.waitForEvent('download'),
		links.getByRole('link', { name, exact: true }).click()
	]);
	return readFile(await download.path());
}

// The first of the list has a share whatever the noise: only if all 342 municipalities were too small would it have none.
test('one figure is the same number in the list, on its own page and in every file', async ({ page }) => {
	await page.goto('/');
	const first = page.locator('#lijst ~ ul li').first();
	const name = await first.getByRole('link').innerText();
	const share = numberOf(await first.locator('.share').innerText());
	const href = (await first.getByRole('link').getAttribute('href'))!;
	const code = href.split('/').at(-1)!;
	const cijfer = await page.locator('#cijfer').inputValue();
	const period = await page.locator('#periode').inputValue();

	const row = readCsv((await downloaded(page, 'CSV')).toString('utf8')).find(
		(one) => one['gebied (code)'] === code && one.periode === period
	)!;
	expect([row.gebied, numberOf(row['aandeel (%)']!), row['cijfer (code)']]).toEqual([name, share, cijfer]);
	expect(row.betrouwbaarheid).toMatch(/^[A-D]$/);
	expect(row.publicatie).toContain(`, ${period}, versie `);
	expect(row['versie van de definitie']).not.toBe('');

	const sheets = readXlsx(await downloaded(page, 'Excel'));
	const [head, ...rows] = sheets.get('Cijfers')!;
	const column = (label: string) => head!.indexOf(label);
	const inSheet = rows.find((one) => one[column('gebied (code)')] === code && one[column('periode')] === period)!;
	expect(inSheet[column('aandeel (%)')]).toBe(share);
	expect(sheets.get('Uitleg')!.flat()).toEqual(expect.arrayContaining(['Bron', 'Publicaties', 'Betrouwbaarheid']));

	const cells = readJsonStat((await downloaded(page, 'JSON-stat')).toString('utf8'));
	const cell = cells.find(({ at }) => at.region === code && at.period === period && at.measure === 'share')!;
	expect([cell.value, cell.status]).toEqual([share, row.betrouwbaarheid]);

	await page.goto(href);
	const headlines = await page.locator('.figure .value strong').allInnerTexts();
	expect(headlines.map(numberOf)).toContain(share);
	const ofRegion = readCsv((await downloaded(page, 'CSV')).toString('utf8'));
	const same = ofRegion.filter(
		(one) =>
			one['cijfer (code)'] === cijfer &&
			one.periode === period &&
			one['gebied (code)'] === code &&
			one['groep (code)'] === 'total'
	);
	expect(same).toEqual([row]);
});

test('every view gives its choice in every form, and no more', async ({ page, request }) => {
	const views = [
		'/signalen',
		'/levensgebeurtenissen',
		'/prioriteren?uren=400&briefHoogstens=500&eerlijk=nee',
		'/valideren',
		'/vergelijken?gebied=GM0363&gebied=GM0599',
		'/en/vergelijken?gebied=GM0363'
	];
	for (const view of views) {
		await page.goto(view);
		for (const format of ['csv', 'xlsx', 'json']) {
			const link = page.locator(`#meenemen ~ ul a[href*="cijfers.${format}"]`);
			const response = await ask(request, (await link.getAttribute('href'))!);
			expect([view, format, response.status()]).toEqual([view, format, 200]);
			expect(response.headers()['content-disposition']).toMatch(
				new RegExp(`^attachment; filename="[\\w.-]+\\.${format}"$`)
			);
			const body = await response.body();
			if (format === 'json') expect(() => readJsonStat(body.toString('utf8')), view).not.toThrow();
			if (format === 'xlsx') expect([...readXlsx(body).keys()]).toHaveLength(2);
			if (format === 'csv' && !view.startsWith('/en')) readCsv(body.toString('utf8'));
		}
	}
	const compared = await ask(request, '/vergelijken/cijfers.csv?gebied=GM0363&gebied=GM0599');
	const regions = new Set(readCsv(await compared.text()).map((row) => row['gebied (code)']));
	expect([...regions]).toEqual(['GM0363', 'GM0599', 'NL']);
	const english = await ask(request, '/en/vergelijken/cijfers.csv?gebied=GM0363');
	expect(await english.text()).toMatch(/^\ufeff"figure \(code\)","figure","period",/);
	const country = await ask(request, '/en/regio/NL/cijfers.json');
	expect(country.headers()['content-disposition']).toContain('"NL-The_Netherlands.json"');
	const told = (await country.json()) as { label: string; dimension: { region: { category: { label: object } } } };
	expect([told.label, told.dimension.region.category.label]).toMatchObject([
		'The Netherlands',
		{ NL: 'The Netherlands' }
	]);
});

/** Views whose figures have an interval, and a letter that says how reliable they are. */
const told = [
	'/',
	'/regio/GM0363',
	'/vergelijken?gebied=GM0363&gebied=GM0599',
	'/levensgebeurtenissen',
	'/signalen',
	'/prioriteren?uren=400&briefHoogstens=500&eerlijk=nee'
];

for (const view of told)
	test(`any figure of ${view} is the same in every form, and says how sure it is and where it is from`, async ({
		request
	}) => {
		const { pathname, search } = new URL(view, 'http://x');
		const file = (format: string) => ask(request, `${pathname.replace(/\/$/, '')}/cijfers.${format}${search}`);
		const lines = readCsv(await (await file('csv')).text());
		const sheets = readXlsx(await (await file('xlsx')).body());
		const observations = readJsonStat(await (await file('json')).text());
		const [head, ...rows] = sheets.get('Cijfers')!;
		const names = head!.map(String);
		expect(names).toEqual(expect.arrayContaining(['publicatie', 'status van de bron', 'versie van de definitie']));
		expect(names.filter((name) => name.startsWith('ondergrens')).length).toBeGreaterThan(0);
		expect(names.filter((name) => name.startsWith('bovengrens')).length).toBeGreaterThan(0);
		expect(new Set(lines.map((line) => /^[A-DX]$/.test(line.betrouwbaarheid!)))).toEqual(new Set([true]));
		expect(sheets.get('Uitleg')!.flat()).toEqual(expect.arrayContaining(['Bron', 'Publicaties']));
		expect(rows).toHaveLength(lines.length);
		// Not ten of them, but all: a number of the one is the number of the other, and nothing stands for nothing.
		for (const [i, row] of rows.entries()) {
			const written = names.map((_, c) => {
				const cell = row[c] ?? '';
				return typeof cell === 'number' ? String(cell).replace('.', ',') : cell;
			});
			expect(names.map((name) => lines[i]![name]!.replace(/^'(?=[=+@-])/, ''))).toEqual(written);
		}
		const sorted = (numbers: readonly number[]) => numbers.toSorted((a, b) => a - b);
		expect(sorted(observations.flatMap(({ value }) => value ?? []))).toEqual(
			sorted(rows.flat().filter((cell) => typeof cell === 'number'))
		);
	});

test('a figure by quarter that is told by year too says so in files, as on the pages', async ({ page, request }) => {
	await page.goto('/en');
	const option = page.locator('#cijfer option', { hasText: ', by quarter' }).first();
	const [value, label] = [(await option.getAttribute('value'))!, await option.innerText()];
	for (const path of [`/en/cijfers.json?cijfer=${value}`, '/en/regio/NL/cijfers.json']) {
		const file = (await (await ask(request, path)).json()) as {
			dimension: { indicator: { category: { label: Record<string, string> } } };
		};
		expect([path, file.dimension.indicator.category.label[value]]).toEqual([path, label]);
	}
	await page.goto(`/en?cijfer=${value}`);
	const link = page.getByRole('main').locator('a[href*="/methode/vrijgave/"]').first();
	const release = (await link.getAttribute('href'))!.split('/').at(-1);
	const whole = await (await ask(request, `/en/gegevens/${release}/land.csv`)).text();
	expect(whole).toContain(`"${value}","${label}",`);
});

test('a whole release is one file for each level, every region and group in it', async ({ page, request }) => {
	await page.goto('/gegevens');
	await page.locator('#publicatie details[open]').getByRole('link').first().click();
	await expect(page).toHaveURL(/publicatie=\d+/);
	const href = (await page.getByRole('link', { name: 'Provincies (CSV)' }).getAttribute('href'))!;
	const rows = readCsv(await (await ask(request, href)).text());
	expect(new Set(rows.map((row) => row['gebied (code)'])).size).toBe(12);
	expect(new Set(rows.map((row) => row.publicatie)).size).toBe(1);
	const keyOf = (row: Record<string, string>) =>
		[row['cijfer (code)'], row['gebied (code)'], row['groep (code)']].join(' ');
	expect(new Set(rows.map(keyOf)).size).toBe(rows.length);
	// What has no number is empty in every column but those of its bounds, and what is not told at all in these too.
	for (const row of rows) {
		const [share, count, total, lower, upper] = [
			...['aandeel (%)', 'aantal', 'totaal', 'ondergrens 95% (%)', 'bovengrens 95% (%)'].map((name) => row[name] === '')
		];
		expect([count, total, lower, upper]).toEqual([share, share, ...Array(2).fill(row.betrouwbaarheid === 'X')]);
		if (share) expect(row.betrouwbaarheid).toMatch(/^[DX]$/);
	}
	expect((await ask(request, href.replace('provincie', 'straat'))).status()).toBe(404);
	expect((await ask(request, '/gegevens/999999/provincie.csv')).status()).toBe(404);
});

test('the description of the API is what the site answers', async ({ request, page }) => {
	const description = (await (await ask(request, '/openapi.json')).json()) as Description;
	expect(description.openapi).toBe('3.1.0');
	await page.goto('/gegevens');
	const file = await page.getByRole('link', { name: 'Provincies (CSV)' }).getAttribute('href');
	const id = file!.split('/')[2]!;
	const filled = { id, level: 'provincie', code: 'GM0363' } as Record<string, string>;
	for (const [path, { get }] of Object.entries(description.paths)) {
		const address = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => filled[name]!);
		const response = await ask(request, address);
		// Whether the files of a bundle were kept, and an audit published, is a release's own.
		const expected = /signature|audit/.test(path) ? [200, 404] : [200];
		expect(expected, address).toContain(response.status());
		if (response.status() !== 200) continue;
		const [type] = response.headers()['content-type']!.split(';');
		expect([address, Object.keys(get.responses['200']!.content!)]).toEqual([address, [type]]);
	}
});

interface Description {
	readonly openapi: string;
	readonly paths: Record<string, { readonly get: { readonly responses: Record<string, { content?: object }> } }>;
}

test('what is not there is not found, also as a file', async ({ request }) => {
	for (const path of ['/regio/bestaat-niet/cijfers.csv', '/cijfers.pdf', '/regio/GM0363/cijfers.exe'])
		expect([path, (await ask(request, path)).status()]).toEqual([path, 404]);
	// As on the page, a choice that is not known is left aside.
	expect((await ask(request, '/cijfers.csv?cijfer=niet.bekend&periode=1999')).status()).toBe(200);
});
