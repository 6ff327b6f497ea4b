import { sql, type RawBuilder } from 'kysely';
import { named } from './names.ts';
import { endOf } from './dates.ts';
import type { Folder } from './folder.ts';
import { stand } from './stand.ts';

/** A column of INHATAB that is a percentage of a threshold. */
export type Percentage = 'INHARMLAG' | 'INHARMLAGL' | 'INHARMSOC';

/**
 * Income households of a year in the population of low-income statistics (INHARMLAG not negative): earner, the percentages
 * asked for, source (INHBBIHJ), tenure (INHEHALGR).
 * @throws Absent
 */
export async function incomeHouseholds(folder: Folder, year: number): Promise<RawBuilder<unknown>> {
	const name = `inha_${year}`;
	await folder.relation(name, async () => {
		const percentages: Percentage[] = ['INHARMLAG', 'INHARMLAGL', 'INHARMSOC'];
		const columns = ['RINPERSOONSHKW', 'RINPERSOONHKW', ...percentages, 'INHBBIHJ', 'INHEHALGR'];
		const whole = (column: string) => sql`any_value(try_cast(${named(column)} as integer)) as ${named(column)}`;
		return sql`
			select * from (
				select try_cast("RINPERSOONHKW" as integer) as earner, ${sql.join(percentages.map(whole))},
					${whole('INHBBIHJ')}, ${whole('INHEHALGR')}
				from ${await folder.rows('INHATAB', year, columns)} t where "RINPERSOONSHKW" = 'R' group by 1
			) where "INHARMLAG" >= 0`;
	});
	return named(name);
}

/**
 * The same with what the register says of the main earner and the household at the end of the year: type, birth, man, and
 * the births of its youngest and oldest child at home.
 */
export async function typedIncomes(folder: Folder, year: number): Promise<RawBuilder<unknown>> {
	const name = `typed_${year}`;
	await folder.relation(name, async () => {
		const people = await stand(folder, endOf(year));
		return sql`
			select i.*, e.type, e.birth, e.man, c.youngest, c.oldest
			from ${await incomeHouseholds(folder, year)} i
			left join ${people} e on e.person = i.earner
			left join (select household, max(birth) as youngest, min(birth) as oldest from ${people} where place = 1 group by 1) c
				on c.household = e.household`;
	});
	return named(name);
}
