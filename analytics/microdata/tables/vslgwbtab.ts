import { type CbsTable } from './table.ts';

export const VSLGWBTAB: CbsTable = {
	name: 'VSLGWBTAB',
	row: 'one address, with its municipality, wijk and buurt in the classification of each year',
	fileName: /^VSLGWB(?:TAB)?(?<year>\d{4})(?:TAB)?(?:\d{2})?V(?<version>\d+)$/i,
	kind: 'reference',
	columns: ['SOORTOBJECTNUMMER', 'RINOBJECTNUMMER'],
	yearColumns: /^(gem|wc|bc)\d{4}$/i,
	key: ['SOORTOBJECTNUMMER', 'RINOBJECTNUMMER'],
	codes: {},
	missing: ['', '----', '------', '--------'],
	source: 'CBS, Vslgwbtab: gemeente, wijk en buurt van verblijfsobjecten'
};
