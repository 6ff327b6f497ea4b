import { GBAADRESOBJECTBUS } from '../tables/gbaadresobjectbus.ts';
import { GBAHUISHOUDENSBUS } from '../tables/gbahuishoudensbus.ts';
import type { CbsTable } from '../tables/table.ts';

/** Columns with the first and the last day of a spell. */
export const SPELLS: ReadonlyMap<CbsTable, readonly [start: string, end: string]> = new Map([
	[GBAHUISHOUDENSBUS, ['DATUMAANVANGHH', 'DATUMEINDEHH'] as const],
	[GBAADRESOBJECTBUS, ['GBADATUMAANVANGADRESHOUDING', 'GBADATUMEINDEADRESHOUDING'] as const]
]);
