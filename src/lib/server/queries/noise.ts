import { sql } from 'kysely';
import type { Published } from '../db.ts';

/** A table of counts as a release measured it. */
export interface NoisyTable {
	readonly level: string | null;
	/** Variance of the noise on one count, in units squared, as an exact fraction. */
	readonly sigma2: string;
}

/** The tables of the newest current release of registers, else of any release; empty when nothing is published. */
export async function noisyTables(db: Published): Promise<readonly NoisyTable[]> {
	const row = await db
		.selectFrom('published.release')
		.where('is_current', '=', true)
		.select(sql<readonly NoisyTable[]>`manifest::jsonb #> '{plan,tables}'`.as('tables'))
		.orderBy(sql`manifest #>> '{spec,source,kind}' = 'cbs'`, 'desc')
		.orderBy('published_at', 'desc')
		.limit(1)
		.executeTakeFirst();
	return row?.tables ?? [];
}
