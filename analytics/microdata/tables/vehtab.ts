import { cbsFileName } from './file-name.ts';
import { keyTypes, MAIN_EARNER_KEY } from './keys.ts';
import type { CbsTable } from './table.ts';

/** Assets, debts and their balance, in euros; VEHW1000VERH = VEHW1100BEZH - VEHW1200STOH. */
const AMOUNTS = [
	'VEHW1000VERH',
	'VEHW1110FINH',
	'VEHWVEREXEWH',
	'VEHW1100BEZH',
	'VEHW1120ONRH',
	'VEHW1130ONDH',
	'VEHW1140ABEH',
	'VEHW1150OVEH',
	'VEHW1200STOH',
	'VEHW1210SHYH',
	'VEHW1220SSTH',
	'VEHW1230SOVH'
] as const;

export const VEHTAB: CbsTable = {
	name: 'VEHTAB',
	row: 'one household of the wealth statistics on 1 January of the year, under the key of its main earner',
	fileName: cbsFileName('VEH', 'TAB'),
	examples: ['VEH2023TABV1'],
	kind: 'year',
	of: 'household',
	columns: [...MAIN_EARNER_KEY, ...AMOUNTS.slice(0, 3)],
	optional: AMOUNTS.slice(3),
	types: {
		...keyTypes(MAIN_EARNER_KEY),
		...Object.fromEntries(AMOUNTS.map((column) => [column, 'amount' as const]))
	},
	key: MAIN_EARNER_KEY,
	codes: {},
	/** Eleven nines, where INHATAB has ten; older files have ten too. */
	missing: ['', '99999999999', '9999999999'],
	source: 'CBS, Vehtab: vermogens van huishoudens'
};
