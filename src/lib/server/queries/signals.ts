import { sql } from 'kysely';
import type { Published } from '../db.ts';

/** At most this many rises are listed. */
const LISTED = 104;

/** Rises larger than noise for one indicator and period, largest certain rise first; each row says how many there are. */
export function signals(db: Published, choice: { spec: string; period: string; indicator: string; tree: string }) {
	return db
		.selectFrom('published.signal as s')
		.innerJoin('published.region as g', (join) => join.onRef('g.code', '=', 's.region').on('g.tree', '=', choice.tree))
		.where('s.spec', '=', choice.spec)
		.where('s.period', '=', choice.period)
		.where('s.indicator', '=', choice.indicator)
		.where('s.is_signal', '=', true)
		.select(['g.code', 'g.name', 'g.level', 's.previous', 's.change', 's.change_se', 's.p_rise'])
		.select(sql<number>`count(*) over ()`.as('total'))
		.orderBy((eb) => eb('s.change', '-', eb('s.change_se', '*', eb.lit(2))), 'desc')
		.orderBy('g.position')
		.limit(LISTED)
		.execute();
}

/** How many rises larger than noise each indicator of a release has; most first. */
export function signalCounts(db: Published, choice: { spec: string; period: string; tree: string }) {
	return db
		.selectFrom('published.signal as s')
		.innerJoin('published.region as g', (join) => join.onRef('g.code', '=', 's.region').on('g.tree', '=', choice.tree))
		.where('s.spec', '=', choice.spec)
		.where('s.period', '=', choice.period)
		.where('s.is_signal', '=', true)
		.select(({ fn }) => ['s.indicator', fn.countAll<number>().as('rises')])
		.groupBy('s.indicator')
		.orderBy('rises', 'desc')
		.execute();
}

export type Signal = Awaited<ReturnType<typeof signals>>[number];
