import { cbsFileName } from './file-name.ts';
import { keyTypes, MAIN_EARNER_KEY, PERSON_KEY } from './keys.ts';
import type { CbsTable } from './table.ts';

export const KOPPELPERSOONHUISHOUDEN: CbsTable = {
	name: 'KOPPELPERSOONHUISHOUDEN',
	row: 'one person of the income statistics in one year, with the main earner of the household',
	fileName: cbsFileName('KOPPELPERSOONHUISHOUDEN', 'TAB'),
	examples: ['KOPPELPERSOONHUISHOUDEN2023TABV1', 'KOPPELPERSOONHUISHOUDEN2023'],
	kind: 'year',
	of: 'person',
	columns: [...PERSON_KEY, ...MAIN_EARNER_KEY],
	types: { ...keyTypes(PERSON_KEY), ...keyTypes(MAIN_EARNER_KEY) },
	key: PERSON_KEY,
	codes: {},
	missing: [''],
	source: 'CBS, Koppelpersoonhuishouden: personen en de hoofdkostwinner van hun huishouden in de inkomensstatistiek'
};
