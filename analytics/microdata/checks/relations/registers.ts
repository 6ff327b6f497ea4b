import { sql, type RawBuilder } from 'kysely';
import { GBAPERSOONTAB } from '../../tables/gbapersoontab.ts';
import type { CbsTable } from '../../tables/table.ts';
import type { CheckData } from '../check-data.ts';
import { runsOn } from '../expressions.ts';
import type { Relation } from '../rule.ts';
import { owner } from '../typed-rows.ts';
import { persons } from './persons.ts';

/** Linkable rows of a register of persons: are they `known` in GBAPERSOONTAB, and their `age` at the end of the year. */
export function knownIn(register: CbsTable): Relation {
	return {
		name: `known in ${register.name}`,
		tables: [register, GBAPERSOONTAB],
		of: 'period',
		rows: async (data) => sql`(select known.person is not null as known, ${sql.val(data.year)} - known.born as age
			from (select ${owner(register)} as person from ${data.rows(register)} as row where ${owner(register)} is not null)
				as listed
			left join ${await persons(data)} as known on known.person = listed.person)`
	};
}

/** The linkable persons whose spell in a register covers 31 December, each once, as a relation of `person`. */
export function listedOn(
	data: CheckData,
	register: CbsTable,
	where: RawBuilder<boolean> = sql`true`
): RawBuilder<unknown> {
	return sql`(select ${owner(register)} as person from ${data.rows(register)} as row
		where ${owner(register)} is not null and ${runsOn(register.spell!, data.date)} and ${where} group by 1)`;
}
