import { cbsFileName } from './file-name.ts';
import { keyTypes, MAIN_EARNER_KEY } from './keys.ts';
import { SECM_CODES } from './secmbus.ts';
import type { CbsTable } from './table.ts';

/** INHEHALGR: 1 own home, 2 rented, 3 rented with huurtoeslag, 8 institution, 9 unknown. */
export const TENURES = ['1', '2', '3', '8', '9'] as const;

export const INHATAB: CbsTable = {
	name: 'INHATAB',
	row: 'one household of the income statistics in one year, under the key of its main earner',
	fileName: cbsFileName('INHA', 'TAB'),
	examples: ['INHA2023TABV1'],
	kind: 'year',
	of: 'household',
	/** Columns that end in L are about four years: the year itself and the three before it. */
	columns: [
		...MAIN_EARNER_KEY,
		'INHARMLAG',
		'INHARMLAGL',
		'INHARMSOC',
		'INHBBIHJ',
		'INHBESTINKH',
		'INHGESTINKH',
		'INHEHALGR'
	],
	optional: ['INHAHL', 'INHARMEUR', 'INHARMEURL', 'INHARMSOCL', 'INHBRUTINKH', 'INHPRIMINKH'],
	types: {
		...keyTypes(MAIN_EARNER_KEY),
		INHAHL: 'count',
		INHARMEUR: 'percentage',
		INHARMEURL: 'percentage',
		INHARMLAG: 'percentage',
		INHARMLAGL: 'percentage',
		INHARMSOC: 'percentage',
		INHARMSOCL: 'percentage',
		INHBESTINKH: 'amount',
		INHBRUTINKH: 'amount',
		INHGESTINKH: 'amount',
		INHPRIMINKH: 'amount'
	},
	key: MAIN_EARNER_KEY,
	codes: { INHEHALGR: TENURES, INHBBIHJ: SECM_CODES },
	/** Amounts have ten nines, counts two. Percentages: -1 unknown income, -2 institution, -3 student household. */
	missing: ['', '9999999999', '99', '-1', '-2', '-3'],
	assumed: 'INHBBIHJ has the codes of SECM. INHEHALGR: the meaning of its codes is taken from public research code.',
	source: 'CBS, Inhatab: inkomen van huishoudens'
};
