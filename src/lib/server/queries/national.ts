import type { Published } from '../db.ts';
import { figureColumns } from './figure-columns.ts';

/** Figure of the whole domain for each period, oldest first: that of the first position, with and without regions. */
export function national(db: Published, choice: { spec: string; indicator: string }) {
	return db
		.selectFrom('published.figure')
		.where('spec', '=', choice.spec)
		.where('indicator', '=', choice.indicator)
		.where('attribute', '=', '')
		.where('position', '=', 0)
		.select(figureColumns)
		.orderBy('period')
		.execute();
}
