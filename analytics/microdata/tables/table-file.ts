import type { CbsTable } from './table.ts';

/** How files of microdata come; of files that are alike otherwise, the first kind that is there is read. */
export const FORMATS = ['parquet', 'sav', 'zsav', 'csv'] as const;
export type TableFormat = (typeof FORMATS)[number];

/** A file of a CBS table in a folder, known by its name alone. */
export interface TableFile {
	readonly table: CbsTable;
	readonly year: number;
	/** Of a file that holds one month or quarter, or reaches no further: its last month. */
	readonly month?: number;
	/** 0 for a name without a version. */
	readonly version: number;
	readonly format: TableFormat;
	readonly path: string;
	/** Files of the same table and period that were passed over for this one: paths within the folder. */
	readonly passedOver: readonly string[];
}

/** What the name of a file tells. */
export interface NamedFile extends Omit<TableFile, 'passedOver'> {
	readonly preliminary: boolean;
	readonly edition: number;
}

/** A file of the table by that name, without its ending; null when the name is of something else. */
export function namedFile(table: CbsTable, stem: string, format: TableFormat, path: string): NamedFile | null {
	const groups = table.fileName.exec(stem)?.groups;
	if (groups === undefined) return null;
	const { year, month, quarter, version, edition, preliminary } = groups;
	const last = month === undefined ? (quarter === undefined ? undefined : 3 * Number(quarter)) : Number(month);
	return {
		table,
		year: Number(year),
		...(last === undefined ? {} : { month: last }),
		version: Number(version ?? 0),
		format,
		path,
		preliminary: preliminary !== undefined,
		edition: Number(edition ?? 0)
	};
}

/** Negative when the first is the better of two files of one table and period, 0 when nothing tells which one is. */
export function compareFiles(a: NamedFile, b: NamedFile): number {
	return (
		Number(a.preliminary) - Number(b.preliminary) ||
		b.edition - a.edition ||
		b.version - a.version ||
		FORMATS.indexOf(a.format) - FORMATS.indexOf(b.format)
	);
}

/**
 * The file that serves a period: of a year table the year's own, or the one of its last month; of a cumulative table the first
 * one that reaches the end of the year; of a reference table the newest.
 */
export function fileForPeriod(files: readonly TableFile[], table: CbsTable, year: number): TableFile | undefined {
	const own = files.filter((file) => file.table === table).sort((a, b) => reach(a) - reach(b));
	if (table.kind === 'reference') return own.at(-1);
	if (table.kind === 'cumulative') return own.find((file) => reach(file) >= 12 * (year + 1));
	const ofYear = own.filter((file) => file.year === year);
	return ofYear.find((file) => file.month === undefined) ?? ofYear.at(-1);
}

/** The month up to which a file tells, counted from the year 0. */
function reach({ year, month = 12 }: TableFile): number {
	return 12 * year + month;
}
