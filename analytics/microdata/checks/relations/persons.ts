import { sql, type RawBuilder } from 'kysely';
import { DEATH_DATES, GBAOVERLIJDENTAB } from '../../tables/gbaoverlijdentab.ts';
import { GBAHUISHOUDENSBUS } from '../../tables/gbahuishoudensbus.ts';
import { GBAPERSOONTAB } from '../../tables/gbapersoontab.ts';
import type { CheckData } from '../check-data.ts';
import { dayOf } from '../expressions.ts';
import type { Relation } from '../rule.ts';
import { day, number, owner, text } from '../typed-rows.ts';
import { members } from './members.ts';

/** Linkable persons: `person`, `sex`, and year and month of birth as `born` and `month`, null when unknown. */
export function persons(data: CheckData): Promise<RawBuilder<unknown>> {
	return data.made('persons', async () => readPersons(data));
}

function readPersons(data: CheckData): RawBuilder<unknown> {
	return sql`select ${owner(GBAPERSOONTAB)} as person, ${text('GBAGESLACHT')} as sex,
			try_cast(${number('GBAGEBOORTEJAAR')} as smallint) as born,
			try_cast(${number('GBAGEBOORTEMAAND')} as smallint) as month
		from ${data.rows(GBAPERSOONTAB)} as row where ${owner(GBAPERSOONTAB)} is not null`;
}

/**
 * Members of households: `known` in GBAPERSOONTAB, `age` that they reach in the year, `sex`. Persons are read from their file
 * here, because the gate asks for nothing else about them: only their keys are read then.
 */
export const KNOWN_MEMBERS: Relation = {
	name: 'known members',
	tables: [GBAHUISHOUDENSBUS, GBAPERSOONTAB],
	of: 'period',
	rows: async (
		data
	) => sql`(select known.person is not null as known, ${sql.val(data.year)} - known.born as age, known.sex
		from ${await members(data)} as member left join (${readPersons(data)}) as known on known.person = member.person)`
};

/** Persons of both years, with what each year tells: `sex` and `born` now, and as they were `before`. */
export const SAME_PERSONS: Relation = {
	name: 'same persons',
	tables: [GBAPERSOONTAB],
	before: [GBAPERSOONTAB],
	of: 'period',
	rows: async (
		data
	) => sql`(select now.sex, now.born, now.month, earlier.sex as sex_before, earlier.born as born_before,
			earlier.month as month_before
		from ${await persons(data)} as now join ${await persons(data.before!)} as earlier on earlier.person = now.person)`
};

/** Members of households on 31 December who died before it. */
export const DEAD_MEMBERS: Relation = {
	name: 'dead members',
	tables: [GBAHUISHOUDENSBUS, GBAOVERLIJDENTAB],
	of: 'period',
	async rows(data) {
		const dates = DEATH_DATES.filter((name) => data.has(GBAOVERLIJDENTAB, name)).map((name) => day(name));
		return sql`(select member.person from ${await members(data)} as member join ${data.rows(GBAOVERLIJDENTAB)} as dead
			on ${owner(GBAOVERLIJDENTAB)} = member.person
			where coalesce(${sql.join(dates)}) < ${dayOf(data.date)})`;
	}
};
