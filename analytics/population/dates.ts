import { sql, type Expression, type RawBuilder } from 'kysely';

/** A date as a whole number, YYYYMMDD; null for a text of another length, or that is no number. */
export function dateNumber(text: Expression<unknown>): RawBuilder<number | null> {
	return sql`case when length(${text}) = 8 then try_cast(${text} as integer) end`;
}
