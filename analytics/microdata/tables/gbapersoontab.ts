import { cbsFileName, type CbsTable } from './table.ts';

export const GBAPERSOONTAB: CbsTable = {
	name: 'GBAPERSOONTAB',
	row: 'one person who was ever registered in the BRP',
	fileName: cbsFileName('GBAPERSOON', 'TAB'),
	kind: 'cumulative',
	columns: ['RINPERSOONS', 'RINPERSOON', 'GBAGESLACHT', 'GBAGEBOORTEJAAR', 'GBAGEBOORTEMAAND'],
	key: ['RINPERSOONS', 'RINPERSOON'],
	codes: { GBAGESLACHT: ['1', '2', '-'] },
	missing: ['-', '--', '----'],
	source: 'CBS, Gbapersoontab: demografische kenmerken van alle in de BRP ingeschreven personen'
};
