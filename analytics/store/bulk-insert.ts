import type { ClientBase } from 'pg';

/** Rows a statement: enough to make its overhead small, few enough to keep its text small. */
const BATCH = 20_000;

export type Value = number | string | boolean | null;

export interface Column<Row> {
	readonly name: string;
	/** SQL type of the column; `array` when its values travel as another one. */
	readonly type: string;
	readonly array?: string;
	readonly value: (row: Row) => Value;
}

/**
 * Inserts rows as arrays, one for each column: the text is written once, and the server parses it at the speed of a copy.
 * `table` and the columns are constants of the code, never input.
 * @throws RangeError for a number that is not finite
 */
export async function bulkInsert<Row>(
	client: ClientBase,
	table: string,
	columns: readonly Column<Row>[],
	rows: readonly Row[],
	conflict = ''
): Promise<void> {
	const names = columns.map(({ name }) => name).join(', ');
	const casts = columns.map(({ name, type }) => `u.${name}::${type}`).join(', ');
	const arrays = columns.map(({ type, array }, i) => `$${i + 1}::${array ?? type}[]`).join(', ');
	const statement = `insert into ${table} (${names}) select ${casts} from unnest(${arrays}) as u (${names}) ${conflict}`;
	for (let start = 0; start < rows.length; start += BATCH) {
		const batch = rows.slice(start, start + BATCH);
		await client.query(
			statement,
			columns.map(({ value }) => `{${batch.map((row) => literal(value(row))).join(',')}}`)
		);
	}
}

/** An element of an array literal. */
function literal(value: Value): string {
	if (value === null) return 'NULL';
	if (typeof value === 'string') return `"${value.replace(/["\\]/g, '\\$&')}"`;
	if (typeof value === 'number' && !Number.isFinite(value)) throw new RangeError('a number to store is not finite');
	return String(value);
}
