import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { freshDatabase } from '../../tests/database/fresh.ts';
import { figure, publication } from '../../tests/database/publication.ts';
import { warning, watched } from '../../tests/database/warning.ts';
import type { Spec } from '../contract/spec.ts';
import { openStore, type PublicationContent, type Store } from './store.ts';

// What early warning says is stored with its release, and readers see it as it was given.

let store: Store;
let owner: pg.Client;
let reader: pg.Client;
beforeAll(async () => {
	const url = await freshDatabase();
	store = await openStore(url);
	owner = new pg.Client({ connectionString: url });
	reader = new pg.Client({ connectionString: await store.readerUrl() });
	await Promise.all([owner.connect(), reader.connect()]);
	await store.publish(content('2023', 'one'));
});
afterAll(async () => {
	await Promise.all([reader.end(), owner.end()]);
	await store.close();
});

const content = (period: string, marker: string): PublicationContent => ({
	...publication(period, marker, [figure('NL', 0.1), figure('GM1', 0.1)]),
	warning
});
const read = async (sql: string) => (await reader.query<Record<string, unknown>>(sql)).rows;

const release = { spec: 'example', period: '2023', release: 1, version: 1, indicator: 'low-income' };
const place = (code: string, name: string, position: number) => ({
	...release,
	...{ tree: expect.stringMatching(/^test~/) as string, region: code, region_name: name, position },
	...(code === 'NL' ? { level: 'land', parent: null } : { level: 'gemeente', parent: 'NL' })
});
const [nl, gm1, gm2] = [
	place('NL', 'Nederland', 0),
	place('GM1', "'s-Plaats", 1),
	place('GM2', 'Een "dorp", met \\', 2)
];
const all = { attribute: '', code: '' };

it('an open signal, a quiet series, and one that is too small, without its level where no share is told', async () => {
	const same = {
		...{ estimate: 1.25, estimate_sd: 0.0625, lower80: 1.125, upper80: 1.375, lower95: 1, upper95: 1.5 },
		...{ p_event: 0.96875 }
	};
	const nothing = { opened: null, onset: null, explained_by: null, explained_by_name: null };
	const rises = {
		...{
			rise: 0.25,
			rise_sd: 0.125,
			rise_lower80: expect.closeTo(0.0898, 10),
			rise_upper80: expect.closeTo(0.4102, 10)
		},
		...{ rise_lower95: expect.closeTo(0.005, 10), rise_upper95: expect.closeTo(0.495, 10) }
	};
	expect(await read('select * from published.watch order by position')).toEqual([
		{
			...{ ...nl, ...all, against: 'itself', ...same, ...rises, p_rise10: 0, detectable: 0.25, state: 'quiet' },
			...{ ...nothing, watched_by: null, watched_by_name: null }
		},
		{
			...{ ...gm1, ...all, against: 'nation', ...same, ...rises, p_rise10: 0.875, detectable: 0.25, state: 'signal' },
			...{ opened: '2022', onset: '2021', explained_by: 'GM1', explained_by_name: "'s-Plaats" },
			...{ watched_by: null, watched_by_name: null }
		},
		{
			...{ ...gm2, attribute: 'sex', code: 'm', against: 'nation', p_event: same.p_event, rise: null, rise_sd: null },
			...{ estimate: null, estimate_sd: null, lower80: null, upper80: null, lower95: null, upper95: null },
			...{ rise_lower80: null, rise_upper80: null, rise_lower95: null, rise_upper95: null, p_rise10: null },
			...{ detectable: 0.75, state: 'too_small', ...nothing, watched_by: 'NL', watched_by_name: 'Nederland' }
		}
	]);
});

it('a small area, with an interval that ends at 0', async () => {
	expect(await read('select * from published.small_area')).toEqual([
		{ ...gm1, ...all, estimate: 0.03125, se: 0.0625, lower: 0, upper: 0.15375, weight: 0.75 }
	]);
});

it('a rank', async () => {
	expect(await read('select * from published.rank')).toEqual([
		{ ...gm1, within: 'NL', of: 2, expected_rank: 1.25, best_rank: 1, worst_rank: 2, top: 1, p_top: 0.75 }
	]);
});

it('a risk after a life event', async () => {
	expect(await read('select * from published.event_risk')).toEqual([
		{
			...{ ...gm1, attribute: 'event_separation', code: '0-11', comparison: 0.125, comparison_se: 0.0078125 },
			...{ share: 0.25, share_se: 0.015625, difference: 0.125, difference_se: 0.03125, ratio: 2, ratio_lower: 1.5 },
			...{ ratio_upper: 3, p_higher: 1, standardised: null, standardised_se: null }
		}
	]);
});

it('a course around a life event', async () => {
	expect(await read('select * from published.event_study order by k')).toEqual(
		[-2, 0].map((k) => ({
			...{ ...nl, event: 'separation', k, difference: 0.5, se: 0.25, pretrend_p: null, after: 0.75, after_se: 0.125 }
		}))
	);
});

it('a group after a life event', async () => {
	expect(await read('select * from published.event_group')).toEqual([
		{
			...{ ...gm1, attribute: 'sex', code: 'm', event: 'event_separation', since: '0-11', numerator: 12.5 },
			...{ numerator_se: 0.25, denominator: 50.5, denominator_se: 0.5, units: 48, estimate: 0.25, se: 0.125 },
			...{ lower: expect.closeTo(0.005, 10), upper: expect.closeTo(0.495, 10), weight: 0.5 }
		}
	]);
});

it('a card', async () => {
	expect(await read('select * from published.indicator_card')).toEqual([{ ...release, card: warning.cards[0]!.card }]);
});

