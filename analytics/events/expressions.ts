import { sql, type RawBuilder } from 'kysely';
import { written } from '../engine/written.ts';
import type { Engine } from '../engine/engine.ts';

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

/** A column or relation by its name. */
export function named({ db }: Engine, name: string): Rows {
	return sql`${db.dynamic.ref(name)}`;
}

/** A date of eight digits as a whole number, YYYYMMDD; null for anything else. */
export function dateNumber(text: Rows): RawBuilder<number | null> {
	return sql`case when length(${text}) = 8 then try_cast(${text} as integer) end`;
}

/** The end of what has no end: later than every date. */
export function endNumber(text: Rows): RawBuilder<number> {
	return sql`coalesce(${dateNumber(text)}, 99999999)`;
}
