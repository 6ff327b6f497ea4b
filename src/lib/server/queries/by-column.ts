import type { SelectQueryBuilder } from 'kysely';
import type { Published } from '../db.ts';

/** What JSON gives back as it was. */
type Plain = string | number | boolean | null;

/**
 * These columns of a question's rows, in its order. They come as an array for each column, which is read at once: thousands of
 * rows would be read value by value, and leave much to sweep up.
 */
export async function byColumn<Tables, Table extends keyof Tables, Row, Name extends keyof Row & string>(
	db: Published,
	question: SelectQueryBuilder<Tables, Table, Row>,
	names: readonly Name[]
): Promise<Pick<Row, Name>[]> {
	// Every name is a column of the question, which the builder's types cannot tell of a question in general.
	const arrays = await db
		.selectFrom(question.as('row'))
		.select(({ fn }) => names.map((name: string) => fn.agg<Plain[] | null>('json_agg', [name as never]).as(name)))
		.executeTakeFirstOrThrow();
	const columns = names.map((name) => [name, arrays[name] ?? []] as const);
	return columns[0]![1].map((_, i) => rowAt(columns, i) as Pick<Row, Name>);
}

function rowAt(columns: readonly (readonly [name: string, values: readonly Plain[]])[], i: number) {
	const row: Record<string, Plain> = {};
	for (const [name, values] of columns) row[name] = values[i]!;
	return row;
}
