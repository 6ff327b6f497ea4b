import { cbsFileName } from './file-name.ts';
import { keyTypes, PERSON_KEY } from './keys.ts';
import type { CbsTable } from './table.ts';

export const GBAADRESOBJECTBUS: CbsTable = {
	name: 'GBAADRESOBJECTBUS',
	row: 'one spell of a person at an address',
	fileName: cbsFileName('GBAADRESOBJECT', 'BUS'),
	examples: ['GBAADRESOBJECT2023BUSV1'],
	kind: 'cumulative',
	of: 'person',
	columns: [
		...PERSON_KEY,
		'GBADATUMAANVANGADRESHOUDING',
		'GBADATUMEINDEADRESHOUDING',
		'SOORTOBJECTNUMMER',
		'RINOBJECTNUMMER'
	],
	types: { ...keyTypes(PERSON_KEY), GBADATUMAANVANGADRESHOUDING: 'date', GBADATUMEINDEADRESHOUDING: 'date' },
	spell: ['GBADATUMAANVANGADRESHOUDING', 'GBADATUMEINDEADRESHOUDING'],
	/** Two registrations of a person may overlap, so the address is part of the key. */
	key: [...PERSON_KEY, 'GBADATUMAANVANGADRESHOUDING', 'SOORTOBJECTNUMMER', 'RINOBJECTNUMMER'],
	codes: {},
	missing: ['', '--'],
	source: 'CBS, Gbaadresobjectbus: adressen van personen in de BRP'
};
