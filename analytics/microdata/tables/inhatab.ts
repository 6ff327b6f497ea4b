import { cbsFileName, type CbsTable } from './table.ts';

export const INHATAB: CbsTable = {
	name: 'INHATAB',
	row: 'one household of the income statistics in one year, under the key of its main earner',
	fileName: cbsFileName('INHA', 'TAB'),
	kind: 'year',
	columns: ['RINPERSOONSHKW', 'RINPERSOONHKW', 'INHARMLAG'],
	key: ['RINPERSOONSHKW', 'RINPERSOONHKW'],
	codes: {},
	/** Negative: unknown income, institution, student household. */
	missing: ['9999999999', '-1', '-2', '-3'],
	source: 'CBS, Inhatab: inkomen van huishoudens'
};
