import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { choose, enter, fillIn, tabTo, take } from './keyboard.ts';
import { originOf, watch } from './pages.ts';

// What each kind of user comes for, from the first page to what they take home, with the keyboard alone. How a page behaves in
// every case is tested with that page; what is asked here holds whatever noise draws:
// - Amsterdam has some 2,700 households among 100,000 persons, 160 of which have a low income; a count carries noise with a
//   standard error of 5. Its share is told, in every run.
// - On Stormvloed twice as many come into arrears, which is twenty times the noise: the chance that it is no rise stays below one
//   in a thousand million.
// - Nothing here says what a share, a letter or a place on a list is.

const amsterdam = '/regio/GM0363';
const menu = (page: Page, name: string) =>
	page.getByRole('navigation', { name: 'Hoofdmenu' }).getByRole('link', { name });
const heading = (page: Page) => page.getByRole('heading', { level: 1 });

/** A step to another page is done when the page has its heading, and its scripts. */
async function arrive(page: Page, title: string | RegExp): Promise<void> {
	await expect(heading(page)).toHaveText(title);
	await page.waitForLoadState('networkidle');
}

test.describe('a policy officer, by keyboard alone,', () => {
	test('finds her municipality by its old name and reads how sure its figures are', async ({ page }) => {
		const faults = watch(page, originOf());
		await page.goto('/', { waitUntil: 'networkidle' });
		await tabTo(page, page.getByRole('search').getByRole('combobox'));
		await page.keyboard.type('weesp');
		const suggested = page.getByRole('option', { name: 'Weesp, nu: Amsterdam' });
		await expect(suggested).toBeVisible();
		await page.keyboard.press('ArrowDown');
		await expect(suggested).toHaveAttribute('aria-selected', 'true');
		await page.keyboard.press('Enter');
		await arrive(page, 'Amsterdam');
		await expect(page).toHaveURL(new RegExp(`${amsterdam}$`));

		await enter(page, page.getByRole('link', { name: 'Ga naar de inhoud' }));
		const glance = page.getByRole('region', { name: 'De cijfers op een rij' });
		await enter(page, glance.getByRole('link', { name: 'Laag inkomen', exact: true }));
		const section = page.getByRole('region', { name: /^Laag inkomen/ }).first();
		await expect(section.getByRole('heading', { level: 2 })).toBeInViewport();
		await expect(section.getByText(/tussen \d+(,\d+)?% en \d+(,\d+)?% \(95%-interval\)/)).toBeVisible();
		await expect(section.locator('.figure abbr')).toHaveText(/^[A-D], /);
		await enter(page, section.getByText('Hoe zeker is dit cijfer?'));
		await expect(section.locator('details[open] svg .value circle')).toHaveCount(20);
		await expect(section.getByRole('paragraph').filter({ hasText: /van de 20 stippen/ })).toBeVisible();
		expect(faults).toEqual([]);
	});

	test('opens a region from the map with the arrow keys', async ({ page }) => {
		await page.goto('/', { waitUntil: 'networkidle' });
		const tiles = page.locator('.map svg.plot a');
		await tabTo(page, page.locator('.map svg.plot a[tabindex="0"]'));
		const focused = page.locator('.map svg.plot a:focus');
		const first = await focused.getAttribute('href');
		await page.keyboard.press('ArrowDown');
		await page.keyboard.press('ArrowRight');
		const address = await focused.getAttribute('href');
		expect(address).not.toBe(first);
		expect(await tiles.count()).toBeGreaterThan(300);
		await page.keyboard.press('Enter');
		await expect(page).toHaveURL(new RegExp(`${address}$`));
	});

	test('sees what rises, how sure that is and where it began', async ({ page }) => {
		await page.goto('/', { waitUntil: 'networkidle' });
		await enter(page, menu(page, 'Signalen'));
		await arrive(page, 'Wat stijgt er?');
		await choose(page, page.getByLabel('Cijfer', { exact: true }), 'Nieuwe achterstand');
		await expect(page).toHaveURL(/cijfer=kwartalen\.nieuwe-achterstand/);
		const link = page.getByRole('link', { name: 'Stormvloed', exact: true });
		const signal = page.getByRole('article').filter({ has: link });
		await expect(signal).toContainText('meer dan 19 van de 20 echt');
		await expect(signal).toContainText(/95% zeker: \d+% tot \d+%/);
		await enter(page, signal.getByRole('link', { name: 'Stormvloed', exact: true }));
		await arrive(page, 'Stormvloed');
		await expect(
			page.getByRole('region', { name: 'Bewaking' }).getByText(/Signaal sinds het \w+ kwartaal van 20\d\d/)
		).toBeVisible();
	});

	test('finds whom it concerns: groups, and who went through a life event', async ({ page }) => {
		await page.goto(amsterdam, { waitUntil: 'networkidle' });
		const table = page.getByRole('region', { name: 'Aandeel per groep en cijfer in Amsterdam' });
		await tabTo(page, table);
		await expect(table.getByRole('row', { name: /^Iedereen \d/ })).toBeVisible();
		await expect(table.getByRole('row', { name: /^Eenoudergezin/ })).toBeVisible();
		await page.goto('/', { waitUntil: 'networkidle' });
		await enter(page, menu(page, 'Levensgebeurtenissen'));
		await arrive(page, 'Levensgebeurtenissen');
		await choose(page, page.getByLabel('Gebeurtenis', { exact: true }), 'Uit elkaar');
		await expect(page).toHaveURL(/gebeurtenis=separation/);
		await expect(page.getByRole('heading', { name: /^Wat kan helpen: Uit elkaar/ })).toBeVisible();
	});

	test('compares with a municipality like hers', async ({ page }) => {
		await page.goto('/', { waitUntil: 'networkidle' });
		await enter(page, menu(page, 'Vergelijken'));
		await arrive(page, 'Vergelijken');
		await fillIn(page, page.getByLabel('Zoek een gebied om toe te voegen'), 'amsterdam');
		await page.keyboard.press('Enter');
		await expect(page.getByRole('main').getByRole('status')).toContainText('Gevonden voor “amsterdam”');
		await enter(page, page.getByRole('main').getByRole('link', { name: 'Amsterdam', exact: true }).first());
		const similar = page.getByRole('region', { name: 'Gemeenten die lijken op Amsterdam' });
		await expect(similar.getByRole('listitem').first()).toContainText(/inwoners/);
		await enter(page, similar.getByRole('link', { name: /^Voeg Rotterdam toe$/ }));
		await expect(page).toHaveURL(/gebied=GM0363&gebied=GM0599/);
		const differences = page.getByRole('region', { name: 'Verschil met Amsterdam' });
		const rotterdam = differences.getByRole('row', { name: /^Rotterdam/ });
		// A verdict, whichever it is.
		await expect(rotterdam).toContainText(/[Zz]eer waarschijnlijk|[Ww]aarschijnlijk|[Gg]een verschil/);
	});

	test('takes home the council brief, on paper and as a file, and the figures', async ({ page }) => {
		await page.goto(amsterdam, { waitUntil: 'networkidle' });
		await enter(page, page.getByRole('link', { name: /^Raadsbrief: twee/ }));
		await arrive(page, 'Raadsbrief Amsterdam');
		await enter(page, page.getByRole('link', { name: 'Alle cijfers van Amsterdam' }));
		await arrive(page, 'Amsterdam');
		await tabTo(page, page.getByRole('link', { name: 'Raadsbrief als pdf' }));
		// A browser may show the file or save it: that it is asked for and comes is what counts.
		const [response] = await Promise.all([
			page.waitForResponse((one) => one.url().endsWith('/brief.pdf')),
			page.keyboard.press('Enter')
		]);
		expect(response.status()).toBe(200);
		await page.goto(amsterdam, { waitUntil: 'networkidle' });
		await enter(page, page.getByRole('main').getByRole('link', { name: 'Neem deze cijfers mee' }));
		const links = page.getByRole('region', { name: 'Neem deze cijfers mee' });
		const csv = await take(page, links.getByRole('link', { name: 'CSV', exact: true }));
		expect(csv.name).toMatch(/\.csv$/);
		expect(csv.text).toMatch(/"GM0363";"Amsterdam"/);
	});
});

