import { cbsFileName } from './file-name.ts';
import { keyTypes, MAIN_EARNER_KEY } from './keys.ts';
import type { CbsTable } from './table.ts';

export const WOONLASTENTAB: CbsTable = {
	name: 'WOONLASTENTAB',
	row: 'one household in one year with its housing costs, under the key of its main earner',
	fileName: cbsFileName('WOONLASTEN', 'TAB'),
	examples: ['WOONLASTEN2023TABV1'],
	kind: 'year',
	of: 'household',
	columns: [...MAIN_EARNER_KEY, 'WOONLASTEN'],
	/** Whole euros a year: rent less huurtoeslag, or mortgage costs, and energy. */
	types: { ...keyTypes(MAIN_EARNER_KEY), WOONLASTEN: 'amount' },
	key: MAIN_EARNER_KEY,
	codes: {},
	missing: ['', '9999999999'],
	assumed:
		'CBS has no public table of this name: the file is an upload of the researcher, in the form that is given here.',
	source: 'Eigen bestand van de onderzoeker'
};
