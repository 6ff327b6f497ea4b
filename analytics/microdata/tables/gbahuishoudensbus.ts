import { cbsFileName } from './file-name.ts';
import { keyTypes, PERSON_KEY } from './keys.ts';
import type { CbsTable } from './table.ts';

/** TYPHH: 1 one person, 2 and 3 couple without children (unmarried, married), 4 and 5 with children, 6 one parent, 7 other, 8 institution. */
export const HOUSEHOLD_TYPES = ['1', '2', '3', '4', '5', '6', '7', '8'] as const;

/**
 * PLHH: 1 child at home, 2 lives alone, 3 and 4 partner without children (unmarried, married), 5 and 6 with children, 7 single
 * parent, 8 reference person of another household, 9 other member, 10 in an institution.
 */
export const HOUSEHOLD_PLACES = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10'] as const;

export const GBAHUISHOUDENSBUS: CbsTable = {
	name: 'GBAHUISHOUDENSBUS',
	row: 'one spell of a person in a household',
	fileName: cbsFileName('GBAHUISHOUDENS', 'BUS'),
	examples: ['GBAHUISHOUDENS2023BUSV1'],
	kind: 'cumulative',
	of: 'person',
	columns: [
		...PERSON_KEY,
		'DATUMAANVANGHH',
		'DATUMEINDEHH',
		'HUISHOUDNR',
		'TYPHH',
		'PLHH',
		'REFPERSOONHH',
		'AANTALPERSHH'
	],
	optional: [
		'AANTALKINDHH',
		'AANTALOVHH',
		'GEBJAARJONGSTEKINDHH',
		'GEBMAANDJONGSTEKINDHH',
		'GEBJAAROUDSTEKINDHH',
		'GEBMAANDOUDSTEKINDHH',
		'IMPUTATIECODEHH'
	],
	types: {
		...keyTypes(PERSON_KEY),
		DATUMAANVANGHH: 'date',
		DATUMEINDEHH: 'date',
		REFPERSOONHH: 'flag',
		AANTALPERSHH: 'count',
		AANTALKINDHH: 'count',
		AANTALOVHH: 'count',
		GEBJAARJONGSTEKINDHH: 'year',
		GEBMAANDJONGSTEKINDHH: 'month',
		GEBJAAROUDSTEKINDHH: 'year',
		GEBMAANDOUDSTEKINDHH: 'month'
	},
	spell: ['DATUMAANVANGHH', 'DATUMEINDEHH'],
	key: [...PERSON_KEY, 'DATUMAANVANGHH'],
	codes: { TYPHH: HOUSEHOLD_TYPES, PLHH: HOUSEHOLD_PLACES, REFPERSOONHH: ['0', '1'] },
	missing: ['', '--', '----'],
	source: 'CBS, Gbahuishoudensbus: kenmerken van huishoudens van personen in de BRP'
};
