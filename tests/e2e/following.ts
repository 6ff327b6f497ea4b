import { readFile } from 'node:fs/promises';
import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';

// What tests of the follow-up of signals share.

// Twice as many came into arrears on Stormvloed, twenty times the noise: its signal is open whatever noise draws. Nothing here
// depends on which other signals there are.
export const signals = '/signalen?cijfer=kwartalen.nieuwe-achterstand';
export const KEY = 'voorzicht.follow-up.v1';

export const stormvloed = (page: Page) =>
	page
		.getByRole('article')
		.filter({ has: page.getByRole('link', { name: 'Stormvloed', exact: true, includeHidden: true }) });
export const button = (page: Page, name: string) => stormvloed(page).getByRole('button', { name });
export const bar = (page: Page) => page.getByRole('region', { name: /^(Wat doet u ermee|What do you do about it)/ });
/** What is said aloud. */
export const said = (page: Page) => bar(page).locator(':scope > [role=status]');

export async function open(page: Page, path = signals): Promise<void> {
	await page.goto(path);
	await expect(bar(page)).toBeVisible();
}

export const entry = (more: object = {}) => ({
	...{ figure: 'kwartalen.nieuwe-achterstand', group: '', region: 'K07', since: '2024Q1' },
	...{ name: 'Stormvloed, Nieuwe achterstand', state: 'seen', who: '', reason: '', note: '' },
	...{ at: '2026-01-02T03:04:05.000Z', ...more }
});
export const fileOf = (entries: readonly object[], more: object = {}) => ({
	name: 'opvolging.json',
	mimeType: 'application/json',
	buffer: Buffer.from(JSON.stringify({ format: 'voorzicht-follow-up', version: 1, entries, ...more }))
});

export async function bring(page: Page, file: { name: string; mimeType: string; buffer: Buffer }): Promise<void> {
	if (!(await page.getByLabel('Lees een bestand').isVisible())) await page.getByText('Bewaren en delen').click();
	await page.getByLabel('Lees een bestand').setInputFiles(file);
}

export async function save(page: Page, name: string): Promise<string> {
	await page.getByText('Bewaren en delen').click();
	const [download] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('button', { name, exact: true }).click()
	]);
	return readFile(await download.path(), 'utf8');
}
