import { cbsFileName } from './file-name.ts';
import { keyTypes, PERSON_KEY } from './keys.ts';
import type { CbsTable } from './table.ts';

/** Any column of registered problematic debts: of 12 criteria (smalle_def) or 10, of the household (HH) or the person. */
export const DEBT_COLUMNS = /^(?<narrow>smalle_def_)?problematische_schulden_(?<household>HH_)?(?<date>\d{8})$/i;

/** How many criteria a definition counts. */
export type DebtDefinition = 12 | 10;

/** The dates of which the file of a year tells the debts: the first day after each quarter, as YYYYMMDD. */
export function debtDates(year: number): [q1: string, q2: string, q3: string, q4: string] {
	return [`${year}0401`, `${year}0701`, `${year}1001`, `${year + 1}0101`];
}

/** The column that tells of a definition whether the person, or its household, had problematic debts on a date. */
export function debtColumn(definition: DebtDefinition, of: 'person' | 'household', date: string): string {
	return `${definition === 12 ? 'smalle_def_' : ''}problematische_schulden_${of === 'household' ? 'HH_' : ''}${date}`;
}

/** What a column of debts tells; null for another column. */
export function debtColumnOf(
	name: string
): { definition: DebtDefinition; of: 'person' | 'household'; date: string } | null {
	const groups = DEBT_COLUMNS.exec(name)?.groups;
	if (groups === undefined) return null;
	return {
		definition: groups.narrow === undefined ? 10 : 12,
		of: groups.household === undefined ? 'person' : 'household',
		date: groups.date!
	};
}

export const SCHULDENPROBLEMATIEKTAB: CbsTable = {
	name: 'SCHULDENPROBLEMATIEKTAB',
	row: 'one person at a reference date, with the registered problematic debts of the person and of the household',
	fileName: cbsFileName('(?:SCHULDENPROBLEMATIEK|PROBLEMATISCHESCHULDEN)', 'TAB'),
	examples: ['SCHULDENPROBLEMATIEK2023TABV1', 'PROBLEMATISCHESCHULDEN2023V1'],
	kind: 'year',
	of: 'person',
	columns: [...PERSON_KEY, 'DATUMAANVANGHH', 'HUISHOUDNR'],
	optional: ['DATUMEINDEHH'],
	/** Of the flags only the one of 12 criteria, of the household, on 1 January after the period is required. */
	yearColumns: DEBT_COLUMNS,
	types: { ...keyTypes(PERSON_KEY), DATUMAANVANGHH: 'date', DATUMEINDEHH: 'date' },
	/** The household in which the person was; the rows themselves are no spells. */
	key: PERSON_KEY,
	codes: {},
	missing: [''],
	consent: 'the owners of the registers that the criteria draw on, such as CAK, CJIB, DUO and the tax authority',
	assumed:
		'The file of a year holds the four dates after its quarters, and the 10 criteria in columns without smalle_def. Each date has a flag 1 or 0.',
	source: 'CBS, Schuldenproblematiekbestanden: personen en huishoudens met geregistreerde problematische schulden'
};
