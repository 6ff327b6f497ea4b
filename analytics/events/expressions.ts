import { sql, type RawBuilder } from 'kysely';
import { written } from '../engine/written.ts';

/** Rows of a query that is still to be put together, or a part of it. */
export type Rows = RawBuilder<unknown>;

/** A whole number as the engine's own, which takes the type of what it is compared with. */
export function whole(value: number): RawBuilder<number> {
	return written(value);
}

/** Codes, to be found in a list. */
export function list(codes: readonly number[]): Rows {
	return sql.join(codes.map(whole));
}

/** The end of what has no end: later than every date. */
export function endNumber(date: Rows): RawBuilder<number> {
	return sql`coalesce(${date}, 99999999)`;
}
