import { expect, test } from '@playwright/test';
import { definitions } from '../../analytics/contract/catalogue.ts';

test('the method page leads to every definition, with its version, source and what it is not for', async ({ page }) => {
	await page.goto('/methode');
	await page.getByRole('link', { name: 'Bekijk alle definities' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Definities');
	for (const { id, label, notFor } of [...definitions.indicators, ...definitions.events]) {
		const card = page.locator(`article[id="${id}"]`);
		await expect(card.getByRole('heading')).toContainText(label.nl);
		await expect(card).toContainText(notFor.nl);
		await expect(card.getByText('Bron', { exact: true })).toBeVisible();
	}
	for (const { label, reason } of definitions.notMeasurable)
		await expect(page.locator('article', { hasText: label.nl })).toContainText(reason.nl);
	const card = page.locator('article[id="low-income"]');
	await expect(card.getByRole('rowheader', { name: '2020' })).toBeVisible();
	await expect(card.getByRole('cell', { name: '13.200' })).toBeVisible();
});

test('definitions are read in one language', async ({ page }) => {
	const sent = await (await page.request.get('/en/methode/definities')).text();
	const [first] = definitions.indicators;
	expect(sent).toContain(first!.exclusions.en.slice(0, 60));
	expect(sent).not.toContain(first!.exclusions.nl.slice(0, 60));
});
