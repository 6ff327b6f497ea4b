import { DynamicModule, type RawBuilder, sql } from 'kysely';

const dynamic = new DynamicModule<Record<string, Record<string, unknown>>>();

/** A relation or column by a name of our own making. */
export function named(name: string): RawBuilder<unknown> {
	return sql`${dynamic.ref(name)}`;
}
