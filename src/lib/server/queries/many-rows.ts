import type { Expression } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { Published } from '../db.ts';

/**
 * The rows of a question as one JSON value, which is read at once: the same thousands of rows one by one take several times
 * as long, and leave much to sweep up. Numbers and texts only: JSON has no dates.
 */
export async function manyRows<Row extends Record<string, string | number | boolean | null>>(
	db: Published,
	question: Expression<Row>
): Promise<Row[]> {
	const { rows } = await db.selectNoFrom(jsonArrayFrom(question).as('rows')).executeTakeFirstOrThrow();
	return rows as Row[];
}
