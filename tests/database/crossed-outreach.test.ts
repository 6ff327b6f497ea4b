import { Kysely, PostgresDialect } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { EventGroupRow, SmallAreaRow } from '../../analytics/contract/early-warning.ts';
import type { PublishedDatabase } from '../../analytics/contract/published.ts';
import { openPool } from '../../analytics/postgres/pool.ts';
import { openStore, type Store } from '../../analytics/store/store.ts';
import type { Published } from '../../src/lib/server/db.ts';
import { outreachView } from '../../src/lib/server/outreach/view.ts';
import type { OutreachState } from '../../src/lib/url.ts';
import { freshDatabase } from './fresh.ts';
import { figure, publication } from './publication.ts';

// A plan chooses among regions, groups or events, and where it is asked for and was measured, among groups after an event.

const since = ['0-11', '12-23', '24-35', 'none', 'not_applicable'].map((code) => ({ code, nl: code, en: code }));
const groups = ['event_child', 'event_separation'].map((attribute) => ({ attribute, codes: since }));

function group(region: string, code: string, event: string, estimate: number, other: Partial<EventGroupRow> = {}) {
	return {
		...{ indicator: 'low-income', region, attribute: 'age', code, event, since: '0-11' },
		...{ numerator: 40, numeratorSe: 5, denominator: 200, denominatorSe: 7, units: 150.5, estimate, se: 0.03 },
		...{ weight: 0.5, ...other }
	};
}

const eventGroups: EventGroupRow[] = ['NL', 'GM1', 'GM2'].flatMap((region, r) => [
	group(region, '18-<35', 'event_child', 0.1 + 0.01 * r),
	group(region, '18-<35', 'event_separation', 0.4 + 0.01 * r),
	group(region, '35+', 'event_separation', 0.2 + 0.01 * r),
	// Longer ago: no longer a reason to reach out.
	group(region, '35+', 'event_child', 0.9, { since: '24-35' })
]);
const smallAreas: SmallAreaRow[] = ['GM1', 'GM2'].map((region) => ({
	...{ indicator: 'low-income', region, attribute: '', code: '', estimate: 0.08, se: 0.01, weight: 0.9 }
}));

function content(period: string, marker: string) {
	const made = publication(period, marker, [figure('NL', 0.1), figure('GM1', 0.1), figure('GM2', 0.1)]);
	return {
		...made,
		indicators: made.indicators.map((indicator) => ({ ...indicator, groups })),
		warning: { ...made.warning, smallAreas, eventGroups: marker === 'plain' ? [] : eventGroups }
	};
}

let store: Store;
let db: Published;
beforeAll(async () => {
	store = await openStore(await freshDatabase());
	await store.publish(content('2023', 'crossed'));
	const pool = openPool(await store.readerUrl(), 2);
	db = new Kysely<PublishedDatabase>({ dialect: new PostgresDialect({ pool }) }) as unknown as Published;
});
afterAll(async () => {
	await db.destroy();
	await store.close();
});

async function asked(state: OutreachState) {
	const ignored: string[] = [];
	const view = (await outreachView(db, { state, ignored, lang: 'nl' }))!;
	return { ...view, ignored };
}

async function planned(state: OutreachState) {
	const view = await asked(state);
	if (typeof view.outcome === 'string') throw new Error(view.outcome);
	return { ...view, plan: view.outcome };
}

const crossed: OutreachState = { groep: 'gebeurtenissen_age', uren: 40, leren: 0, eerlijk: 'nee' };

it('chooses among groups after an event in each region, the highest first', async () => {
	const { plan, grouping, level, options } = await planned(crossed);
	expect(options.groupings.map(({ slug }) => slug)).toContain('gebeurtenissen_age');
	expect({ grouping: grouping.isCrossed, level, targets: plan.targets }).toEqual({
		...{ grouping: true, level: 'gemeente', targets: 6 }
	});
	const [first] = plan.lines;
	expect(first).toMatchObject({ code: 'GM2', region: 'Een "dorp", met \\' });
	expect(first!.group).toMatch(/^Leeftijd: 18 tot 35, [a-z]/);
	expect(plan.lines.every(({ group }) => !group!.includes('gebeurtenis'))).toBe(true);
	// No more addresses than there are expected to be.
	const made = Map.groupBy(plan.lines, ({ code, group }) => `${code} ${group}`);
	for (const lines of made.values())
		expect(lines.reduce((sum, { contacts }) => sum + contacts, 0)).toBeLessThanOrEqual(150);
	expect(plan.chosen.mean).toBeLessThanOrEqual(plan.bound + 1e-9);
	expect(plan.gap).toBeCloseTo(Math.max(0, plan.bound - plan.chosen.mean), 9);
});

it('is fair to each age, at a price that is told', async () => {
	const { plan } = await planned({ ...crossed, eerlijk: 'ja' });
	expect(plan.byGroup.map(({ name }) => name)).toEqual(['18 tot 35', '35 of meer']);
	for (const { ratio } of plan.byGroup) expect(ratio).toBeGreaterThanOrEqual(0.8 - 1e-6);
	expect(plan.price.free).toBeGreaterThan(plan.price.fair);
});

it('the region as a whole is a level too, and one gemeente by itself', async () => {
	expect((await planned({ ...crossed, niveau: 'land' })).plan.targets).toBe(3);
	expect((await planned({ ...crossed, gebied: 'GM1' })).plan.lines.every(({ code }) => code === 'GM1')).toBe(true);
});

it('the same question has the same answer, without a plan being made again', async () => {
	const [one, other] = [await planned(crossed), await planned(crossed)];
	expect(other.plan).toBe(one.plan);
	expect((await planned({ ...crossed, uren: 41 })).plan).not.toBe(one.plan);
});

it('a later release is planned anew, and says when it crosses nothing', async () => {
	await store.publish(content('2023', 'plain'));
	const view = await asked(crossed);
	expect(view.ignored).toEqual(['groep']);
	expect(view.options.groupings.map(({ slug }) => slug)).not.toContain('gebeurtenissen_age');
	expect(view.outcome).toMatchObject({ targets: 2 });
});
