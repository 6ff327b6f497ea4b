import { cbsMonthFileName } from './file-name.ts';
import { keyTypes } from './keys.ts';
import type { CbsTable } from './table.ts';

const KEY = ['RINPersoonS', 'RINPersoon'] as const;

/** AOTotWetcodeV2: 1 WAO, 2 WAZ, 3 Wajong, 4 IVA, 5 WGA. */
export const DISABILITY_LAWS = ['1', '2', '3', '4', '5'] as const;

export const AOTOTUITKERINGATAB: CbsTable = {
	name: 'AOTOTUITKERINGATAB',
	row: 'one disability benefit of a person in one month',
	fileName: cbsMonthFileName('AOTOTUITKERINGA'),
	examples: ['AOTOTUITKERINGA202312TABV1'],
	kind: 'year',
	of: 'person',
	columns: [...KEY, 'AOTotWetcodeV2'],
	optional: ['AOTotStatusV2'],
	types: keyTypes(KEY),
	key: [...KEY, 'AOTotWetcodeV2'],
	codes: { AOTotWetcodeV2: DISABILITY_LAWS },
	missing: ['', '--'],
	assumed:
		'A row with a law is a benefit that runs in the month; AOTotStatusV2, whose codes are not public, is not used.',
	source: 'CBS, Aototuitkeringatab: arbeidsongeschiktheidsuitkeringen van personen per maand'
};
