import { InputError } from '../../errors.ts';
import { cbsTables, type TableFile } from '../tables/registry.ts';
import { GBAADRESOBJECTBUS } from '../tables/gbaadresobjectbus.ts';
import { GBAHUISHOUDENSBUS } from '../tables/gbahuishoudensbus.ts';
import { GBAPERSOONTAB } from '../tables/gbapersoontab.ts';
import { INHATAB } from '../tables/inhatab.ts';
import { STAPMON } from '../tables/stapmon.ts';
import type { CbsTable } from '../tables/table.ts';
import { VSLGWBTAB } from '../tables/vslgwbtab.ts';

/** A table, and the years that are read of it, counted from the period: 0 is its own, -1 the year before. */
export interface TableUse {
	readonly table: CbsTable;
	readonly years: readonly number[];
	/** What is absent is unknown, and stops nothing. */
	readonly optional?: true;
}

/**
 * A required table must be there; a wanted one must be sound where it is there; one of history, of which nothing is known where
 * its file is not there or has other columns, is checked where it can be read.
 */
export type Use = 'required' | 'wanted' | 'history';

/** The tables that are checked for one year. */
export interface YearChecks {
	readonly year: number;
	readonly tables: ReadonlyMap<CbsTable, Use>;
}

/** Without these there are no households with a place and an income, unless the Stapelingsmonitor tells all. */
const CORE: readonly CbsTable[] = [GBAPERSOONTAB, GBAHUISHOUDENSBUS, GBAADRESOBJECTBUS, VSLGWBTAB, INHATAB];

/** What is checked, in the order of the years. */
export function checksOf(
	files: readonly TableFile[],
	periods: readonly string[] | undefined,
	needs: readonly TableUse[] | undefined
): YearChecks[] {
	const years = periods === undefined ? yearsOf(files) : periods.map(yearOf);
	const checks = needs === undefined ? years.map((year) => wholeYear(files, year)) : inUse(years, needs);
	return checks.sort((a, b) => a.year - b.year);
}

function yearOf(period: string): number {
	if (!/^(19|20)\d{2}$/.test(period)) throw new InputError(`period ${period}: CBS tables need a year, such as "2023".`);
	return Number(period);
}

function yearsOf(files: readonly TableFile[]): number[] {
	const own = files.filter((file) => file.table === INHATAB);
	const found = (own.length > 0 ? own : files).map((file) => file.year);
	if (found.length === 0)
		throw new InputError('The folder holds no CBS tables. Their names look like GBAPERSOON2023TABV1.csv.');
	return [...new Set(found)];
}

function wholeYear(files: readonly TableFile[], year: number): YearChecks {
	const complete = files.some((file) => file.table === STAPMON && file.year === year);
	const use = (table: CbsTable): Use => (!complete && CORE.includes(table) ? 'required' : 'wanted');
	return { year, tables: new Map(cbsTables.map((table) => [table, use(table)])) };
}

function inUse(periods: readonly number[], needs: readonly TableUse[]): YearChecks[] {
	const years = new Map<number, Map<CbsTable, Use>>();
	for (const period of periods)
		for (const { table, years: offsets, optional } of needs)
			for (const offset of offsets) {
				const tables = years.get(period + offset) ?? new Map<CbsTable, Use>();
				const use = optional !== true ? 'required' : offset < 0 ? 'history' : 'wanted';
				tables.set(table, stricter(use, tables.get(table)));
				years.set(period + offset, tables);
			}
	return [...years].map(([year, tables]) => ({ year, tables }));
}

function stricter(one: Use, other: Use = 'history'): Use {
	return one === 'required' || other === 'history' ? one : other;
}
