import { sql, type Expression, type RawBuilder } from 'kysely';
import { isNineDigits } from '../microdata/rows.ts';

/**
 * The person that a row is about: RINPERSOON as a whole number when it is of kind 'R' and has exactly nine digits. Other rows,
 * such as those with an invalid number, belong to nobody.
 */
export function personKey(kind: Expression<unknown>, number: Expression<unknown>): RawBuilder<number | null> {
	return sql<
		number | null
	>`case when ${kind} = 'R' and ${isNineDigits(number)} then try_cast(${number} as integer) end`;
}
