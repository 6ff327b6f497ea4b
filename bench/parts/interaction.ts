import { join } from 'node:path';
import { chromium, type Page } from 'playwright';
import { startWebServer } from '../../analytics/commands/web-server.ts';
import { loadSpecification } from '../../analytics/specification/load.ts';
import { browser, browserFlags } from '../../tools/browser.ts';
import { figure, type Figure } from '../figure.ts';
import type { Part } from '../part.ts';
import { median } from '../timer.ts';
import { codeOf, nationalRelease, nationalTree } from '../workloads/national-release.ts';
import { nationalStore } from '../workloads/national-store.ts';
import { warm } from '../workloads/warm.ts';

const EXAMPLE = join(import.meta.dirname, '..', '..', 'examples', 'netherlands.yaml');
const PERIODS = ['2021', '2022', '2023'];
const PORT = 4184;
/** Regions that the pointer goes over, and choices that are made. */
const TIMES = 40;
const CHOICES = 6;
const WITHIN = { to: 100 };

export const interaction: Part = {
	name: 'interaction',
	title: 'Hovering, selecting and filtering in a browser, at full national size',
	async *figures() {
		const specification = await loadSpecification(EXAMPLE);
		const database = await nationalStore(nationalRelease(specification, nationalTree(), PERIODS[0]!), PERIODS);
		try {
			const server = await startWebServer(database.readerUrl, PORT);
			await warm(server.url);
			const chrome = await chromium.launch({ ...browser(), args: browserFlags });
			try {
				const page = await chrome.newPage({ viewport: { width: 1400, height: 1000 } });
				yield* overview(page);
				yield* regionPage(page);
			} finally {
				await chrome.close();
				await server.stop();
			}
		} finally {
			await database.close();
		}
	}
};

async function* overview(page: Page): AsyncIterable<Figure> {
	await page.goto(`http://localhost:${PORT}/?toon=alle`, { waitUntil: 'networkidle' });
	yield hovering(
		'pointer over a region on the map, until map and list show it',
		await pointed(page, '.map svg.plot a')
	);
	yield hovering('pointer over a region in the list, until map and list show it', await pointed(page, '#lijst ~ ul a'));
	// The words above the list change too: two orders of the same regions can be the same.
	yield choosing('another order: until its list is there', await chosen(page, '#volgorde', '#lijst ~ p, #lijst ~ ul'));
}

async function* regionPage(page: Page): AsyncIterable<Figure> {
	await page.goto(`http://localhost:${PORT}/regio/${codeOf('gemeente', 7)}?naast=delen`, { waitUntil: 'networkidle' });
	await page.locator('#naast-elkaar').scrollIntoViewIfNeeded();
	// This part of the page comes alive when it comes near the screen.
	await page.locator('#naast-elkaar ~ .charts .save:not(.waiting)').first().waitFor();
	yield choosing(
		'another figure side by side: until its charts are there',
		await chosen(page, '#verken-cijfer', '#naast-elkaar ~ .charts figcaption')
	);
}

const late = (times: readonly number[]) => times.toSorted((a, b) => a - b)[Math.ceil(0.95 * times.length) - 1]!;

function hovering(what: string, times: readonly number[]): Figure {
	const note = `95th percentile of ${times.length}, from the event to the next frame; median ${median(times).toFixed(0)} ms`;
	return figure(what, late(times), 'ms', WITHIN, note);
}

function choosing(what: string, times: readonly number[]): Figure {
	const note = `slowest of ${times.length}, with the server's answer; median ${median(times).toFixed(0)} ms`;
	return figure(what, Math.max(...times), 'ms', WITHIN, note);
}

/** Moves the pointer over regions; milliseconds from each event until the browser has drawn what it changed. */
async function pointed(page: Page, selector: string): Promise<number[]> {
	await page.evaluate(() => {
		const times: number[] = [];
		Object.assign(window, { times });
		document.addEventListener(
			'pointerover',
			(event) => requestAnimationFrame(() => times.push(performance.now() - event.timeStamp)),
			{ capture: true }
		);
	});
	const links = await page.locator(selector).all();
	for (const link of links.slice(0, TIMES)) {
		await link.hover();
		if ((await page.locator('a.linked').count()) === 0) throw new Error(`${selector} marks nothing on the page.`);
	}
	return page.evaluate(() => (window as unknown as { times: number[] }).times);
}

/** Makes choices in a list; milliseconds from each until the parts of the page that show it say something else. */
async function chosen(page: Page, list: string, shown: string): Promise<number[]> {
	const values = await page
		.locator(`${list} option`)
		.evaluateAll((all) => all.map((one) => (one as HTMLOptionElement).value));
	const times: number[] = [];
	for (let i = 1; i <= CHOICES; i++)
		times.push(
			await page.evaluate(
				({ list, shown, value }) =>
					new Promise<number>((resolve, reject) => {
						setTimeout(() => reject(new Error(`${list} changes nothing on the page.`)), 10_000);
						const field = document.querySelector<HTMLSelectElement>(list)!;
						const said = () => [...document.querySelectorAll(shown)].map((part) => part.textContent).join();
						const before = said();
						// A chart of the choice before may still be coming alive: that says nothing else.
						const observer = new MutationObserver(() => {
							if (said() === before) return;
							observer.disconnect();
							requestAnimationFrame(() => resolve(performance.now() - from));
						});
						observer.observe(document.querySelector('main')!, { childList: true, subtree: true, characterData: true });
						field.value = value;
						const from = performance.now();
						field.dispatchEvent(new Event('change', { bubbles: true }));
					}),
				{ list, shown, value: values[i % values.length]! }
			)
		);
	return times;
}
