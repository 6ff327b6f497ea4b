import type { Published } from '../db.ts';

/** Rises larger than noise for one indicator and period, largest certain rise first. */
export function signals(db: Published, choice: { spec: string; period: string; indicator: string; tree: string }) {
	return db
		.selectFrom('published.signal as s')
		.innerJoin('published.region as g', (join) => join.onRef('g.code', '=', 's.region').on('g.tree', '=', choice.tree))
		.where('s.spec', '=', choice.spec)
		.where('s.period', '=', choice.period)
		.where('s.indicator', '=', choice.indicator)
		.where('s.is_signal', '=', true)
		.select(['g.code', 'g.name', 'g.level', 's.previous', 's.change', 's.change_se', 's.p_rise'])
		.orderBy((eb) => eb('s.change', '-', eb('s.change_se', '*', eb.lit(2))), 'desc')
		.orderBy('g.position')
		.limit(200)
		.execute();
}

export type Signal = Awaited<ReturnType<typeof signals>>[number];
