import { sql, type RawBuilder } from 'kysely';
import type { CbsTable } from '../../tables/table.ts';
import type { CheckData } from '../check-data.ts';
import type { Relation } from '../rule.ts';
import { day, keyPairs, knownColumns, owner, text } from '../typed-rows.ts';

/**
 * The linkable rows that come after one with the same key (`again`), or before whose start an earlier spell of the same owner
 * has not ended (`crosses`). Few rows in a good file, whatever its size.
 */
export function repeatsOf(table: CbsTable): Relation {
	return {
		name: `repeats of ${table.name}`,
		tables: [table],
		of: 'file',
		rows: (data) => data.made(`repeats_of_${table.name}`, async () => repeats(data, table))
	};
}

/** Each row whose key is not unique, as a whole, with its number of `copies`. */
export function duplicatesOf(table: CbsTable): Relation {
	return {
		name: `duplicates of ${table.name}`,
		tables: [table],
		of: 'file',
		async rows(data) {
			const columns = knownColumns(data.file(table).file, table).map((column) => text(column));
			const seen = await repeatsOf(table).rows(data);
			return sql`(select count(*) as copies from ${data.rows(table)} as row
				where ${keyOwner(table)} in (select owner from ${seen} as seen where again) group by ${sql.join(columns)})`;
		}
	};
}

function repeats(data: CheckData, table: CbsTable): RawBuilder<unknown> {
	return table.spell === undefined ? repeatedKeys(data, table) : crossedSpells(data, table, table.spell);
}

function repeatedKeys(data: CheckData, table: CbsTable): RawBuilder<unknown> {
	const rest = restOfKey(table).map((column) => text(column));
	return sql`select owner, true as again, false as crosses from (
		select ${keyOwner(table)} as owner, row_number() over (partition by ${sql.join([keyOwner(table), ...rest])}) as turn
		from ${data.rows(table)} as row where ${keyOwner(table)} is not null) as turned where turn > 1`;
}

/** One pass in the order of their starts: spells that do not overlap their neighbours overlap none. */
function crossedSpells(data: CheckData, table: CbsTable, [start, end]: readonly [string, string]): RawBuilder<unknown> {
	const columns = restOfKey(table).map((column) => text(column));
	// One number for the rest of the key: that two of one person and day share it by chance will not happen.
	const rest = columns.length === 0 ? [] : [sql`hash(${sql.join(columns)})`];
	const order = sql`partition by ${owner(table)} order by ${sql.join([day(start), ...rest])}`;
	const same = rest.map((column) => sql`${column} = lag(${column}) over spells`);
	return sql`select owner, again, crosses from (
		select ${owner(table)} as owner,
			coalesce(${sql.join([sql`${day(start)} = lag(${day(start)}) over spells`, ...same], sql` and `)}, false) as again,
			coalesce(${day(start)} <= lag(coalesce(${day(end)}, date '9999-12-31')) over spells, false) as crosses
		from ${data.rows(table)} as row where ${owner(table)} is not null window spells as (${order})) as ordered
		where again or crosses`;
}

/** The person of a row; of an address its whole key. */
export function keyOwner(table: CbsTable): RawBuilder<unknown> {
	return keyPairs(table).length > 0 ? owner(table) : sql`concat_ws(' ', ${sql.join(table.key.map(text))})`;
}

/** Columns of the key beside the person and the start of the spell. */
export function restOfKey(table: CbsTable): string[] {
	const [pair = []] = keyPairs(table);
	const taken: readonly string[] = pair.length > 0 ? pair : table.key;
	return table.key.filter((column) => !taken.includes(column) && column !== table.spell?.[0]);
}
