import { sql } from 'kysely';
import type { Published } from '../db.ts';

/** Changes whenever something is published, superseded or audited, or boundaries come in; some two milliseconds. */
export async function publication(db: Published): Promise<string> {
	const states = sql<string>`count(*) || ' ' || max(at)`;
	// Sizes as they are stored: no boundary is read for them.
	const borders = sql<string>`count(*) || ' ' || sum(pg_column_size(geometry))`;
	const row = await db
		.selectNoFrom((eb) => [
			eb.selectFrom('published.release_history').select(states.as('said')).as('states'),
			eb.selectFrom('published.audit').select('made_at').as('audit'),
			eb.selectFrom('published.boundary').select(borders.as('said')).as('borders')
		])
		.executeTakeFirstOrThrow();
	return [row.states ?? 'nothing', row.audit?.toISOString() ?? 'no audit', row.borders ?? 'no borders'].join(' / ');
}
