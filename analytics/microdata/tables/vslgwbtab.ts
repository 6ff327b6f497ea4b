import type { CbsTable } from './table.ts';

/** Region columns: gem, wc and bc, each followed by the year of the classification. */
export const REGION_YEAR_COLUMN = /^(?<level>gem|wc|bc)(?<year>\d{4})$/i;

export const VSLGWBTAB: CbsTable = {
	name: 'VSLGWBTAB',
	row: 'one address, with its municipality, wijk and buurt in the classification of each year',
	fileName: /^VSLGWB(?:TAB)?(?<year>\d{4})(?:TAB)?(?<edition>\d{2})?(?:V(?<version>\d+))?$/i,
	examples: ['VSLGWB2024TABV1', 'VSLGWB2022TAB03V2'],
	kind: 'reference',
	of: 'address',
	columns: ['SOORTOBJECTNUMMER', 'RINOBJECTNUMMER'],
	yearColumns: REGION_YEAR_COLUMN,
	types: {},
	key: ['SOORTOBJECTNUMMER', 'RINOBJECTNUMMER'],
	codes: {},
	/** A code may be known in part only: 0363-- is a wijk of Amsterdam, which one is unknown. */
	missing: ['', '----', '------', '--------'],
	assumed:
		'The two digits after TAB in a file name (VSLGWB2022TAB03V2) number the editions of a year; the highest one wins.',
	source: 'CBS, Vslgwbtab: gemeente, wijk en buurt van verblijfsobjecten'
};
