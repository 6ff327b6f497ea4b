import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { auditReport } from '../fixtures/audit-report.ts';
import type { AuditReport } from '../../analytics/contract/audit.ts';
import { serve, voorzicht } from './command.ts';
import { clean, fitsPhone, inLanguage, watch } from './pages.ts';

// A dashboard of its own, because a report that is published once stays: first none, then one that passed, then one that failed.
test.describe.configure({ mode: 'serial' });

const PORT = 4179;
const origin = `http://127.0.0.1:${PORT}`;
test.use({ baseURL: origin });

let data: string;
let database: string;
let stop: () => Promise<void>;

test.beforeAll(async () => {
	data = mkdtempSync(join(tmpdir(), 'voorzicht-audit-'));
	chmodSync(data, 0o755);
	database = `embedded:${join(data, 'postgres')}`;
	stop = await serve(database, PORT);
});
test.afterAll(async () => {
	await stop();
	rmSync(data, { recursive: true, force: true });
});

async function publish(report: AuditReport): Promise<void> {
	const file = join(data, 'audit.json');
	writeFileSync(file, JSON.stringify(report));
	await voorzicht('publish-audit', file, '--database', database);
}

const broken = { nl: 'niet boven de prijs, zelfde volgorde', en: 'within-price, same-order' };
const none = { nl: 'Hier is nog geen audit gepubliceerd.', en: 'No audit has been published here yet.' };
const good = { nl: 'De audit is geslaagd', en: 'The audit passed' };
const bad = { nl: 'Let op: de audit is niet geslaagd', en: 'Take care: the audit did not pass' };

for (const lang of ['nl', 'en'] as const)
	test(`without an audit the page says so, and how to publish one, in ${lang}`, async ({ page }) => {
		await page.goto(inLanguage(lang, '/methode'));
		await page.locator('#audit a').click();
		await expect(page).toHaveURL(inLanguage(lang, '/methode/audit'));
		await expect(page.getByText(none[lang])).toBeVisible();
		await expect(page.getByText('npx voorzicht publish-audit')).toBeVisible();
		await expect(page.getByRole('table')).toHaveCount(0);
	});

/** Opens the page until it tells the outcome: the server asks at most once a second whether something was published. */
async function see(page: Page, outcome: string): Promise<void> {
	await expect(async () => {
		await page.goto('/methode/audit');
		await expect(page.getByRole('heading', { level: 2 }).first()).toHaveText(outcome, { timeout: 500 });
	}).toPass({ timeout: 10_000 });
}

test('a published audit is there within seconds', async ({ page, request }) => {
	expect((await request.get('/methode/audit.json')).status()).toBe(404);
	const report = auditReport('2020-03-04T05:06:07Z');
	await publish(report);
	await see(page, good.nl);
	for (const fact of ['4 maart 2020', 'voorzicht versie 0.1.0', '400.000 trekkingen van ruis, 1.000 paren'])
		await expect(page.getByText(fact)).toBeVisible();
	const rows = (caption: string) => page.getByRole('table', { name: caption }).locator('tbody tr');
	const cells = (caption: string) => rows(caption).first().locator('th, td').allTextContents();
	expect((await cells('De belofte en wat de trekkingen aantonen')).map((text) => text.trim())).toEqual([
		...['netherlands', 'geslaagd', '1,25', '1,13 (90%)', '0,43', '0,0625', '57', '5', '400.000']
	]);
	expect((await cells('Publicaties met en zonder één huishouden')).map((text) => text.trim())).toEqual([
		...['netherlands', 'geslaagd', '100%', 'geen', '1.000', '100']
	]);
	expect((await cells('Alle wegen door de stappen')).map((text) => text.trim())).toEqual([
		...['normale ruis in stappen, één ronde', 'geslaagd', '12.345']
	]);
	await expect(page.getByText('Deze audit zag er 2 van de 2.')).toBeVisible();
	await expect(page.getByText('npx voorzicht audit --quick --seed 12345')).toBeVisible();
	await expect(rows('Fouten die expres zijn ingebouwd')).toHaveCount(2);
	const [download] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('link', { name: 'JSON' }).click()
	]);
	expect(JSON.parse(readFileSync(await download.path(), 'utf8'))).toEqual(report);
});

for (const lang of ['nl', 'en'] as const)
	test(`the page of an audit is accessible and keeps to itself, in ${lang}`, async ({ page }) => {
		const faults = watch(page, origin);
		await page.goto(inLanguage(lang, '/methode/audit'), { waitUntil: 'networkidle' });
		await expect(page.getByRole('heading', { name: good[lang] })).toBeVisible();
		await clean(page);
		expect(faults).toEqual([]);
		await fitsPhone(page, inLanguage(lang, '/methode/audit'));
	});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });
	test('the audit reads the same', async ({ page }) => {
		await page.goto('/methode/audit');
		await expect(page.getByRole('heading', { name: good.nl })).toBeVisible();
		await expect(page.getByRole('table')).toHaveCount(4);
	});
});

test.describe('in the dark', () => {
	test.use({ colorScheme: 'dark' });
	test('an audit that failed says so first, and where', async ({ page }) => {
		const [replay] = auditReport('').replay;
		await publish(
			auditReport('2020-04-01T00:00:00Z', {
				passed: false,
				replay: [{ ...replay!, largestCost: 1.00001, violations: ['within-price', 'same-order'], passed: false }],
				faults: [{ name: 'one household counted twice', kind: 'release', seen: false }],
				enumeration: []
			})
		);
		await see(page, bad.nl);
		for (const lang of ['nl', 'en'] as const) {
			await page.goto(inLanguage(lang, '/methode/audit'), { waitUntil: 'networkidle' });
			await expect(page.getByRole('heading', { level: 2 }).first()).toHaveText(bad[lang]);
			await expect(page.getByText(good[lang])).toHaveCount(0);
			await expect(page.getByRole('cell', { name: broken[lang], exact: true })).toBeVisible();
			await clean(page);
		}
		// More than the price never reads as the price.
		await expect(page.getByRole('cell', { name: '100.01%' })).toBeVisible();
		await expect(page.getByText('This audit saw 0 of the 1.')).toBeVisible();
		await expect(page.getByText('This part does not belong to this audit.')).toBeVisible();
	});
});

test('the command, the store and the page agree on a real audit', async ({ page }) => {
	test.setTimeout(300_000);
	const file = join(data, 'real.json');
	// Ends well only when the audit passed.
	await voorzicht('audit', join(import.meta.dirname, '..', 'fixtures', 'eilanden.yaml'), '--quick', '--out', file);
	await voorzicht('publish-audit', file, '--database', database);
	const report = JSON.parse(readFileSync(file, 'utf8')) as AuditReport;
	await page.goto('/methode/audit', { waitUntil: 'networkidle' });
	await expect(page.getByRole('heading', { name: good.nl })).toBeVisible();
	for (const rows of [report.sampler, report.replay, report.enumeration, report.faults])
		expect(rows.length).toBeGreaterThan(0);
	const rows = [...report.sampler, ...report.replay, ...report.enumeration, ...report.faults];
	await expect(page.locator('tbody tr')).toHaveCount(rows.length);
	await expect(page.locator('tbody').getByText(/NaN|undefined|Infinity/)).toHaveCount(0);
	await clean(page);
});
