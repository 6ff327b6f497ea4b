import type { DataFile } from '../../data-file.ts';
import { columnIndex } from '../../data-file.ts';
import { GBAOVERLIJDENTAB } from '../../tables/gbaoverlijdentab.ts';
import { debtColumn, SCHULDENPROBLEMATIEKTAB } from '../../tables/schuldenproblematiektab.ts';
import { STAPMON } from '../../tables/stapmon.ts';
import { VSLGWBTAB } from '../../tables/vslgwbtab.ts';
import type { FileRule } from '../rule.ts';
import { classifications } from '../classifications.ts';

/** Some columns carry a date, a year or a changing name; without any of them the file tells nothing. */
export const yearColumns: FileRule = {
	id: 'year-columns',
	level: 0,
	severity: 'error',
	title: 'the file has the columns whose names hold the date or the year',
	tables: [SCHULDENPROBLEMATIEKTAB, VSLGWBTAB, GBAOVERLIJDENTAB, STAPMON],
	fault(file, table, year) {
		if (file === null) return null;
		if (table === SCHULDENPROBLEMATIEKTAB) return debtFault(file, year);
		if (table === VSLGWBTAB)
			return classifications(file).length > 0 ? null : 'the file has no year with all of gem, wc and bc';
		const found = file.columns.some((column) => table.yearColumns!.test(column.name));
		return found ? null : 'the file has none of the columns that are found by their name';
	}
};

function debtFault(file: DataFile, year: number): string | null {
	const needed = debtColumn(12, 'household', `${year + 1}0101`);
	return columnIndex(file, needed) >= 0 ? null : `the file has no column ${needed}`;
}
