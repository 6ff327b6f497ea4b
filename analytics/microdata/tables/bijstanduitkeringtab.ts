import { cbsFileName } from './file-name.ts';
import { keyTypes, PERSON_KEY } from './keys.ts';
import type { CbsTable } from './table.ts';

const START = 'BIJSTANDAanvangUitkeringPersoon1A';
const END = 'BIJSTANDEindeUitkeringPersoon1A';

/**
 * BIJSTANDStatistiekcodeA: 01, 13, 15 and 16 bijstand, 02 IOAW, 03 IOAZ, 14 and 20 Bbz (self-employed), 18 individual income
 * supplement, 19 study supplement.
 */
export const ASSISTANCE_CODES = ['01', '02', '03', '13', '14', '15', '16', '18', '19', '20'] as const;

/** The codes of bijstand for general living costs. */
export const GENERAL_ASSISTANCE: readonly string[] = ['01', '13', '15', '16'];

export const BIJSTANDUITKERINGTAB: CbsTable = {
	name: 'BIJSTANDUITKERINGTAB',
	row: 'one spell of social assistance of a person, in the file of each year that it touches',
	fileName: cbsFileName('BIJSTANDUITKERING', 'TAB'),
	examples: ['BIJSTANDUITKERINGTAB2023V1', 'BIJSTANDUITKERING2023TABV1'],
	kind: 'year',
	of: 'person',
	columns: [...PERSON_KEY, 'BIJSTANDStatistiekcodeA', START, END],
	optional: ['BIJSTANDIndicatieLopendA'],
	types: { ...keyTypes(PERSON_KEY), [START]: 'date', [END]: 'date', BIJSTANDIndicatieLopendA: 'flag' },
	spell: [START, END],
	key: [...PERSON_KEY, 'BIJSTANDStatistiekcodeA', START],
	codes: { BIJSTANDStatistiekcodeA: ASSISTANCE_CODES, BIJSTANDIndicatieLopendA: ['0', '1'] },
	missing: ['', '--'],
	assumed:
		'Dates are YYYYMMDD, and 88888888 while the benefit runs; BIJSTANDIndicatieLopendA is 1 when it runs on 31 December.',
	source: 'CBS, Bijstanduitkeringtab: bijstandsuitkeringen van personen'
};
