import { cbsMonthFileName } from './file-name.ts';
import { keyTypes } from './keys.ts';
import type { CbsTable } from './table.ts';

const KEY = ['RINPersoonS', 'RINPersoon'] as const;

export const WUSUITKERING1ATAB: CbsTable = {
	name: 'WUSUITKERING1ATAB',
	row: 'one person with an unemployment benefit (WW) in one month',
	fileName: cbsMonthFileName('WUSUITKERING1A'),
	examples: ['WUSUITKERING1A202312TABV1'],
	kind: 'year',
	of: 'person',
	columns: [...KEY, 'WUSIndic1A'],
	optional: ['WUSEindeuitkering1A', 'WUSBedragTw1A'],
	types: { ...keyTypes(KEY), WUSEindeuitkering1A: 'date', WUSIndic1A: 'flag', WUSBedragTw1A: 'amount' },
	key: KEY,
	codes: { WUSIndic1A: ['0', '1'] },
	missing: ['', '--'],
	assumed: 'WUSIndic1A is 1 when the benefit is paid for the month, and WUSBedragTw1A is its amount in euros.',
	source: 'CBS, Wusuitkering1atab: WW-uitkeringen van personen per maand'
};
