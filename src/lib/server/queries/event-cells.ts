import type { Published } from '../db.ts';

interface Choice {
	readonly spec: string;
	readonly period: string;
	readonly indicator: string;
	/** Position of the region of which every event is told. */
	readonly position: number;
	/** The event that is told of every region. */
	readonly attribute: string;
}

/** Risk after every life event in one region, and after one of them in all regions, by time since the event. */
export function eventCells(db: Published, { spec, period, indicator, position, attribute }: Choice) {
	return db
		.selectFrom('published.event_risk')
		.where('spec', '=', spec)
		.where('period', '=', period)
		.where('indicator', '=', indicator)
		.where((eb) => eb.or([eb('position', '=', position), eb('attribute', '=', attribute)]))
		.select(['region', 'region_name', 'level', 'attribute', 'code', 'share', 'share_se', 'comparison', 'comparison_se'])
		.select(['difference', 'difference_se', 'ratio', 'ratio_lower', 'ratio_upper', 'p_higher'])
		.select(['standardised', 'standardised_se'])
		.orderBy('position')
		.orderBy('attribute')
		.orderBy('code')
		.execute();
}

export type EventCell = Awaited<ReturnType<typeof eventCells>>[number];
