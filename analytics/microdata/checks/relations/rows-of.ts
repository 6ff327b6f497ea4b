import type { CbsTable } from '../../tables/table.ts';
import type { Relation } from '../rule.ts';

/** Every row of a file, as `typedRows` has it. */
export function rowsOf(table: CbsTable): Relation {
	return {
		name: `rows of ${table.name}`,
		tables: [table],
		of: 'file',
		rows: async (data) => data.rows(table)
	};
}
