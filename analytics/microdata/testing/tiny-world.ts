/** Rows of each table by column; the key is the file's name without its ending. */
export type TinyTables = Record<string, Record<string, string>[]>;

export const [FATHER, MOTHER, WIDOW, CHILD, DEAD] = [
	'000000001',
	'000000002',
	'000000003',
	'000000004',
	'000000009'
] as [string, string, string, string, string];

/** Persons in households on 31 December. */
export const PERSONS = [FATHER, MOTHER, WIDOW, CHILD] as const;

/** Main earner of each household: H1's is not its reference person. */
export const MAIN_EARNERS = [MOTHER, WIDOW, CHILD] as const;

export const R = { RINPERSOONS: 'R' };
export const OPEN = '88888888';

/** The household of a person on a date, as the registers have it. */
export function householdOf(person: string, date: string): { number: string; since: string } {
	if (person === CHILD) return { number: 'H3', since: '20200101' };
	if (person === FATHER || person === MOTHER) return { number: 'H1', since: '20200101' };
	return { number: 'H2', since: date > '20220310' ? '20220311' : '20200101' };
}
