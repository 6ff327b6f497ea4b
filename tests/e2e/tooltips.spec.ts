import { expect, test } from '@playwright/test';
import type { Locator } from '@playwright/test';

/**
 * Moves the pointer to a place in a chart, as fractions of its width and height, and reads what the chart says of it. A chart that
 * comes near is drawn again at the width it has: a pointer that came a moment too early moves once more.
 */
async function says(chart: Locator, across: number, down: number, words: RegExp): Promise<void> {
	await chart.scrollIntoViewIfNeeded();
	await expect(chart.locator('svg.plot [data-label], svg.plot a[aria-label]').first()).toBeAttached();
	await expect(async () => {
		const box = await chart.locator('svg.plot').boundingBox();
		if (box === null) throw new Error('the chart is not on the screen');
		await chart.page().mouse.move(box.x + across * box.width, box.y + down * box.height);
		await expect(chart.locator('.tooltip')).toHaveText(words, { timeout: 500 });
	}).toPass({ timeout: 10_000 });
}

test('anywhere in the column of a period, a trend says the figure', async ({ page }) => {
	await page.goto('/regio/GM0363', { waitUntil: 'networkidle' });
	const trend = page.getByRole('figure', { name: /per periode/ }).first();
	const periods = await trend.locator('tbody tr > :nth-child(2)').allTextContents();
	for (const down of [0.15, 0.8]) await says(trend, 0.2, down, new RegExp(`^${periods[0]}: .+% \\(tussen`));
	await says(trend, 0.75, 0.8, new RegExp(`^${periods.at(-1)}: `));
});

test('anywhere in the row of a group, a group chart says the figure', async ({ page }) => {
	await page.goto('/regio/A1', { waitUntil: 'networkidle' });
	await page.getByText('Naar leeftijd', { exact: true }).click();
	const groups = page.getByRole('figure', { name: 'Rekening te laat betaald naar leeftijd' });
	for (const across of [0.05, 0.5, 0.95]) await says(groups, across, 0.15, /^0 tot 18: /);
});

test('anywhere on a region, a map of boundaries says the figure', async ({ page }) => {
	// The smallest of the three has some 44 households with a low income; a figure of ten is told, and the noise is below 5.
	await page.goto('/?kaart=grenzen', { waitUntil: 'networkidle' });
	const map = page.locator('.map');
	for (const shape of await map.locator('svg.plot .tile a').all()) {
		const label = (await shape.getAttribute('aria-label')) ?? '';
		expect(label).toContain('%');
		await shape.hover();
		await expect(map.locator('.tooltip')).toHaveText(label);
	}
});
