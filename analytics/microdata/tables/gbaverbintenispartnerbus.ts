import { cbsFileName } from './file-name.ts';
import { keyTypes, PERSON_KEY } from './keys.ts';
import type { CbsTable } from './table.ts';

const PARTNER_KEY = ['RINPERSOONSVERBINTENISP', 'RINPERSOONVERBINTENISP'] as const;

/** REDENBEEINDIGINGVERBINTENIS: why a marriage or partnership ended. */
export const ENDED_BY = { divorce: 'S', death: 'O' } as const;

export const GBAVERBINTENISPARTNERBUS: CbsTable = {
	name: 'GBAVERBINTENISPARTNERBUS',
	row: 'one marriage or registered partnership of a person',
	fileName: cbsFileName('GBAVERBINTENISPARTNER', 'BUS'),
	examples: ['GBAVERBINTENISPARTNER2023BUSV1'],
	kind: 'cumulative',
	of: 'person',
	columns: [...PERSON_KEY, 'AANVANGVERBINTENIS', 'EINDEVERBINTENIS', 'TYPEVERBINTENIS', 'REDENBEEINDIGINGVERBINTENIS'],
	optional: PARTNER_KEY,
	types: {
		...keyTypes(PERSON_KEY),
		...keyTypes(PARTNER_KEY),
		AANVANGVERBINTENIS: 'date',
		EINDEVERBINTENIS: 'date'
	},
	spell: ['AANVANGVERBINTENIS', 'EINDEVERBINTENIS'],
	key: [...PERSON_KEY, 'AANVANGVERBINTENIS'],
	/** H marriage, P registered partnership. */
	codes: { TYPEVERBINTENIS: ['H', 'P'] },
	missing: ['', '-'],
	assumed: 'REDENBEEINDIGINGVERBINTENIS is O when the partner died. S, for divorce, is in public research code.',
	source: 'CBS, Gbaverbintenispartnerbus: huwelijken en geregistreerde partnerschappen van personen in de BRP'
};
