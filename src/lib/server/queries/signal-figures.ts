import { sql } from 'kysely';
import type { Published } from '../db.ts';
import { figureColumns } from './figure-columns.ts';

/** What a figure is about, and the signal that watches it. */
export interface FigureKey {
	readonly spec: string;
	readonly period: string;
	readonly indicator: string;
	readonly region: string;
	/** Group, or two empty texts for all units together. */
	readonly attribute: string;
	readonly code: string;
}

/** Signals of one group and indicator, with the regions that have one. */
type Gathered = Omit<FigureKey, 'region'>;

/**
 * The figures themselves that signals are about, each found by `signalledKey`. Asked apart from the signals: together the
 * database would look up figures of signals that no list shows. Asked for the regions of a group at once: else the database
 * goes through all indicators and groups of the release for every signal.
 */
export async function signalFigures(db: Published, signals: readonly FigureKey[]) {
	const column = (name: keyof FigureKey) => sql`${signals.map((row) => row[name])}::text[]`;
	const columns = sql.join((['spec', 'period', 'indicator', 'region', 'attribute', 'code'] as const).map(column));
	const gathered = sql<Gathered>`(select spec, period, indicator, attribute, code, array_agg(region) as regions
		from unnest(${columns}) as one (spec, period, indicator, region, attribute, code)
		group by spec, period, indicator, attribute, code)`;
	const rows = await db
		.selectFrom(gathered.as('s'))
		.innerJoin('published.figure as f', (join) =>
			join
				.onRef('f.spec', '=', 's.spec')
				.onRef('f.period', '=', 's.period')
				.onRef('f.indicator', '=', 's.indicator')
				.onRef('f.attribute', '=', 's.attribute')
				.onRef('f.code', '=', 's.code')
				.on('f.region', '=', sql<string>`any(s.regions)`)
		)
		.select(figureColumns.map((name) => `f.${name}` as const))
		.execute();
	return new Map(rows.map((row) => [signalledKey(row), row]));
}

export type SignalFigures = Awaited<ReturnType<typeof signalFigures>>;

export function signalledKey({ spec, period, indicator, region, attribute, code }: FigureKey): string {
	return JSON.stringify([spec, period, indicator, region, attribute, code]);
}
