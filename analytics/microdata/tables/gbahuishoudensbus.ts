import { cbsFileName, type CbsTable } from './table.ts';

/** TYPHH: 1 one person, 2 and 3 couple without children (unmarried, married), 4 and 5 with children, 6 one parent, 7 other, 8 institution. */
export const HOUSEHOLD_TYPES = ['1', '2', '3', '4', '5', '6', '7', '8'] as const;

export const GBAHUISHOUDENSBUS: CbsTable = {
	name: 'GBAHUISHOUDENSBUS',
	row: 'one spell of a person in a household',
	fileName: cbsFileName('GBAHUISHOUDENS', 'BUS'),
	kind: 'cumulative',
	columns: [
		'RINPERSOONS',
		'RINPERSOON',
		'DATUMAANVANGHH',
		'DATUMEINDEHH',
		'HUISHOUDNR',
		'TYPHH',
		'PLHH',
		'REFPERSOONHH',
		'AANTALPERSHH'
	],
	key: ['RINPERSOONS', 'RINPERSOON', 'DATUMAANVANGHH'],
	codes: {
		TYPHH: HOUSEHOLD_TYPES,
		PLHH: ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10'],
		REFPERSOONHH: ['0', '1']
	},
	missing: ['', '--'],
	source: 'CBS, Gbahuishoudensbus: kenmerken van huishoudens van personen in de BRP'
};
