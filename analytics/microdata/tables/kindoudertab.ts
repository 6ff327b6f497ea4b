import { cbsFileName } from './file-name.ts';
import { keyTypes, PERSON_KEY } from './keys.ts';
import type { CbsTable } from './table.ts';

const MOTHER_KEY = ['RINPERSOONSMa', 'RINPERSOONMa'] as const;
const FATHER_KEY = ['RINPERSOONSpa', 'RINPERSOONpa'] as const;

export const KINDOUDERTAB: CbsTable = {
	name: 'KINDOUDERTAB',
	row: 'one person with its legal parents',
	fileName: cbsFileName('KINDOUDER', 'TAB'),
	examples: ['KINDOUDER2023TABV1'],
	kind: 'cumulative',
	of: 'person',
	columns: [...PERSON_KEY, ...MOTHER_KEY, ...FATHER_KEY],
	optional: ['XKOPPELNUMMER'],
	types: { ...keyTypes(PERSON_KEY), ...keyTypes(MOTHER_KEY), ...keyTypes(FATHER_KEY) },
	key: PERSON_KEY,
	codes: {},
	missing: ['', '-', '---------'],
	assumed: 'An unknown parent has no key of kind R.',
	source: 'CBS, Kindoudertab: kinderen en hun juridische ouders'
};