test.describe('a debt-relief team, by keyboard alone,', () => {
	test('fills in its capacity, gets a plan, divides it fairly or not, and takes it along', async ({ page }) => {
		await page.goto('/', { waitUntil: 'networkidle' });
		await enter(page, menu(page, 'Prioriteren'));
		await arrive(page, 'Prioriteren');
		await fillIn(page, page.getByLabel('Uren die u hebt'), '400');
		await page.keyboard.press('Enter');
		await expect(page).toHaveURL(/uren=400/);
		await arrive(page, 'Prioriteren');
		await expect(page.getByText(/^tussen \d+ en \d+ \(95%-interval\)$/)).toBeVisible();
		const plan = page.getByRole('table', { name: 'Het plan' });
		expect(await plan.getByRole('row').count()).toBeGreaterThan(2);
		await choose(page, page.getByLabel('Eerlijk verdelen over groepen'), 'Nee');
		await enter(page, page.getByRole('button', { name: 'Maak het plan' }));
		await expect(page).toHaveURL(/uren=400.*eerlijk=nee/);
		await arrive(page, 'Prioriteren');
		await expect(page.getByRole('table', { name: 'Krijgt elke groep zijn deel?' })).toBeVisible();
		// What fairness costs depends on the figures; that it is said beside the reach does not.
		await expect(page.getByRole('region', { name: 'Zoveel bereikt u' })).toContainText(
			/U verdeelt nu niet eerlijk|kost hier bijna niets/
		);
		const lines = (await plan.getByRole('row').count()) - 2;
		const file = await take(page, page.locator('#meenemen ~ ul').getByRole('link', { name: 'CSV', exact: true }));
		expect(file.text.match(/^"plan";/gm)).toHaveLength(lines);
	});

	test('plans for who went through a life event', async ({ page }) => {
		await page.goto('/prioriteren', { waitUntil: 'networkidle' });
		const figure = page.getByLabel('Cijfer', { exact: true });
		await tabTo(page, figure);
		// The same figure stands under two publications; only the one of life events has those as groups.
		await page.keyboard.press('End');
		await expect(figure).toHaveValue(/^levensgebeurtenissen-nederland\./);
		await enter(page, page.getByRole('button', { name: 'Maak het plan' }));
		await expect(page).toHaveURL(/cijfer=levensgebeurtenissen-nederland/);
		await arrive(page, 'Prioriteren');
		// Some events are told in every run: the count after a fall of income alone is some six times its noise.
		await choose(page, page.getByLabel('Indeling in groepen'), 'Alle levensgebeurtenissen');
		await enter(page, page.getByRole('button', { name: 'Maak het plan' }));
		await expect(page).toHaveURL(/groep=gebeurtenissen/);
		await arrive(page, 'Prioriteren');
		await expect(page.getByText('Wie twee dingen meemaakte, zit in twee groepen.')).toBeVisible();
	});
});

