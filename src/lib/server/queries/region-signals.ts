import type { Published } from '../db.ts';

/** Changes of one region against the period before, every indicator; in these periods, or in all. */
export function regionSignals(db: Published, specs: readonly string[], region: string, periods?: readonly string[]) {
	if (specs.length === 0) return Promise.resolve([]);
	return db
		.selectFrom('published.signal')
		.where('spec', 'in', specs)
		.where('region', '=', region)
		.$if(periods !== undefined, (query) => query.where('period', 'in', periods!))
		.select(['spec', 'period', 'previous', 'indicator', 'change', 'change_se', 'p_rise', 'is_signal'])
		.execute();
}
