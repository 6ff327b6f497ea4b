import { cbsFileName } from './file-name.ts';
import { keyTypes, PERSON_KEY } from './keys.ts';
import type { CbsTable } from './table.ts';

/**
 * Socio-economic category: 11 employee, 12 director and major shareholder, 13 entrepreneur, 14 other self-employed, 15 works in
 * the family, 21 unemployment benefit, 22 social assistance, 23 other social provision, 24 sickness or disability benefit, 25
 * pension, 26 pupil or student with income, 31 pupil or student without income, 32 other without income.
 */
export const SECM_CODES = ['11', '12', '13', '14', '15', '21', '22', '23', '24', '25', '26', '31', '32'] as const;

export const SECMBUS: CbsTable = {
	name: 'SECMBUS',
	row: 'one spell of a person in a socio-economic category, by its main income of each month',
	fileName: cbsFileName('SECM', 'BUS'),
	examples: ['SECM2023BUSV1', 'SECMBUS2023V1'],
	kind: 'cumulative',
	of: 'person',
	columns: [...PERSON_KEY, 'AANVSECM', 'EINDSECM', 'SECM'],
	types: { ...keyTypes(PERSON_KEY), AANVSECM: 'date', EINDSECM: 'date' },
	spell: ['AANVSECM', 'EINDSECM'],
	key: [...PERSON_KEY, 'AANVSECM'],
	codes: { SECM: SECM_CODES },
	missing: ['', '--'],
	source: 'CBS, Secmbus: sociaaleconomische categorie van personen, codes uit openbare onderzoekscode'
};