test.describe('a researcher, by keyboard alone,', () => {
	test('reads definitions, the audit and the card of an indicator', async ({ page }) => {
		await page.goto('/', { waitUntil: 'networkidle' });
		await enter(page, menu(page, 'Methode'));
		await arrive(page, 'Methode en verantwoording');
		await enter(page, page.getByRole('link', { name: 'Bekijk alle definities' }));
		await arrive(page, 'Definities');
		await expect(page.locator('#low-income').getByRole('rowheader', { name: '2020' })).toBeVisible();
		const path = page.getByRole('navigation', { name: 'Kruimelpad' });
		await enter(page, path.getByRole('link', { name: 'Methode en verantwoording' }));
		await arrive(page, 'Methode en verantwoording');
		await enter(page, page.getByRole('link', { name: 'Bekijk wat er is getest en wat eruit kwam' }));
		await arrive(page, /./);
		await expect(page).toHaveURL(/\/methode\/audit$/);
		await enter(page, menu(page, 'Valideren'));
		await arrive(page, 'Hoe goed zijn de waarschuwingen?');
		await choose(page, page.getByLabel('Cijfer', { exact: true }), 'Nieuwe achterstand');
		await expect(page).toHaveURL(/cijfer=kwartalen\.nieuwe-achterstand/);
		await expect(page.getByRole('heading', { level: 2, name: 'Nieuwe achterstand' })).toBeVisible();
		await expect(page.getByRole('table', { name: 'Wat we zien, per soort gebied' })).toBeVisible();
	});

	test('takes a whole release with its manifest', async ({ page }) => {
		await page.goto('/', { waitUntil: 'networkidle' });
		await enter(page, menu(page, 'Gegevens'));
		await arrive(page, 'Gegevens');
		await enter(page, page.getByText(/^Achterstanden op de eilanden/).first());
		await enter(page, page.getByRole('link', { name: '4e kwartaal 2024', exact: true }).last());
		await arrive(page, 'Gegevens');
		await expect(page.getByRole('heading', { level: 3, name: /^Achterstanden op de eilanden/ })).toBeVisible();
		const whole = await take(page, page.getByRole('link', { name: /^gemeenten \(CSV\)$/i }));
		// A line of names, and one for each of 25 islands, told or not.
		expect(whole.text.trimEnd().split('\r\n')).toHaveLength(26);
		await enter(page, page.getByRole('link', { name: 'Manifest, handtekening en oude versies' }));
		await arrive(page, /^Achterstanden op de eilanden/);
		const manifest = await take(page, page.locator('a[href$="/manifest.json"]'));
		expect(JSON.parse(manifest.text)).toMatchObject({ id: 'kwartalen' });
	});
});

