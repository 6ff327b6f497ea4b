import { sql } from 'kysely';
import type { CbsTable } from '../../tables/table.ts';
import type { CheckData } from '../check-data.ts';
import type { Relation } from '../rule.ts';
import { keyPairs, text } from '../typed-rows.ts';

/** One row: `records`, and how many of them are `linkable`: their key is of kind R. */
export function sizeOf(table: CbsTable): Relation {
	return { name: `size of ${table.name}`, tables: [table], of: 'file', rows: async (data) => size(data, table) };
}

/** One row: `records` of the period and of the year `before`. */
export function sizesOf(table: CbsTable): Relation {
	return {
		name: `sizes of ${table.name}`,
		tables: [table],
		before: [table],
		of: 'period',
		rows: async (data) =>
			sql`(select now.records, before.records as earlier
				from ${size(data, table)} as now, ${size(data.before!, table)} as before)`
	};
}

function size(data: CheckData, table: CbsTable) {
	const [pair] = keyPairs(table);
	const linkable = pair === undefined ? sql`count(*)` : sql`count(*) filter (where ${text(pair[0])} = 'R')`;
	return sql`(select count(*) as records, ${linkable} as linkable from ${data.rows(table)} as row)`;
}
