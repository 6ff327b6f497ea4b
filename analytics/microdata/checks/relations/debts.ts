import { sql, type RawBuilder } from 'kysely';
import { GBAHUISHOUDENSBUS } from '../../tables/gbahuishoudensbus.ts';
import { debtColumn, SCHULDENPROBLEMATIEKTAB } from '../../tables/schuldenproblematiektab.ts';
import { STAPMON } from '../../tables/stapmon.ts';
import type { CbsTable } from '../../tables/table.ts';
import type { CheckData } from '../check-data.ts';
import type { Relation } from '../rule.ts';
import { stapmonText } from '../stapmon-text.ts';
import { owner, text } from '../typed-rows.ts';
import { householdOf, members } from './members.ts';
import { listedOn } from './registers.ts';

/** Flags of 12 criteria on the day after the period, `own` and of the household, as text; null when the file lacks one. */
function flag(data: CheckData, of: 'person' | 'household'): RawBuilder<unknown> {
	const name = debtColumn(12, of, `${data.year + 1}0101`);
	const table = SCHULDENPROBLEMATIEKTAB;
	return data.has(table, name) ? text(data.spelled(table, name)) : sql`null`;
}

function debts(data: CheckData): Promise<RawBuilder<unknown>> {
	return data.made(
		'debts',
		async () => sql`select ${owner(SCHULDENPROBLEMATIEKTAB)} as person, ${householdOf()} as household,
				${flag(data, 'person')} as own, ${flag(data, 'household')} as flag
			from ${data.rows(SCHULDENPROBLEMATIEKTAB)} as row where ${owner(SCHULDENPROBLEMATIEKTAB)} is not null`
	);
}

/** Households as the debt register has them: do its members have one flag, `agree`. */
export const DEBT_HOUSEHOLDS: Relation = {
	name: 'debt households',
	tables: [SCHULDENPROBLEMATIEKTAB],
	of: 'period',
	rows: async (data) => sql`(select min(flag) = max(flag) as agree, max(flag) as flag, max(own) as own
		from ${await debts(data)} as debt where flag is not null group by household)`
};

/**
 * One row: `persons` in households, how many of them are `listed` in the debt register, and `together` in the same household as
 * there; the households with a reference person who is listed, `heads`, and how many of those are in debt, `indebted`.
 */
export const DEBT_MEMBERS: Relation = {
	name: 'debt members',
	tables: [SCHULDENPROBLEMATIEKTAB, GBAHUISHOUDENSBUS],
	of: 'period',
	rows: async (data) => sql`(select count(*) as persons, count(debt.person) as listed,
			count(*) filter (where debt.household = member.household) as together,
			count(debt.flag) filter (where reference and type <> 8) as heads,
			count(*) filter (where reference and type <> 8 and debt.flag = '1') as indebted
		from ${await members(data)} as member left join ${await debts(data)} as debt on debt.person = member.person)`
};

/** One row: persons of a register on 31 December whom the debt register lists, and how many of them are in debt, `own`. */
export function debtsOf(register: CbsTable): Relation {
	return {
		name: `debts of ${register.name}`,
		tables: [register, SCHULDENPROBLEMATIEKTAB],
		of: 'period',
		rows: async (data) => sql`(select count(*) as persons, count(*) filter (where debt.own = '1') as indebted
			from ${listedOn(data, register)} as listed join ${await debts(data)} as debt on debt.person = listed.person
			where debt.own is not null)`
	};
}

/** One row: `persons` of the Stapelingsmonitor whose debts both sources tell, and of how many they tell the same. */
export const STAPMON_DEBTS: Relation = {
	name: 'stapmon debts',
	tables: [STAPMON, SCHULDENPROBLEMATIEKTAB],
	of: 'period',
	rows: async (data) => {
		const [theme] = stapmonText(data, 'debts');
		const told = theme === undefined ? sql`null` : text(theme);
		return sql`(select count(*) as persons, count(*) filter (where told = debt.own) as agreeing
			from (select ${owner(STAPMON)} as person, ${told} as told from ${data.rows(STAPMON)} as row) as monitor
			join ${await debts(data)} as debt on debt.person = monitor.person where told in ('0', '1') and debt.own is not null)`;
	}
};

/** One row: `persons` in households, and how many of them the Stapelingsmonitor lists. */
export const STAPMON_MEMBERS: Relation = {
	name: 'stapmon members',
	tables: [STAPMON, GBAHUISHOUDENSBUS],
	of: 'period',
	rows: async (data) => sql`(select count(*) as persons, count(monitor.person) as listed
		from ${await members(data)} as member left join (select ${owner(STAPMON)} as person
			from ${data.rows(STAPMON)} as row) as monitor on monitor.person = member.person)`
};