test('the next page stands at its top at once: the keyboard is not carried away from where it goes', async ({
	page
}) => {
	await page.setViewportSize({ width: 1280, height: 400 });
	await page.goto('/', { waitUntil: 'networkidle' });
	await tabTo(page, page.getByRole('contentinfo').getByRole('link', { name: 'Zo werkt dat' }));
	expect(await page.evaluate(() => window.scrollY)).toBeGreaterThan(1000);
	const places = await page.evaluate(async () => {
		const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
		const title = document.title;
		(document.activeElement as HTMLElement).click();
		while (document.title === title) await frame();
		await frame();
		const seen: number[] = [];
		for (let i = 0; i < 20; i++) {
			await frame();
			seen.push(window.scrollY);
		}
		return seen;
	});
	expect(places.slice(1)).toEqual(places.slice(1).map(() => 0));
});

test.describe('a citizen, by keyboard alone,', () => {
	test('finds out what the figures know of her, and tries to guess it herself', async ({ page }) => {
		await page.goto('/', { waitUntil: 'networkidle' });
		await enter(page, page.getByRole('contentinfo').getByRole('link', { name: 'Zo werkt dat' }));
		await arrive(page, 'Wat weten deze cijfers van u?');
		// The street comes for who reads on to it.
		await enter(page, page.getByRole('link', { name: 'Ga naar de inhoud' }));
		while (!(await page.getByRole('button', { name: 'Ja, het telt mee' }).isVisible())) {
			await page.keyboard.press('PageDown');
			await page.waitForTimeout(200);
		}
		await enter(page, page.getByRole('button', { name: 'Ja, het telt mee' }));
		await expect(page.getByText(/Het huishouden telde (niet )?mee\. U raadde er [01] van de 1 goed\.$/)).toBeVisible();
		await enter(page, page.getByText('Toon als tabel').first());
		await expect(page.getByRole('columnheader', { name: 'u telt mee' })).toBeVisible();
		await enter(page, page.getByRole('link', { name: 'Wat er is getest' }));
		await expect(page).toHaveURL(/\/methode\/audit$/);
	});
});