/** Tables and views of the same name, with the column of the release that says how many rows it has. */
const announced: Record<string, string> = {
	...{ watch: 'watched', small_area: 'small_areas', rank: 'ranks', event_risk: 'event_risks' },
	...{ event_study: 'event_studies', event_group: 'event_groups', indicator_card: 'indicator_cards' }
};
const views = Object.keys(announced);

it.each(views)('published.%s shows current releases only', async (view) => {
	const versions = async () => await read(`select distinct version from published.${view} where period = '2020'`);
	await store.publish(content('2020', `${view} old`));
	const before = await versions();
	await store.publish(content('2020', `${view} draft`), { until: 'checked' });
	expect(await versions()).toEqual(before);
	const { version } = await store.publish(content('2020', `${view} new`));
	expect(await versions()).toEqual([{ version }]);
});

it.each([
	['an unknown region', { region: 'GM9' }],
	['an explanation by an unknown region', { explainedBy: 'GM9' }],
	['an unknown indicator', { indicator: 'riches' }],
	['what is not finite', { estimate: NaN }],
	['a probability above 1', { pEvent: 1.5 }],
	['a negative standard deviation', { riseSd: -1 }],
	['an interval that is upside down', { lower80: 2 }],
	['a rise without its standard deviation', { riseSd: null }],
	['a signal that was never opened', { opened: null }]
])('a release whose warning has %s is not stored', async (_, fault) => {
	const before = await owner.query('select count(*) from store.release');
	const broken = { ...content('2019', 'broken'), warning: { ...warning, watch: [watched('GM1', fault)] } };
	await expect(store.publish(broken)).rejects.toThrow();
	expect((await owner.query('select count(*) from store.release')).rows).toEqual(before.rows);
});

const check = (draft: number) => owner.query("update store.release set state = 'checked' where id = $1", [draft]);

it.each(views)('a draft with a row of store.%s more than it announced cannot be checked', async (table) => {
	const { release: draft } = await store.publish(content('2018', table), { until: 'draft' });
	await owner.query(copied(table, { release: draft, indicator: 9 }));
	await expect(check(draft)).rejects.toThrow('not exactly the warning');
});

it.each(views)('a draft with the row of store.%s that it announced can be checked', async (table) => {
	const draft = await announcing(table);
	await expect(check(draft)).rejects.toThrow('not exactly the warning');
	await owner.query(copied(table, { release: draft }));
	expect((await check(draft)).rowCount).toBe(1);
});

it.each([
	...views.map((table) => [table, 'indicator']),
	...['watch', 'small_area', 'event_risk', 'event_group'].map((table) => [table, 'grouping']),
	...['watch', 'small_area', 'rank', 'event_risk', 'event_study', 'event_group'].map((table) => [table, 'region']),
	...['explained_by', 'watched_by'].map((column) => ['watch', column]),
	['rank', 'within'],
	['event_group', 'event_grouping']
])('a row of store.%s names something by its %s', async (table, column) => {
	const draft = await announcing(table!);
	await owner.query(copied(table!, { release: draft, [column!]: 99 }));
	await expect(check(draft)).rejects.toThrow('not exactly the warning');
});

/** A draft with the indicators and groups of the first release that announces one row. */
async function announcing(table: string): Promise<number> {
	const facts = 'spec, title_nl, title_en, unit, tree, rho, delta, epsilon, conversion, manifest, bundle_hash';
	const { rows } = await owner.query<{ id: number }>(
		`insert into store.release (${facts}, period, version, figures, signals, ${announced[table]})
		select ${facts}, '2017', 1 + (select count(*) from store.release), 0, 0, 1 from store.release where id = 1
		returning id`
	);
	const draft = rows[0]!.id;
	for (const part of ['indicator', 'grouping']) await owner.query(copied(part, { release: draft }, 'true'));
	return draft;
}

/** Copies one row of the first release, or those of a condition, with other values. */
function copied(table: string, other: Record<string, number>, rows = 'true limit 1'): string {
	return `insert into store.${table} select n.* from (select * from store.${table} where release = 1 and ${rows}) t,
		jsonb_populate_record(null::store.${table}, to_jsonb(t) || '${JSON.stringify(other)}') n`;
}

it('breaks are those that the newest current release declares', async () => {
	const of = (period: string, marker: string, breaks: Spec['breaks']) => {
		const { manifest, ...rest } = { ...content(period, marker), period };
		const { indicators } = rest;
		return {
			...rest,
			manifest: { ...manifest, id: 'broken', spec: { ...manifest.spec, breaks } as Spec },
			indicators: [...indicators, { ...indicators[0]!, id: 'debt' }]
		};
	};
	const reason = { nl: 'Nieuwe leverancier', en: 'A new supplier' };
	await store.publish(of('2021', 'broken 2021', [{ period: '2021', reason }]));
	await store.publish(
		of('2022', 'broken 2022', [
			{ period: '2021', indicators: ['debt'], reason },
			{ period: '2022', regions: ['GM1', 'GM2'], reason }
		])
	);
	await store.publish(of('2023', 'broken 2023', []), { until: 'checked' });
	const told = { spec: 'broken', reason_nl: reason.nl, reason_en: reason.en };
	expect(
		await read(
			`select spec, period, indicator, region, reason_nl, reason_en from published.supply_break order by period, indicator, region`
		)
	).toEqual([
		{ ...told, period: '2021', indicator: 'debt', region: 'NL' },
		...['debt', 'low-income'].flatMap((indicator) =>
			['GM1', 'GM2'].map((region) => ({ ...told, period: '2022', indicator, region }))
		)
	]);
});
