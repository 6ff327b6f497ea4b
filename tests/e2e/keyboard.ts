import { readFile } from 'node:fs/promises';
import { expect } from '@playwright/test';
import type { Download, Locator, Page } from '@playwright/test';

/** More than any page has to stop at before what a reader looks for. */
const MOST_STOPS = 250;

/**
 * Presses the tab key until the element has the focus, as who has no mouse does. It must then be in sight, with an outline that
 * says where one is; a region of a map or chart is marked by its edge instead.
 */
export async function tabTo(page: Page, target: Locator): Promise<void> {
	await expect(target).toBeVisible();
	for (let stops = 0; stops < MOST_STOPS; stops++) {
		await page.keyboard.press('Tab');
		if (!(await target.evaluate((element) => element === document.activeElement))) continue;
		await expect(target).toBeInViewport();
		expect(await target.evaluate(isMarked), `${String(target)} has an outline`).toBe(true);
		return;
	}
	throw new Error(`${MOST_STOPS} presses of the tab key do not reach ${String(target)}.`);
}

function isMarked(element: Element): boolean {
	const { outlineStyle, outlineWidth } = getComputedStyle(element);
	return element instanceof SVGElement || (outlineStyle !== 'none' && outlineWidth !== '0px');
}

/** Goes to a link, button or heading of details, and presses Enter. */
export async function enter(page: Page, target: Locator): Promise<void> {
	await tabTo(page, target);
	await page.keyboard.press('Enter');
}

/** Goes to a field and types in the place of what it holds. */
export async function fillIn(page: Page, field: Locator, text: string): Promise<void> {
	await tabTo(page, field);
	await page.keyboard.press('ControlOrMeta+A');
	await page.keyboard.type(text);
	await expect(field).toHaveValue(text);
}

/** Goes to a list of choices and types the beginning of one. */
export async function choose(page: Page, list: Locator, name: string): Promise<void> {
	await tabTo(page, list);
	await page.keyboard.type(name);
	await expect(list.locator('option:checked')).toHaveText(new RegExp(`^\\s*${name}`));
}

/** Goes to a link to a file, presses Enter, and reads what comes. */
export async function take(page: Page, link: Locator): Promise<{ name: string; text: string }> {
	await tabTo(page, link);
	const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
	return { name: download.suggestedFilename(), text: await textOf(download) };
}

const textOf = async (download: Download) => readFile(await download.path(), 'utf8');
