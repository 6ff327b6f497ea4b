import { sql } from 'kysely';
import { cbsTables } from '../../tables/registry.ts';
import type { CbsTable } from '../../tables/table.ts';
import { anyOf, holds } from '../expressions.ts';
import { rowsOf } from '../relations/rows-of.ts';
import type { RowRule } from '../rule.ts';
import { isWhole, knownColumns, text } from '../typed-rows.ts';

/** Free texts, such as numbers of households and addresses, come back in nobody's spreadsheet or page as code. */
export const noMarkup: RowRule = {
	id: 'no-markup',
	level: 0,
	severity: 'error',
	title: 'texts hold no formulas and no HTML',
	tables: cbsTables,
	over: rowsOf,
	broken(data, table) {
		const { file } = data.file(table);
		const columns = knownColumns(file, table).filter(
			(column) => isFree(table, column) && !isWhole(file, table, column)
		);
		return anyOf(
			columns.map((column) =>
				holds(sql`contains(${text(column)}, '<')
					or (${text(column)} >= '=' and ${text(column)} < 'A' and (${text(column)} ^@ '=' or ${text(column)} ^@ '@'))`)
			)
		);
	}
};

/** No type and no list of codes says more about the column. */
function isFree(table: CbsTable, column: string): boolean {
	return table.types[column] === undefined && table.codes[column] === undefined;
}
