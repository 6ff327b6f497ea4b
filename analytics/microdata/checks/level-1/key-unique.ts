import { sql, type RawBuilder } from 'kysely';
import { written } from '../../../engine/written.ts';
import { cbsTables } from '../../tables/all-tables.ts';
import type { CbsTable } from '../../tables/table.ts';
import { keyOwner, restOfKey } from '../relations/repeats-of.ts';
import { rowsOf } from '../relations/rows-of.ts';
import type { CountRule } from '../rule.ts';
import { day, text } from '../typed-rows.ts';

/** A second row under a key would multiply in every join. */
export const keyUnique: CountRule = {
	id: 'key-unique',
	level: 1,
	severity: 'error',
	title: 'no two linkable rows have the same key',
	tables: cbsTables,
	over: rowsOf,
	count: (_data, table) => sql<number>`count(${wholeKey(table)}) - count(distinct ${wholeKey(table)})`
};

/** More than there are days in the years of four digits. */
const DAYS = 10_000_000;
const HASHES = 2n ** 64n;

/** The key of a row as one value; null of a row that is not linkable. */
function wholeKey(table: CbsTable): RawBuilder<unknown> {
	const owner = keyOwner(table);
	const start = table.spell === undefined ? null : day(table.spell[0]);
	const rest = restOfKey(table).map((column) => text(column));
	// That two of one person and day share the number for the rest of their keys by chance will not happen.
	if (rest.length > 0) {
		const number = sql`hash(${sql.join(start === null ? rest : [start, ...rest])})`;
		const key = sql`cast(${owner} as hugeint) * cast(${String(HASHES)} as hugeint) + ${number}`;
		return start === null ? key : sql`case when ${start} is not null then ${key} end`;
	}
	if (start === null) return owner;
	return sql`cast(${owner} as bigint) * ${written(DAYS)} + (${start} - date '0001-01-01')`;
}
