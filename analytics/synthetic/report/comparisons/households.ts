import { sql, type RawBuilder } from 'kysely';
import { named } from '../names.ts';
import { householdsByType } from '../../published/published.ts';
import { gather, type Comparison } from '../comparison.ts';
import { endOf } from '../dates.ts';
import type { Folder } from '../folder.ts';
import { judged, share, type Line } from '../judge.ts';
import { stand } from '../stand.ts';

const GOAL = { kind: 'relative', within: 0.05 } as const;

/** What a published type is in the register. */
const WHERE: Readonly<Record<string, RawBuilder<unknown>>> = {
	one_person: sql`type = 1`,
	unmarried_couples: sql`type in (2, 4)`,
	married_couples: sql`type in (3, 5)`,
	single_parent: sql`type = 6`,
	two_persons: sql`size = 2`,
	three_persons: sql`size = 3`,
	four_persons: sql`size = 4`,
	five_or_more_persons: sql`size >= 5`,
	with_children: sql`children >= 1`,
	with_1_child: sql`children = 1`,
	with_2_children: sql`children = 2`,
	with_3_or_more_children: sql`children >= 3`,
	single_parent_1_child: sql`type = 6 and children = 1`,
	single_parent_2_children: sql`type = 6 and children = 2`,
	single_parent_3_or_more_children: sql`type = 6 and children >= 3`
};

/** Private households of the country by type and size. */
export const households: Comparison = {
	title: 'Private households by type and size on 1 January',
	counted:
		'TYPHH of the reference person, and members counted. Figures of 2023 are shares of the households ' +
		'with children. These goals are ours.',
	async find(folder) {
		const years = new Set(householdsByType.map((row) => row.year));
		return gather(years, (year) => yearLines(folder, year));
	}
};

async function yearLines(folder: Folder, year: number): Promise<Line[]> {
	const rows = householdsByType.filter((row) => row.year === year);
	const counts = await count(folder, endOf(year - 1));
	// The figures of 2023 are of households with children; their share is of those.
	const whole = rows.find(({ type }) => type === 'total') ?? rows.find(({ type }) => type === 'with_children')!;
	const n = whole.type === 'total' ? counts.total! : counts.with_children!;
	return rows
		.filter(({ type }) => type !== whole.type)
		.map(({ type, households: published }) =>
			judged(share(`${type.replaceAll('_', ' ')}, ${year}`, published / whole.households, counts[type]!, n), GOAL)
		);
}

async function count(folder: Folder, date: number): Promise<Record<string, number>> {
	const columns = Object.entries(WHERE).map(([name, where]) => sql`count(*) filter (where ${where}) as ${named(name)}`);
	return folder.one(sql`select count(*) as total, ${sql.join(columns)} from (
		select any_value(type) as type, count(*) as size, count(*) filter (where place = 1) as children
		from ${await stand(folder, date)} group by household having bool_or(reference) and any_value(type) < 8)`);
}
