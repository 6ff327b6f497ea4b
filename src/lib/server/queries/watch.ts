import { sql } from 'kysely';
import type { Published } from '../db.ts';
import { isWithin } from './region-spans.ts';
import type { Span } from './region-spans.ts';

/** At most this many open signals, or regions that are too small, are listed. */
const LISTED = 100;

/** What is asked of early warning; what is left out does not narrow it. */
export interface WatchQuestion {
	/** Ids of releases: one period of one or more specifications. */
	readonly releases: readonly number[];
	readonly indicator?: string | undefined;
	readonly level?: string | undefined;
	/** Where a region and its parts stand in the tree of the releases. */
	readonly within?: readonly Span[] | undefined;
	/** Only all units together: no groups. */
	readonly together?: boolean;
}

/**
 * Open signals, or those suspected to come from supply, the most certain rise first, each beside the simple test of the same
 * change. Each row also says how many there are in all and how many of those are expected to be false.
 */
export function openSignals(
	db: Published,
	state: 'signal' | 'supply',
	{ releases, indicator, level, within, together = false }: WatchQuestion,
	limit = LISTED
) {
	if (releases.length === 0) return Promise.resolve([]);
	return db
		.selectFrom('published.watch as w')
		.leftJoin('published.signal as s', (join) =>
			join
				.onRef('s.release', '=', 'w.release')
				.onRef('s.indicator', '=', 'w.indicator')
				.onRef('s.position', '=', 'w.position')
				.on('w.attribute', '=', '')
		)
		.leftJoin('published.region as e', (join) =>
			join.onRef('e.tree', '=', 'w.tree').onRef('e.code', '=', 'w.explained_by')
		)
		.where('w.release', 'in', releases)
		.where('w.state', '=', state)
		.$if(together, (query) => query.where('w.attribute', '=', ''))
		.$if(indicator !== undefined, (query) => query.where('w.indicator', '=', indicator!))
		.$if(level !== undefined, (query) => query.where('w.level', '=', level!))
		.$if(within !== undefined, (query) => query.where(isWithin(sql`w.position`, within!)))
		.select(['w.spec', 'w.period', 'w.indicator', 'w.tree', 'w.region', 'w.region_name', 'w.level'])
		.select(['w.attribute', 'w.code', 'w.against', 'w.rise', 'w.rise_sd', 'w.p_event', 'w.opened', 'w.onset'])
		.select(['w.explained_by', 'w.explained_by_name', 'e.level as explained_by_level'])
		.select(['w.estimate', 'w.estimate_sd', 's.previous', 's.is_signal'])
		.select([sql<number>`count(*) over ()`.as('total'), sql<number>`sum(1 - w.p_event) over ()`.as('expected_false')])
		.orderBy(sql`w.rise_lower80`, (order) => order.desc().nullsLast())
		.orderBy('w.p_event', 'desc')
		.orderBy('w.position')
		.limit(limit)
		.execute();
}

export type OpenSignal = Awaited<ReturnType<typeof openSignals>>[number];

/** How many regions of each level are watched for one indicator, and how many of those are too small to watch alone. */
export function watchedLevels(db: Published, { releases, indicator }: WatchQuestion & { indicator: string }) {
	return db
		.selectFrom('published.watch')
		.where('release', 'in', releases)
		.where('indicator', '=', indicator)
		.where('attribute', '=', '')
		.select(({ fn }) => ['level', fn.countAll<number>().as('regions'), fn.min('position').as('first')])
		.select(sql<number>`count(*) filter (where state = 'too_small')`.as('too_small'))
		.groupBy('level')
		.orderBy('first')
		.execute();
}

/** Regions that are too small to watch alone for one indicator, the least visible first, and who watches for them. */
export function tooSmall(db: Published, { releases, indicator, level, within }: WatchQuestion & { indicator: string }) {
	return db
		.selectFrom('published.watch')
		.where('release', 'in', releases)
		.where('indicator', '=', indicator)
		.where('attribute', '=', '')
		.where('state', '=', 'too_small')
		.$if(level !== undefined, (query) => query.where('level', '=', level!))
		.$if(within !== undefined, (query) => query.where(isWithin(sql`position`, within!)))
		.select(['tree', 'region', 'region_name', 'level', 'detectable', 'watched_by', 'watched_by_name'])
		.select(sql<number>`count(*) over ()`.as('total'))
		.orderBy('position')
		.limit(LISTED)
		.execute();
}

/** How many rises the simple test names. */
export async function baselineRises(db: Published, { releases, indicator, level, within }: WatchQuestion) {
	if (releases.length === 0) return 0;
	const row = await db
		.selectFrom('published.signal')
		.where('release', 'in', releases)
		.where('is_signal', '=', true)
		.$if(indicator !== undefined, (query) => query.where('indicator', '=', indicator!))
		.$if(level !== undefined, (query) => query.where('level', '=', level!))
		.$if(within !== undefined, (query) => query.where(isWithin(sql`position`, within!)))
		.select(({ fn }) => fn.countAll<number>().as('rises'))
		.executeTakeFirst();
	return row?.rises ?? 0;
}

/** Declared breaks in supply. */
export function supplyBreaks(db: Published, { specs, indicator }: { specs: readonly string[]; indicator?: string }) {
	if (specs.length === 0) return Promise.resolve([]);
	return db
		.selectFrom('published.supply_break as b')
		.innerJoin('published.release as r', 'r.id', 'b.release')
		.where('b.spec', 'in', specs)
		.$if(indicator !== undefined, (query) => query.where('b.indicator', '=', indicator!))
		.select(['b.spec', 'b.period', 'b.indicator', 'b.region', 'b.reason_nl', 'b.reason_en'])
		.select((eb) => eb('b.region', '=', eb.ref('r.root')).as('everywhere'))
		.orderBy('b.period', 'desc')
		.orderBy('b.indicator')
		.execute();
}

/** How one region stands in these periods, or in all: each indicator, all units together. */
export function regionWatch(db: Published, specs: readonly string[], region: string, periods?: readonly string[]) {
	if (specs.length === 0) return Promise.resolve([]);
	return db
		.selectFrom('published.watch')
		.where('spec', 'in', specs)
		.where('region', '=', region)
		.where('attribute', '=', '')
		.$if(periods !== undefined, (query) => query.where('period', 'in', periods!))
		.select(['spec', 'period', 'indicator', 'against', 'estimate', 'estimate_sd', 'rise', 'rise_sd', 'p_event'])
		.select(['detectable', 'state', 'opened', 'onset', 'watched_by_name'])
		.orderBy('period')
		.execute();
}

export type RegionWatch = Awaited<ReturnType<typeof regionWatch>>[number];
