import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import type { APIRequestContext, Page } from '@playwright/test';

/** The pages that every check walks; the region is the root's page, found by following a link. */
export const fixedPages = [
	'/',
	'/signalen',
	'/gegevens',
	'/levensgebeurtenissen',
	'/methode',
	'/methode/audit',
	'/methode/definities',
	'/methode/register',
	'/methode/woorden',
	'/prioriteren',
	'/privacy',
	'/toegankelijkheid',
	'/valideren',
	'/vergelijken?gebied=GM0363&gebied=GM0599',
	'/zoek?q=a',
	'/regio/GM0363/brief',
	'/regio/GM0363?vergelijk=GM0599&naast=lijkt',
	'/regio/bestaat-niet',
	'/bestaat-niet'
] as const;

export const inLanguage = (lang: 'nl' | 'en', path: string) =>
	lang === 'nl' ? path : path === '/' ? '/en' : `/en${path}`;

/** Opens the first region of the ranked list and returns its name. */
export async function openFirstRegion(page: Page): Promise<string> {
	const link = page.locator('#lijst ~ ul a').first();
	const name = (await link.textContent())?.trim() ?? '';
	await link.click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
	return name;
}

/** Collects what must not happen on any page: script errors, refusals by the security policy, requests to others. */
export function watch(page: Page, origin: string): string[] {
	const faults: string[] = [];
	page.on('pageerror', (error) => faults.push(`script error: ${error.message}`));
	page.on('console', (message) => {
		// The browser itself reports an error page's own status as a failed resource.
		const status =
			message.location().url === page.url() && message.text().includes('the server responded with a status of');
		if (message.type() === 'error' && !status) faults.push(`console: ${message.text()}`);
	});
	page.on('request', (request) => {
		const { protocol, origin: to } = new URL(request.url());
		if (protocol !== 'data:' && to !== origin) faults.push(`request to ${to}`);
	});
	return faults;
}

/** Origin of the server under test, from the configuration. */
export function originOf(): string {
	return new URL(test.info().project.use.baseURL ?? 'http://localhost').origin;
}

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** No rule of accessibility is broken on the page as it is now. */
export async function clean(page: Page): Promise<void> {
	const { violations } = await new AxeBuilder({ page }).withTags(rules).analyze();
	expect(violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target.join(' ')).join(', ')}`)).toEqual([]);
}

/** Nothing is wider than the narrowest phone. */
export async function fitsPhone(page: Page, path: string): Promise<void> {
	await page.setViewportSize({ width: 320, height: 800 });
	await page.goto(path);
	const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
	expect(over, path).toBeLessThanOrEqual(0);
}

/**
 * An answer to a visitor who waits when told to: all tests come from one address, and share what one address may download in a
 * minute.
 */
export async function ask(request: APIRequestContext, path: string, method: 'GET' | 'HEAD' = 'GET') {
	for (;;) {
		const response = await request.fetch(path, { method });
		if (response.status() !== 429) return response;
		const seconds = Number(response.headers()['retry-after'] ?? 1);
		await new Promise((resolve) => setTimeout(resolve, seconds * 1_000));
	}
}
