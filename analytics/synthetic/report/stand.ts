import { sql, type RawBuilder } from 'kysely';
import { named } from './names.ts';
import { columnIndex } from '../../microdata/data-file.ts';
import type { Criteria } from '../published/published.ts';
import { dayBefore, fileYear } from './dates.ts';
import { Absent, type Folder } from './folder.ts';

/** RINPERSOON as a whole number; only of kind 'R' does it name somebody. */
export const PERSON = sql<number>`try_cast("RINPERSOON" as integer)`;
export const LINKED = sql<boolean>`"RINPERSOONS" = 'R'`;
export const KEY = ['RINPERSOONS', 'RINPERSOON'];

export function dateOf(column: string): RawBuilder<number> {
	return sql`coalesce(try_cast(${named(column)} as integer), 88888888)`;
}

/** Spells that cover a day. */
export function covers(start: string, end: string, day: number): RawBuilder<boolean> {
	return sql`${dateOf(start)} <= ${day} and ${dateOf(end)} >= ${day}`;
}

/** Relation `persons`: person, birth (YYYYMMDD), man. Of the last year, which holds whoever was ever registered. */
export async function persons(folder: Folder): Promise<RawBuilder<unknown>> {
	const year = folder.years('GBAPERSOONTAB').at(-1);
	if (year === undefined) throw new Absent('GBAPERSOONTAB');
	await folder.relation('persons', async () => {
		const columns = [...KEY, 'GBAGESLACHT', 'GBAGEBOORTEJAAR', 'GBAGEBOORTEMAAND'];
		const birth = sql`10000 * try_cast("GBAGEBOORTEJAAR" as integer) + 100 * try_cast("GBAGEBOORTEMAAND" as integer)`;
		return sql`select ${PERSON} as person, min(${birth} + 15) as birth, bool_or("GBAGESLACHT" = '1') as man
			from ${await folder.rows('GBAPERSOONTAB', year, columns)} t where ${LINKED} group by 1`;
	});
	return sql`persons`;
}

/**
 * The persons who are in a household at the end of the day before `date`: person, household (a number of its own for HUISHOUDNR
 * and DATUMAANVANGHH), type (TYPHH), place (PLHH), reference, birth, man. Of two households that both cover the day, the one
 * that began last counts.
 * @throws Absent
 */
export async function stand(folder: Folder, date: number): Promise<RawBuilder<unknown>> {
	const name = `stand_${date}`;
	await folder.relation(name, async () => {
		const columns = [...KEY, 'DATUMAANVANGHH', 'DATUMEINDEHH', 'HUISHOUDNR', 'TYPHH', 'PLHH', 'REFPERSOONHH'];
		const rows = await folder.rows('GBAHUISHOUDENSBUS', fileYear(date), columns);
		const spell = sql`struct_pack(household := hash("HUISHOUDNR", "DATUMAANVANGHH"), type := try_cast("TYPHH" as tinyint),
			place := try_cast("PLHH" as tinyint), reference := "REFPERSOONHH" = '1')`;
		return sql`
			select person, s.household, s.type, s.place, s.reference, birth, man from (
				select ${PERSON} as person, arg_max(${spell}, ${dateOf('DATUMAANVANGHH')}) as s from ${rows} t
				where ${LINKED} and ${covers('DATUMAANVANGHH', 'DATUMEINDEHH', dayBefore(date))} group by 1
			) left join ${await persons(folder)} using (person)`;
	});
	return named(name);
}

const DEBT_COLUMNS: Record<Criteria, string> = {
	10: 'problematische_schulden_HH_',
	12: 'smalle_def_problematische_schulden_HH_'
};

/**
 * The persons in a household with registered problematic debts on a date, as the file says of the household.
 * @throws Absent when the file of the year, or its column of the date, is not there
 */
export async function inDebt(folder: Folder, date: number, criteria: Criteria): Promise<RawBuilder<unknown>> {
	const name = `debt_${criteria}_${date}`;
	await folder.relation(name, async () => {
		const column = `${DEBT_COLUMNS[criteria]}${date}`;
		const rows = await folder.rows('SCHULDENPROBLEMATIEKTAB', fileYear(date), [...KEY, column]);
		return sql`select distinct ${PERSON} as person from ${rows} t
			where ${LINKED} and try_cast(${named(column)} as double) = 1`;
	});
	return named(name);
}

/** Whether the folder can tell who was in debt on a date. */
export async function tellsDebt(folder: Folder, date: number, criteria: Criteria): Promise<boolean> {
	if (!folder.years('SCHULDENPROBLEMATIEKTAB').includes(fileYear(date))) return false;
	if (!folder.years('GBAHUISHOUDENSBUS').includes(fileYear(date))) return false;
	const file = await folder.file('SCHULDENPROBLEMATIEKTAB', fileYear(date));
	return columnIndex(file, `${DEBT_COLUMNS[criteria]}${date}`) >= 0;
}

/**
 * The units that are at risk on a date, and which of them entered debts within the year: person, household, entered. In a
 * household on the date and a year before, which then had no debts; households are counted by their reference person, private
 * ones only; persons from 18 on.
 */
export async function atRisk(
	folder: Folder,
	date: number,
	criteria: Criteria,
	unit: 'person' | 'household'
): Promise<RawBuilder<unknown>> {
	const name = `risk_${unit}_${criteria}_${date}`;
	const before = date - 10_000;
	await folder.relation(name, async () => {
		const [now, then] = [await stand(folder, date), await stand(folder, before)];
		const [debts, debtsThen] = [await inDebt(folder, date, criteria), await inDebt(folder, before, criteria)];
		const units = unit === 'household' ? sql`reference and type < 8` : sql`birth <= ${date - 180_000}`;
		return sql`select person, household, person in (select person from ${debts}) as entered from ${now}
			where ${units} and person in (select person from ${then}) and person not in (select person from ${debtsThen})`;
	});
	return named(name);
}
