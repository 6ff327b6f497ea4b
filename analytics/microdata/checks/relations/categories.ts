import { sql, type RawBuilder } from 'kysely';
import { BIJSTANDUITKERINGTAB, GENERAL_ASSISTANCE } from '../../tables/bijstanduitkeringtab.ts';
import { SECMBUS } from '../../tables/secmbus.ts';
import { WUSUITKERING1ATAB } from '../../tables/wusuitkering1atab.ts';
import type { CheckData } from '../check-data.ts';
import type { Relation } from '../rule.ts';
import { owner, text } from '../typed-rows.ts';
import { listedOn } from './registers.ts';

/** Persons whose main income on 31 December is of a category. */
function inCategory(data: CheckData, code: string): RawBuilder<unknown> {
	return listedOn(data, SECMBUS, sql`${text('SECM')} = ${code}`);
}

function assisted(data: CheckData): RawBuilder<unknown> {
	return listedOn(
		data,
		BIJSTANDUITKERINGTAB,
		sql`${text('BIJSTANDStatistiekcodeA')} in (${sql.join(GENERAL_ASSISTANCE)})`
	);
}

function unemployed(data: CheckData): RawBuilder<unknown> {
	return sql`(select ${owner(WUSUITKERING1ATAB)} as person from ${data.rows(WUSUITKERING1ATAB)} as row
		where ${owner(WUSUITKERING1ATAB)} is not null and ${text('WUSIndic1A')} = '1' group by 1)`;
}

/** One row: persons in a register, `persons`, persons with the category, `category`, and `shared`, persons in both. */
function overlap(register: RawBuilder<unknown>, category: RawBuilder<unknown>): RawBuilder<unknown> {
	return sql`(select count(listed.person) as persons, count(main.person) as category,
			count(*) filter (where listed.person = main.person) as shared
		from ${register} as listed full join ${category} as main on main.person = listed.person)`;
}

/** Social assistance in its register, and as main income in SECMBUS. */
export const ASSISTANCE_SOURCES: Relation = {
	name: 'assistance sources',
	tables: [BIJSTANDUITKERINGTAB, SECMBUS],
	of: 'period',
	rows: async (data) => overlap(assisted(data), inCategory(data, '22'))
};

/** Unemployment benefits in their register, and as main income in SECMBUS. */
export const UNEMPLOYMENT_SOURCES: Relation = {
	name: 'unemployment sources',
	tables: [WUSUITKERING1ATAB, SECMBUS],
	of: 'period',
	rows: async (data) => overlap(unemployed(data), inCategory(data, '21'))
};
