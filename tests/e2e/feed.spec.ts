import { expect, test } from '@playwright/test';
import { readAtom } from '../atom.ts';
import { signals } from './following.ts';
import { ask } from './pages.ts';

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
