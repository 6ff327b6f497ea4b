import { cbsFileName, type CbsTable } from './table.ts';

export const GBAADRESOBJECTBUS: CbsTable = {
	name: 'GBAADRESOBJECTBUS',
	row: 'one spell of a person at an address',
	fileName: cbsFileName('GBAADRESOBJECT', 'BUS'),
	kind: 'cumulative',
	columns: [
		'RINPERSOONS',
		'RINPERSOON',
		'GBADATUMAANVANGADRESHOUDING',
		'GBADATUMEINDEADRESHOUDING',
		'SOORTOBJECTNUMMER',
		'RINOBJECTNUMMER'
	],
	key: ['RINPERSOONS', 'RINPERSOON', 'GBADATUMAANVANGADRESHOUDING', 'SOORTOBJECTNUMMER', 'RINOBJECTNUMMER'],
	codes: {},
	missing: ['', '--'],
	source: 'CBS, Gbaadresobjectbus: adressen van personen in de BRP'
};
