import { sql } from 'kysely';
import type { Published } from '../db.ts';

/** At most this many rises are listed. */
const LISTED = 104;

/** Rises larger than noise for one indicator and period, largest certain rise first; each row says how many there are. */
export function signals(db: Published, choice: { spec: string; period: string; indicator: string }) {
	return db
		.selectFrom('published.signal')
		.where('spec', '=', choice.spec)
		.where('period', '=', choice.period)
		.where('indicator', '=', choice.indicator)
		.where('is_signal', '=', true)
		.select(['region as code', 'region_name as name', 'level', 'previous', 'change', 'change_se', 'p_rise'])
		.select(sql<number>`count(*) over ()`.as('total'))
		.orderBy((eb) => eb('change', '-', eb('change_se', '*', eb.lit(2))), 'desc')
		.orderBy('position')
		.limit(LISTED)
		.execute();
}

/** The period that the simple test compares with: the same quarter or month a year before, or the last year; null without a test. */
export async function comparedWith(db: Published, choice: { spec: string; period: string; indicator: string }) {
	const row = await db
		.selectFrom('published.signal')
		.where('spec', '=', choice.spec)
		.where('period', '=', choice.period)
		.where('indicator', '=', choice.indicator)
		.select('previous')
		.limit(1)
		.executeTakeFirst();
	return row?.previous ?? null;
}

/** How many rises larger than noise each indicator of a release has; most first. */
export function signalCounts(db: Published, choice: { spec: string; period: string }) {
	return db
		.selectFrom('published.signal')
		.where('spec', '=', choice.spec)
		.where('period', '=', choice.period)
		.where('is_signal', '=', true)
		.select(({ fn }) => ['indicator', fn.countAll<number>().as('rises')])
		.groupBy('indicator')
		.orderBy('rises', 'desc')
		.execute();
}

export type Signal = Awaited<ReturnType<typeof signals>>[number];
