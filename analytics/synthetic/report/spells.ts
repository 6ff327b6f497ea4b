import { sql, type RawBuilder } from 'kysely';
import { dayBefore, fileYear } from './dates.ts';
import { Absent, type Folder } from './folder.ts';
import { dateOf, KEY, LINKED, PERSON } from './stand.ts';

/**
 * Relation `secm`: person, since, until, code. Every spell once: files hold the spells that touch their year, and end what
 * lasts with it, so that of one start the last end counts.
 */
export async function secm(folder: Folder): Promise<RawBuilder<unknown>> {
	await folder.relation('secm', async () => {
		const files = await everyFile(folder, 'SECMBUS', [...KEY, 'AANVSECM', 'EINDSECM', 'SECM']);
		const parts = files.map(
			(rows) => sql`select ${PERSON} as person, ${dateOf('AANVSECM')} as since, ${dateOf('EINDSECM')} as until,
				try_cast("SECM" as tinyint) as code from ${rows} t where ${LINKED}`
		);
		return sql`select person, since, max(until) as until, min(code) as code from (${sql.join(parts, sql` union all `)})
			group by person, since`;
	});
	return sql`secm`;
}

/** Persons of the given codes at the end of the day before a date. */
export async function secmOn(folder: Folder, date: number, codes: readonly number[]): Promise<RawBuilder<unknown>> {
	const day = dayBefore(date);
	return sql`(select person from ${await secm(folder)}
		where since <= ${day} and until >= ${day} and code in (${sql.join(codes)}))`;
}

/** Codes of work: employee, director, own business, other self-employed, working in the family's business. */
export const WORK = [11, 12, 13, 14, 15];
/** Longest gap between a job and the benefit that follows it, in days. */
const GAP = 31;

/** Relation `from_work`: person, code, date: starts of a benefit after work. */
export async function fromWork(folder: Folder): Promise<RawBuilder<unknown>> {
	await folder.relation('from_work', async () => {
		const spells = await secm(folder);
		const day = (date: RawBuilder<unknown>) => sql`make_date(${date} // 10000, ${date} // 100 % 100, ${date} % 100)`;
		return sql`
			select person, code, since as date from (
				select *, lag(code) over spells as before, lag(until) over spells as ended
				from ${spells} where person in (select person from ${spells} where code in (21, 22, 24))
				window spells as (partition by person order by since)
			) where code in (21, 22, 24) and before in (${sql.join(WORK)})
				and case when ended >= since then true else ${day(sql`since`)} - ${day(sql`ended`)} <= ${GAP} end`;
	});
	return sql`from_work`;
}

/** Relation `deaths`: person, date. */
export async function deaths(folder: Folder): Promise<RawBuilder<unknown>> {
	await folder.relation('deaths', async () => {
		const parts: RawBuilder<unknown>[] = [];
		for (const year of folder.years('GBAOVERLIJDENTAB')) {
			const file = await folder.file('GBAOVERLIJDENTAB', year);
			const column = file.columns.find(({ name }) => /DATUMOVERLIJDEN$/i.test(name))?.name;
			if (column === undefined) throw new Absent(`GBAOVERLIJDENTAB ${year}: GBADATUMOVERLIJDEN`);
			const rows = await folder.rows('GBAOVERLIJDENTAB', year, [...KEY, column]);
			parts.push(sql`select ${PERSON} as person, ${dateOf(column)} as date from ${rows} t where ${LINKED}`);
		}
		if (parts.length === 0) throw new Absent('GBAOVERLIJDENTAB');
		return sql`select person, min(date) as date from (${sql.join(parts, sql` union all `)}) group by person`;
	});
	return sql`deaths`;
}

/** The rows of all files of a table. @throws Absent when there is none */
export async function everyFile(folder: Folder, table: string, columns: readonly string[]) {
	const years = folder.years(table);
	if (years.length === 0) throw new Absent(table);
	return Promise.all(years.map((year) => folder.rows(table, year, columns)));
}

/** Whether a table has a file for each year that three years before a date, and one more to compare with, are in. */
export function covered(folder: Folder, table: string, date: number): boolean {
	const years = folder.years(table);
	return [0, 1, 2, 3].every((back) => years.includes(fileYear(date) - back));
}
