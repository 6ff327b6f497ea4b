import type { Published } from '../db.ts';
import { byColumn } from './by-column.ts';
import type { Level } from './levels.ts';

/** Figures of one indicator and period for each region of a level, without order: what a map needs. */
export function figuresAtLevel(
	db: Published,
	choice: { spec: string; period: string; indicator: string; level: Pick<Level, 'level' | 'first' | 'last'> }
) {
	const figures = db
		.selectFrom('published.figure')
		.where('spec', '=', choice.spec)
		.where('period', '=', choice.period)
		.where('indicator', '=', choice.indicator)
		.where('attribute', '=', '')
		.where('position', '>=', choice.level.first)
		.where('position', '<=', choice.level.last)
		.where('level', '=', choice.level.level)
		.select(['region as code', 'region_name as name', 'share', 'share_se', 'lower', 'upper', 'reliability']);
	return byColumn(db, figures, ['code', 'name', 'share', 'share_se', 'lower', 'upper', 'reliability']);
}

export type LevelFigure = Awaited<ReturnType<typeof figuresAtLevel>>[number];
