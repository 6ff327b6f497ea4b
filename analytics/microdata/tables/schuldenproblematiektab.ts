import { cbsFileName, type CbsTable } from './table.ts';

/** Household column of the narrow definition at a reference date; the date is part of the name. */
export const DEBT_COLUMN = /^smalle_def_problematische_schulden_HH_(?<date>\d{8})$/i;

export const SCHULDENPROBLEMATIEKTAB: CbsTable = {
	name: 'SCHULDENPROBLEMATIEKTAB',
	row: 'one person at a reference date, with the registered problematic debts of the person and of the household',
	fileName: cbsFileName('(?:SCHULDENPROBLEMATIEK|PROBLEMATISCHESCHULDEN)', 'TAB'),
	kind: 'year',
	columns: ['RINPERSOONS', 'RINPERSOON', 'DATUMAANVANGHH', 'HUISHOUDNR'],
	yearColumns: DEBT_COLUMN,
	key: ['RINPERSOONS', 'RINPERSOON'],
	codes: {},
	missing: [''],
	source: 'CBS, Schuldenproblematiekbestanden: personen en huishoudens met geregistreerde problematische schulden'
};
