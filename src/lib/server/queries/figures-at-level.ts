import type { Published } from '../db.ts';

/** Figures of one indicator and period for each region of a level, without order: what a map needs. */
export function figuresAtLevel(
	db: Published,
	choice: { spec: string; period: string; indicator: string; tree: string; level: string }
) {
	return db
		.selectFrom('published.figure as f')
		.innerJoin('published.region as g', (join) => join.onRef('g.code', '=', 'f.region').on('g.tree', '=', choice.tree))
		.where('f.spec', '=', choice.spec)
		.where('f.period', '=', choice.period)
		.where('f.indicator', '=', choice.indicator)
		.where('f.attribute', '=', '')
		.where('g.level', '=', choice.level)
		.select(['g.code', 'g.name', 'f.share', 'f.share_se', 'f.lower', 'f.upper', 'f.reliability'])
		.execute();
}

export type LevelFigure = Awaited<ReturnType<typeof figuresAtLevel>>[number];
