import type { Published } from '../db.ts';

const columns = [
	...(['attribute', 'code', 'share', 'share_se', 'comparison', 'comparison_se'] as const),
	...(['difference', 'difference_se', 'ratio', 'ratio_lower', 'ratio_upper', 'p_higher'] as const),
	...(['standardised', 'standardised_se'] as const)
] as const;

interface Choice {
	readonly spec: string;
	readonly period: string;
	readonly indicator: string;
}

/** Risk after every life event in one region, for one indicator and period. */
export function eventRisks(db: Published, choice: Choice & { region: string }) {
	return db
		.selectFrom('published.event_risk')
		.where('spec', '=', choice.spec)
		.where('period', '=', choice.period)
		.where('indicator', '=', choice.indicator)
		.where('region', '=', choice.region)
		.select(columns)
		.execute();
}

export type EventRisk = Awaited<ReturnType<typeof eventRisks>>[number];

/** Risk after one life event in every region where the numbers allow it, some months after it; highest certain share first. */
export function eventRegions(db: Published, choice: Choice & { attribute: string; code: string }) {
	return db
		.selectFrom('published.event_risk')
		.where('spec', '=', choice.spec)
		.where('period', '=', choice.period)
		.where('indicator', '=', choice.indicator)
		.where('attribute', '=', choice.attribute)
		.where('code', '=', choice.code)
		.select(['region as code', 'region_name as name', 'level', 'position', 'share', 'share_se'])
		.orderBy((eb) => eb('share', '-', eb('share_se', '*', eb.lit(2))), 'desc')
		.orderBy('position')
		.execute();
}

/** The years around one life event in one region; no rows where it is not known. */
export function eventStudy(db: Published, choice: Choice & { region: string; event: string }) {
	return db
		.selectFrom('published.event_study')
		.where('spec', '=', choice.spec)
		.where('period', '=', choice.period)
		.where('indicator', '=', choice.indicator)
		.where('region', '=', choice.region)
		.where('event', '=', choice.event)
		.select(['k', 'difference', 'se', 'pretrend_p', 'after', 'after_se'])
		.orderBy('k')
		.execute();
}

export type EventStudyYear = Awaited<ReturnType<typeof eventStudy>>[number];
