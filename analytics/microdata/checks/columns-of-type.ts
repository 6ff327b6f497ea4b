import type { CbsTable, ColumnType } from '../tables/table.ts';

/** The columns of a table that hold something, in its order. */
export function columnsOfType(table: CbsTable, ...types: ColumnType[]): string[] {
	return Object.keys(table.types).filter((column) => types.includes(table.types[column]!));
}
