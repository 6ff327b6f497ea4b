import { cbsFileName } from './file-name.ts';
import { keyTypes, PERSON_KEY } from './keys.ts';
import type { CbsTable } from './table.ts';

export const ZVWWANBETALERSTAB: CbsTable = {
	name: 'ZVWWANBETALERSTAB',
	row: 'one spell of a person in the defaulters scheme of the health insurance act, in the file of each year that it touches',
	fileName: cbsFileName('ZVWWANBETALERS', 'TAB'),
	examples: ['ZVWWANBETALERS2023TABV1'],
	kind: 'year',
	of: 'person',
	columns: [...PERSON_KEY, 'AANVANGWANBETALER', 'EINDEWANBETALER'],
	types: { ...keyTypes(PERSON_KEY), AANVANGWANBETALER: 'date', EINDEWANBETALER: 'date' },
	spell: ['AANVANGWANBETALER', 'EINDEWANBETALER'],
	key: [...PERSON_KEY, 'AANVANGWANBETALER'],
	codes: {},
	missing: [''],
	consent: 'CAK, which keeps the register of defaulters',
	assumed:
		'Neither the name of the file nor its columns are in public documentation; dates are YYYYMMDD, 88888888 while the spell lasts.',
	source: 'CBS, onderzoeksomschrijving Wanbetalers Zorgverzekeringswet; data.overheid.nl, CBS-microdata'
};
