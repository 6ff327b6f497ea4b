import { expect, test } from '@playwright/test';
import { clean, fitsPhone } from './pages.ts';

// Noise decides which groups after an event the small invented Netherlands tells, and whether it tells any. So each test holds in
// both cases: what is told is offered and planned, and what is not is said.
const question =
	'/prioriteren?cijfer=levensgebeurtenissen-nederland.problematic-debts&groep=gebeurtenissen_age&uren=400&leren=0';

test('a plan for groups after a life event, or that it cannot be made', async ({ page }) => {
	await page.goto(question);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Prioriteren');
	const choice = page.getByLabel('Indeling in groepen');
	if ((await choice.locator('option[value=gebeurtenissen_age]').count()) === 0) {
		await expect(page.getByRole('main').getByRole('status')).toContainText('groep');
		return;
	}
	await expect(choice).toHaveValue('gebeurtenissen_age');
	await expect(page.getByText(/alleen groepen die echt zijn gemeten/)).toBeVisible();
	const plan = page.getByRole('table', { name: 'Het plan' });
	// A plan without lines says so: nothing was estimated above zero, or no age may go without.
	if ((await plan.count()) > 0) await expect(plan.getByText(/^Leeftijd: /).first()).toBeVisible();
	else await expect(page.getByText(/Het plan bereikt niemand|kan niet elke groep iets krijgen/).first()).toBeVisible();
});

test('the page is accessible and fits a phone, in both languages', async ({ page }) => {
	for (const path of [question, `/en${question}`]) {
		await page.goto(path);
		await clean(page);
		await fitsPhone(page, path);
	}
});
