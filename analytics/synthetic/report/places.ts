import { sql, type RawBuilder } from 'kysely';
import { named } from './names.ts';
import { dayBefore, fileYear } from './dates.ts';
import { Absent, type Folder } from './folder.ts';
import { covers, dateOf, KEY, LINKED, PERSON } from './stand.ts';

const ADDRESS = ['SOORTOBJECTNUMMER', 'RINOBJECTNUMMER'];

/**
 * Relation of person and gemeente (four digits, classification of 2024) at the end of the day before a date. Of two addresses
 * the one that began last.
 * @throws Absent
 */
export async function places(folder: Folder, date: number): Promise<RawBuilder<unknown>> {
	const name = `place_${date}`;
	await folder.relation(name, async () => {
		const [start, end] = ['GBADATUMAANVANGADRESHOUDING', 'GBADATUMEINDEADRESHOUDING'];
		const spells = await folder.rows('GBAADRESOBJECTBUS', fileYear(date), [...KEY, start, end, ...ADDRESS]);
		const newest = folder.years('VSLGWBTAB').at(-1);
		if (newest === undefined) throw new Absent('VSLGWBTAB');
		const objects = await folder.rows('VSLGWBTAB', newest, [...ADDRESS, 'gem2024']);
		return sql`select person, gemeente from (
				select ${PERSON} as person, arg_max("SOORTOBJECTNUMMER" || "RINOBJECTNUMMER", ${dateOf(start)}) as object
				from ${spells} t where ${LINKED} and ${covers(start, end, dayBefore(date))} group by 1
			) join (
				select "SOORTOBJECTNUMMER" || "RINOBJECTNUMMER" as object, min("gem2024") as gemeente from ${objects} t group by 1
			) using (object)`;
	});
	return named(name);
}

/** The year nearest to a wanted one that the folder has a table for. @throws Absent */
export function nearestYear(folder: Folder, table: string, wanted: number): number {
	const years = folder.years(table).sort((a, b) => Math.abs(a - wanted) - Math.abs(b - wanted));
	if (years.length === 0) throw new Absent(table);
	return years[0]!;
}
