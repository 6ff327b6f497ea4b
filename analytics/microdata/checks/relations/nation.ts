import { sql } from 'kysely';
import { BIJSTANDUITKERINGTAB, GENERAL_ASSISTANCE } from '../../tables/bijstanduitkeringtab.ts';
import { GBAHUISHOUDENSBUS } from '../../tables/gbahuishoudensbus.ts';
import { INHATAB } from '../../tables/inhatab.ts';
import { population2024 } from '../../../regions/nederland.ts';
import type { Relation } from '../rule.ts';
import { number, owner, text } from '../typed-rows.ts';
import { members } from './members.ts';
import { KNOWN_MEMBERS } from './persons.ts';
import { inhabitants, LOCATED_MEMBERS } from './places.ts';
import { AGES } from '../published.ts';
import { listedOn } from './registers.ts';

/** One row: `persons` in households, and private `households`. */
export const NATION: Relation = {
	name: 'nation',
	tables: [GBAHUISHOUDENSBUS],
	of: 'period',
	rows: async (data) => sql`(select count(*) as persons, count(*) filter (where reference and type <> 8) as households
		from ${await members(data)} as member)`
};

/** Each municipality that is in the data: `persons`, those `published` for 1 January 2024, and of the `country` in the data. */
export const MUNICIPALITIES: Relation = {
	name: 'municipalities',
	tables: LOCATED_MEMBERS.tables,
	of: 'period',
	rows: async (data) => {
		const list = [...population2024].filter(([code]) => code.startsWith('GM'));
		const published = list.map(([code, persons]) => sql`(${code}, ${sql.val(persons)})`);
		return sql`(select here.persons, listed.published, sum(here.persons) over () as country
			from ${await inhabitants(data)} as here join (values ${sql.join(published)}) as listed(code, published)
				on listed.code = here.code)`;
	}
};

/** One row: `households` whose income is known for the whole year, and how many of them have a `low` one. */
export const INCOMES: Relation = {
	name: 'incomes',
	tables: [INHATAB],
	of: 'period',
	rows: async (data) => sql`(select count(*) as households, count(*) filter (where percent < 100) as low
		from (select ${number('INHARMLAG')} as percent from ${data.rows(INHATAB)} as row where ${owner(INHATAB)} is not null)
			as income
		where percent between 0 and 10000000)`
};

/** One row: `persons` with general social assistance on 31 December, and `country`, the persons in households. */
export const ASSISTED: Relation = {
	name: 'assisted',
	tables: [BIJSTANDUITKERINGTAB, GBAHUISHOUDENSBUS],
	of: 'period',
	rows: async (data) => {
		const general = sql<boolean>`${text('BIJSTANDStatistiekcodeA')} in (${sql.join(GENERAL_ASSISTANCE)})`;
		return sql`(select (select count(*) from ${listedOn(data, BIJSTANDUITKERINGTAB, general)} as listed) as persons,
			(select count(*) from ${await members(data)} as member) as country)`;
	}
};

/** The age groups of the published figures: `persons` of known age, those of `all` ages, and the published `share` in percent. */
export const AGE_GROUPS: Relation = {
	name: 'age groups',
	tables: KNOWN_MEMBERS.tables,
	of: 'period',
	rows: async (data) => {
		const groups = AGES.map(({ from, below, share }) => sql`(${sql.val(from)}, ${sql.val(below)}, ${sql.val(share)})`);
		return sql`(select share, coalesce(sum(counted), 0) as persons, sum(sum(counted)) over () as all_ages
			from (values ${sql.join(groups)}) as listed(lowest, below, share)
			left join (select age, count(*) as counted from ${await KNOWN_MEMBERS.rows(data)} as member group by age) as ages
				on age >= lowest and age < below
			group by lowest, share)`;
	}
};

/** One row: members of known sex, `persons`, and how many of them are `women`. */
export const SEXES: Relation = {
	name: 'sexes',
	tables: KNOWN_MEMBERS.tables,
	of: 'period',
	rows: async (data) => sql`(select count(*) as persons, count(*) filter (where sex = '2') as women
		from ${await KNOWN_MEMBERS.rows(data)} as member where sex in ('1', '2'))`
};
