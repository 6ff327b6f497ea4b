import { cbsNeeds } from '../../microdata/cbs-source.ts';
import { DEATH_DATES, GBAOVERLIJDENTAB } from '../../microdata/tables/gbaoverlijdentab.ts';
import { debtColumn, debtDates, SCHULDENPROBLEMATIEKTAB } from '../../microdata/tables/schuldenproblematiektab.ts';
import type { CbsTable } from '../../microdata/tables/table.ts';
import { VSLGWBTAB } from '../../microdata/tables/vslgwbtab.ts';
import type { Specification } from '../../specification/load.ts';

/** A file of a CBS table. */
export interface InventedFile {
	readonly table: CbsTable;
	/** Without its ending. */
	readonly name: string;
	readonly columns: readonly string[];
}

/**
 * The files that a specification can use, with every column that is known of their tables: of yearly tables one for each year
 * that a fact looks at, those that a release could do without too; of others one that serves all years.
 */
export function inventedFiles({ spec, domain }: Pick<Specification, 'spec' | 'domain'>): InventedFile[] {
	if (spec.source?.kind !== 'cbs') throw new RangeError('CBS tables are invented for a source of kind cbs');
	const period = Number(spec.period);
	const { classification } = spec.source;
	const files = new Map<string, InventedFile>();
	for (const { table, years } of cbsNeeds(spec, domain))
		for (const offset of years) {
			const year = { year: period + offset, cumulative: period, reference: classification }[table.kind];
			const name = table.examples[0]!.replace(/\d{4}/, String(year));
			const columns = [...new Set([...table.columns, ...(table.optional ?? []), ...namedByYear(table, year)])];
			files.set(name, { table, name, columns });
		}
	return [...files.values()];
}

/** Columns whose names differ by file. */
function namedByYear(table: CbsTable, year: number): string[] {
	if (table === VSLGWBTAB) return ['gem', 'wc', 'bc'].map((level) => `${level}${year}`);
	if (table === GBAOVERLIJDENTAB) return [DEATH_DATES[0]];
	if (table !== SCHULDENPROBLEMATIEKTAB) return [];
	return debtDates(year).flatMap((date) =>
		([12, 10] as const).flatMap((definition) =>
			(['person', 'household'] as const).map((of) => debtColumn(definition, of, date))
		)
	);
}
