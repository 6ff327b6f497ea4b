import { cbsFileName } from './file-name.ts';
import { keyTypes, PERSON_KEY } from './keys.ts';
import type { CbsTable } from './table.ts';

export const GBAPERSOONTAB: CbsTable = {
	name: 'GBAPERSOONTAB',
	row: 'one person who was ever registered in the BRP',
	fileName: cbsFileName('GBAPERSOON', 'TAB'),
	examples: ['GBAPERSOON2023TABV1', 'GBAPERSOONTAB2016V1'],
	kind: 'cumulative',
	of: 'person',
	columns: [...PERSON_KEY, 'GBAGESLACHT', 'GBAGEBOORTEJAAR', 'GBAGEBOORTEMAAND'],
	/** The file also tells where persons and their parents were born; that is not read. */
	optional: ['GBAGEBOORTEDAG', 'GBAIMPUTATIECODE'],
	types: { ...keyTypes(PERSON_KEY), GBAGEBOORTEJAAR: 'year', GBAGEBOORTEMAAND: 'month', GBAGEBOORTEDAG: 'day' },
	key: PERSON_KEY,
	codes: { GBAGESLACHT: ['1', '2', '-'] },
	missing: ['', '-', '--', '----'],
	source: 'CBS, Gbapersoontab: demografische kenmerken van alle in de BRP ingeschreven personen'
};
