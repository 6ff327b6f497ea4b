import { cbsFileName } from './file-name.ts';
import { keyTypes, PERSON_KEY } from './keys.ts';
import type { CbsTable } from './table.ts';

export const INPATAB: CbsTable = {
	name: 'INPATAB',
	row: 'one person of the income statistics in one year',
	fileName: cbsFileName('INPA', 'TAB'),
	examples: ['INPA2023TABV1'],
	kind: 'year',
	of: 'person',
	columns: [...PERSON_KEY, 'INPPERSBRUT', 'INPPERSPRIM'],
	/** INPPH868ZTS zorgtoeslag, INPT7340HRS huurtoeslag, INPT6325KGB kindgebonden budget. */
	optional: ['INPBELI', 'INPEMEZ', 'INPPINK', 'INPPOSHHK', 'INPPH868ZTS', 'INPT7340HRS', 'INPT6325KGB'],
	types: {
		...keyTypes(PERSON_KEY),
		INPPERSBRUT: 'amount',
		INPPERSPRIM: 'amount',
		INPBELI: 'amount',
		INPPH868ZTS: 'amount',
		INPT7340HRS: 'amount',
		INPT6325KGB: 'amount'
	},
	key: PERSON_KEY,
	/** INPPINK: 0 no personal income, 1 personal income, 9 not observed. */
	codes: { INPPINK: ['0', '1', '9'] },
	/** Negative amounts are losses, and no missing values. */
	missing: ['', '9999999999', '999999999'],
	source: 'CBS, Inpatab: inkomen van personen'
};
