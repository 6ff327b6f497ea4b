import { sql } from 'kysely';
import { INHATAB } from '../../tables/inhatab.ts';
import { KOPPELPERSOONHUISHOUDEN } from '../../tables/koppelpersoonhuishouden.ts';
import type { CbsTable } from '../../tables/table.ts';
import type { CheckData } from '../check-data.ts';
import type { Relation } from '../rule.ts';
import { number, owner, person } from '../typed-rows.ts';

/** Persons and the main earner of their income household. */
export function earners(data: CheckData) {
	return sql`(select ${owner(KOPPELPERSOONHUISHOUDEN)} as person, ${person('RINPERSOONHKW')} as earner
		from ${data.rows(KOPPELPERSOONHUISHOUDEN)} as row where ${owner(KOPPELPERSOONHUISHOUDEN)} is not null)`;
}

/**
 * Income households by their main earner, of INHATAB (`listed`, with `size`, null when missing) and of KOPPELPERSOONHUISHOUDEN
 * (`persons`, null when none, and how many of them are the main earner, `self`).
 */
export const INCOME_HOUSEHOLDS: Relation = {
	name: 'income households',
	tables: [INHATAB, KOPPELPERSOONHUISHOUDEN],
	of: 'period',
	rows: async (data) => {
		const size = data.has(INHATAB, 'INHAHL') ? sql`nullif(${number('INHAHL')}, 99)` : sql`null`;
		return sql`(select inha.earner is not null as listed, inha.size, linked.persons, linked.self
			from (select ${owner(INHATAB)} as earner, ${size} as size from ${data.rows(INHATAB)} as row
				where ${owner(INHATAB)} is not null) as inha
			full join (select earner, count(*) as persons, count(*) filter (where person = earner) as self
				from ${earners(data)} as link where earner is not null group by earner) as linked on linked.earner = inha.earner)`;
	}
};

/** One row: the `households` of a table by main earner, and how many of them are `listed` in INHATAB. */
export function listedIncomes(table: CbsTable): Relation {
	return {
		name: `incomes of ${table.name}`,
		tables: [table, INHATAB],
		of: 'period',
		rows: async (data) => sql`(select count(*) as households, count(inha.earner) as listed
			from (select ${owner(table)} as earner from ${data.rows(table)} as row where ${owner(table)} is not null) as household
			left join (select ${owner(INHATAB)} as earner from ${data.rows(INHATAB)} as row) as inha
				on inha.earner = household.earner)`
	};
}
