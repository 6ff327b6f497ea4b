import { sql } from 'kysely';
import type { RowQuery } from '../rows.ts';
import type { CheckRule } from './rule.ts';
import { SPELLS } from './spells.ts';

export const validDates: CheckRule = {
	id: 'valid-dates',
	level: 1,
	severity: 'error',
	title: 'dates of spells are days of the calendar, as YYYYMMDD; an open end is 88888888',
	tables: [...SPELLS.keys()],
	broken(data, table) {
		const [start, end] = SPELLS.get(table)!;
		const isDay = (column: string) => {
			const text = sql<string>`${data.engine.db.dynamic.ref(column)}`;
			return sql<boolean>`(regexp_full_match(${text}, '[0-9]{8}') and try_strptime(${text}, '%Y%m%d') is not null)`;
		};
		const good = sql<boolean>`${isDay(start)} and (${isDay(end)} or ${data.engine.db.dynamic.ref(end)} = '88888888')`;
		return data.count(
			data
				.rows(table, [start, end], 'row')
				.selectAll()
				.where(sql<boolean>`not coalesce(${good}, false)`) as RowQuery
		);
	}
};
