import { DynamicModule, sql, type RawBuilder } from 'kysely';

const names = new DynamicModule();

/** A column or relation by a name of ours, or of a column that the pattern of its table lets through; it is quoted. */
export function named<T>(name: string): RawBuilder<T> {
	return sql<T>`${names.ref(name)}`;
}
