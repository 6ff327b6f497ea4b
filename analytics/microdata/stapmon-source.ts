import { basename } from 'node:path';
import type { Domain } from '../contract/domain.ts';
import type { Spec } from '../contract/spec.ts';
import { InputError } from '../errors.ts';
import { codedColumns } from '../population/coding.ts';
import type { Unit } from '../population/fact.ts';
import { facts } from '../population/facts.ts';
import { openCbsTables } from './cbs-tables.ts';
import { columnIndex, type DataFile } from './data-file.ts';
import { GBAHUISHOUDENSBUS } from './tables/gbahuishoudensbus.ts';
import { fileForPeriod, findTableFiles } from './tables/registry.ts';
import { STAPMON, STAPMON_COLUMNS, stapmonNames, type StapmonColumn, type StapmonName } from './tables/stapmon.ts';
import type { CbsTable } from './tables/table.ts';

const REGIONS = ['buurt', 'wijk', 'gemeente'];

/** Whether the folder holds the Stapelingsmonitor for the year, and no household register: then it is the whole source. */
export function servesFromStapmon(dir: string, year: number): boolean {
	const files = findTableFiles(dir);
	const serves = (table: CbsTable) => fileForPeriod(files, table, year) !== undefined;
	return serves(STAPMON) && !serves(GBAHUISHOUDENSBUS);
}

/** The name that a column has in the file of a year; undefined when the file lacks it. */
export function stapmonColumn(file: DataFile, column: StapmonName, year: number): string | undefined {
	return stapmonNames(column, year).find((name) => columnIndex(file, name) >= 0);
}

/** The column of the Stapelingsmonitor that gives a column of the analysis file, when each unit is of this kind. */
export function stapmonGiving(column: string, unit: Unit): StapmonName | undefined {
	const names = Object.keys(STAPMON_COLUMNS) as StapmonName[];
	return names.find((name) => (STAPMON_COLUMNS[name] as StapmonColumn)[unit] === column);
}

/**
 * Opens the Stapelingsmonitor of a year for a specification that CBS tables can serve. Reads names and headers only.
 * @throws InputError when it lacks what the specification names
 */
export async function openStapmon(dir: string, year: number, spec: Spec, domain: Domain): Promise<DataFile> {
	const file = (await openCbsTables(dir, year, [{ table: STAPMON, years: [0] }])).file(STAPMON, year)!;
	const { kind } = spec.unit;
	for (const column of codedColumns(domain)) {
		// A history follows from its state, year by year.
		const state = facts.find((fact) => fact.column === column)?.past?.of.column ?? column;
		const name = stapmonGiving(state, kind);
		if (name === undefined || stapmonColumn(file, name, year) === undefined)
			throw new InputError(
				`${basename(file.path)}: the Stapelingsmonitor of ${year} does not tell column ${column} of a ${kind}. Leave out that column, or add the registers themselves, GBAHUISHOUDENSBUS first.`
			);
		if (REGIONS.includes(column)) requireOwnYear(spec, year);
	}
	if (kind === 'household')
		for (const name of ['number', 'since'] as const)
			if (stapmonColumn(file, name, year) === undefined)
				throw new InputError(
					`${basename(file.path)}: column ${stapmonNames(name, year)[0]} is missing, so households cannot be told apart. Add it, or make unit.kind person.`
				);
	return file;
}

/** The Stapelingsmonitor has no addresses, so its places cannot be told in the classification of another year. */
function requireOwnYear({ id, source }: Spec, year: number): void {
	if (source?.kind === 'cbs' && source.classification !== year)
		throw new InputError(
			`${id}: source.classification: the Stapelingsmonitor of ${year} knows places in the classification of ${year} only. Write ${year}, with the region tree of that year.`
		);
}
