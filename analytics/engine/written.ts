import { expressionBuilder, sql, type RawBuilder } from 'kysely';

const builder = expressionBuilder();

/** A whole number of our own code, written out: the engine gives it the type of what it is compared with. A bound one is a double. */
export function written(value: number): RawBuilder<number> {
	return sql`${builder.lit(value)}`;
}
