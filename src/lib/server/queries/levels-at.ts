import { sql } from 'kysely';
import type { Published } from '../db.ts';
import { signalledKey, type FigureKey } from './signal-figures.ts';

/** Levels by early warning, as published in the period of each key; found by `signalledKey`. */
export async function levelsAt(db: Published, keys: readonly FigureKey[]) {
	if (keys.length === 0) return new Map();
	const column = (name: keyof FigureKey) => sql`${keys.map((row) => row[name])}::text[]`;
	const names = ['spec', 'period', 'indicator', 'region', 'attribute', 'code'] as const;
	const asked = sql<FigureKey>`(select * from unnest(${sql.join(names.map(column))})
		as one (spec, period, indicator, region, attribute, code))`;
	const rows = await db
		.selectFrom(asked.as('k'))
		.innerJoin('published.watch as w', (join) =>
			names.reduce((joined, name) => joined.onRef(`w.${name}`, '=', `k.${name}`), join)
		)
		.select(names.map((name) => `w.${name}` as const))
		.select(['w.against', 'w.estimate', 'w.estimate_sd'])
		.execute();
	return new Map(rows.map((row) => [signalledKey(row), row]));
}
