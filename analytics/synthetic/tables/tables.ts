import { assistance, defaulters, disability, unemployment, wsnp } from './benefits.ts';
import { debts, housingCosts, incomeLinks, incomes, personIncomes, positions, wealth } from './money.ts';
import { addresses, buurten, deaths, households, parents, partnerships, persons } from './registers.ts';
import type { CbsFile } from './sql.ts';
import { stapmon } from './stapmon.ts';

const YEARLY: readonly ((year: number) => CbsFile)[] = [
	persons,
	households,
	addresses,
	partnerships,
	parents,
	deaths,
	positions,
	incomeLinks,
	incomes,
	personIncomes,
	wealth,
	housingCosts,
	debts,
	assistance,
	unemployment,
	disability,
	defaulters,
	wsnp
];

/** All files of a span of years; with the Stapelingsmonitor, which is a source by itself. */
export function allFiles(first: number, last: number): CbsFile[] {
	const years = Array.from({ length: last - first + 1 }, (_, i) => first + i);
	return [buurten(), ...years.flatMap((year) => [...YEARLY, stapmon].map((make) => make(year)))];
}

/** The names of the tables that can be written. */
export const TABLES: readonly string[] = allFiles(2024, 2024).map(({ table }) => table);

/** What is written when nothing is asked for: all but the Stapelingsmonitor. */
export const DEFAULT_TABLES: readonly string[] = TABLES.filter((table) => table !== 'STAPMON');
