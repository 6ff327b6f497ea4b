import { debtColumn, debtDates, type DebtDefinition } from '../tables/schuldenproblematiektab.ts';
import { FATHER, householdOf, MOTHER, OPEN, PERSONS, R, WIDOW, type TinyTables } from './tiny-world.ts';

/** First and last reference date with debts, of 12 criteria and of 10. */
const IN_DEBT: Readonly<Record<string, Record<DebtDefinition, readonly [string, string]>>> = {
	[MOTHER]: { 12: ['20231001', OPEN], 10: ['20240101', OPEN] },
	[WIDOW]: { 12: ['20190101', '20220401'], 10: ['20190101', '20210701'] }
};

/** The debts of a year on its four dates; the file does not know the person of H3. */
export function tinyDebts(year: number): TinyTables {
	return {
		[`SCHULDENPROBLEMATIEK${year}TABV1`]: PERSONS.slice(0, 3).map((person) => {
			const { number, since } = householdOf(person, `${year}1231`);
			return {
				...R,
				RINPERSOON: person,
				DATUMAANVANGHH: since,
				DATUMEINDEHH: OPEN,
				HUISHOUDNR: number,
				...Object.fromEntries(debtDates(year).flatMap((date) => flags(person, date)))
			};
		})
	};
}

function flags(person: string, date: string): [string, string][] {
	const members = person === WIDOW ? [WIDOW] : [FATHER, MOTHER];
	return ([10, 12] as const).flatMap((definition) => [
		[debtColumn(definition, 'person', date), flag([person], definition, date)] as [string, string],
		[debtColumn(definition, 'household', date), flag(members, definition, date)] as [string, string]
	]);
}

function flag(persons: readonly string[], definition: DebtDefinition, date: string): string {
	const any = persons.some((person) => {
		const [first, last] = IN_DEBT[person]?.[definition] ?? ['9', '0'];
		return first <= date && date <= last;
	});
	return any ? '1' : '0';
}
