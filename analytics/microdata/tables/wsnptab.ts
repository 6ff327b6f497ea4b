import { cbsFileName } from './file-name.ts';
import { keyTypes, PERSON_KEY } from './keys.ts';
import type { CbsTable } from './table.ts';

export const WSNPTAB: CbsTable = {
	name: 'WSNPTAB',
	row: 'one spell of a person in statutory debt restructuring (Wsnp), in the file of each year that it touches',
	fileName: cbsFileName('WSNP', 'TAB'),
	examples: ['WSNP2023TABV1'],
	kind: 'year',
	of: 'person',
	columns: [...PERSON_KEY, 'AANVANGWSNP', 'EINDEWSNP'],
	types: { ...keyTypes(PERSON_KEY), AANVANGWSNP: 'date', EINDEWSNP: 'date' },
	spell: ['AANVANGWSNP', 'EINDEWSNP'],
	key: [...PERSON_KEY, 'AANVANGWSNP'],
	codes: {},
	missing: [''],
	consent: 'the owner of the Wsnp register',
	assumed:
		'Neither the name of the file nor its columns are in public documentation; dates are YYYYMMDD, 88888888 while the spell lasts.',
	source: 'CBS, Stapelingsmonitor, thema Wsnp'
};
