import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { serve, voorzicht } from './command.ts';

const PORT = 4179;
const at = (path: string) => `http://127.0.0.1:${PORT}${path}`;
let data: string;
let database: string;
let stop: (() => Promise<void>) | undefined;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
	data = mkdtempSync(join(tmpdir(), 'voorzicht-down-'));
	// The embedded database may run as another user.
	chmodSync(data, 0o755);
	database = `embedded:${join(data, 'postgres')}`;
	stop = await serve(database, PORT, { ADDRESS_HEADER: 'x-visitor' });
});

test.afterAll(async () => {
	await stop?.();
	rmSync(data, { recursive: true, force: true });
});

const visitor = { 'x-visitor': '192.0.2.1' };

test('with nothing published yet, pages say so', async ({ request }) => {
	for (const path of ['/', '/en', '/signalen', '/vergelijken', '/prioriteren', '/levensgebeurtenissen', '/valideren'])
		expect((await request.get(at(path), { headers: visitor })).status(), path).toBe(200);
	expect(await (await request.get(at('/'))).text()).toContain('Nog geen cijfers');
	expect((await request.get(at('/regio/GM0363'), { headers: visitor })).status()).toBe(404);
	expect(await (await request.get(at('/zoek?q=ams'), { headers: visitor })).text()).toContain('Niets gevonden');
});

test('what is published comes on pages that were kept, within seconds', async ({ request }) => {
	test.setTimeout(120_000);
	const rows = Array.from({ length: 500 }, (_, i) => `${i % 90},${i % 4 === 0 ? 'yes' : 'no'}`);
	writeFileSync(join(data, 'eilanden-personen.csv'), `leeftijd,te_laat\n${rows.join('\n')}\n`);
	const spec = join(import.meta.dirname, '..', 'fixtures', 'zonder-gebied.yaml');
	const bundle = join(data, 'bundle');
	await voorzicht('measure', spec, '--microdata', data, '--ledger', database, '--out', bundle);
	await voorzicht('publish', bundle, '--database', database);
	await expect
		.poll(async () => (await request.get(at('/'), { headers: visitor })).text(), { timeout: 20_000 })
		// The name of the indicator, whatever its figure.
		.toContain('Te laat betaald, iedereen');
});

test('a network that asks too much is told when to come back, and others are not', async ({ request }) => {
	const ask = (from: string) => request.get(at('/zoek/voorstellen.json?q=ab'), { headers: { 'x-visitor': from } });
	let refused = await ask('192.0.2.9');
	for (let i = 0; i < 700 && refused.ok(); i++) refused = await ask('192.0.2.9');
	expect(refused.status()).toBe(429);
	const seconds = Number(refused.headers()['retry-after']);
	expect(seconds).toBeGreaterThan(0);
	expect(seconds).toBeLessThanOrEqual(60);
	expect(await refused.text()).toContain('te veel vragen');
	expect((await ask('192.0.2.10')).status()).toBe(200);
});

test('pages that were asked for stay up when the database stops, and say of when they are', async ({
	page,
	request
}) => {
	test.setTimeout(60_000);
	await page.setExtraHTTPHeaders(visitor);
	for (const path of ['/', '/en', '/methode']) await request.get(at(path), { headers: visitor });
	await page.goto(at('/methode'));
	await expect(page.locator('[data-stale]')).toBeHidden();
	const pid = Number(readFileSync(join(data, 'postgres', 'data', 'postmaster.pid'), 'utf8').split('\n')[0]);
	process.kill(pid, 'SIGINT');
	// A connection that waited for long may be closed just when it is used again.
	await expect
		.poll(async () => (await request.get(at('/healthz'), { maxRetries: 2 })).status(), { timeout: 20_000 })
		.toBe(503);
	const cacheStatus = async () => (await request.get(at('/'), { headers: visitor })).headers()['cache-status'] ?? '';
	await expect.poll(cacheStatus, { timeout: 20_000 }).toMatch(/^voorzicht; hit; ttl=-\d+$/);

	await page.goto(at('/'));
	await expect(page.locator('[data-stale]')).toBeVisible();
	await expect(page.locator('[data-stale]')).toContainText('database is even niet bereikbaar');
	await expect(page.locator('[data-stale] time')).toHaveAttribute('datetime', /^20/);
	await page.goto(at('/en'));
	await expect(page.locator('[data-stale]')).toContainText('database cannot be reached');
	// A step within the page asks for data only, which has no label: the browser then fetches the labelled page.
	await page.getByRole('link', { name: 'Nederlands' }).click();
	await expect(page.locator('html')).toHaveAttribute('lang', 'nl');
	await expect(page.locator('[data-stale]')).toBeVisible();

	const never = await request.get(at('/?volgorde=naam'), { headers: visitor });
	expect(never.status()).toBe(503);
	expect(await never.text()).toContain('De cijfers zijn even niet bereikbaar');
	expect(await never.text()).not.toMatch(/ECONN|postgres|node:/);
});
