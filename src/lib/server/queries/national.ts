import type { Published } from '../db.ts';

/** Figure of the whole domain for each period, oldest first. Without regions it is the only figure without a group. */
export function national(db: Published, choice: { spec: string; indicator: string; tree: string | null }) {
	return db
		.selectFrom('published.figure as f')
		.where('f.spec', '=', choice.spec)
		.where('f.indicator', '=', choice.indicator)
		.where('f.attribute', '=', '')
		.$if(choice.tree !== null, (query) =>
			query.where('f.region', 'in', (eb) =>
				eb.selectFrom('published.region').select('code').where('tree', '=', choice.tree!).where('parent', 'is', null)
			)
		)
		.selectAll('f')
		.orderBy('f.period')
		.execute();
}
