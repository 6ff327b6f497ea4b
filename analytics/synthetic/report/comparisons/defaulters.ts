import { sql, type RawBuilder } from 'kysely';
import { named } from '../names.ts';
import { gemeenten } from '../../../regions/nederland.ts';
import { healthInsuranceDefaulters, type Defaulters } from '../../published/published.ts';
import { gather, type Comparison } from '../comparison.ts';
import { endOf } from '../dates.ts';
import type { Folder } from '../folder.ts';
import { judged, share, type Line } from '../judge.ts';
import { pensionBirth } from '../pension-age.ts';
import { places } from '../places.ts';
import { secmOn } from '../spells.ts';
import { covers, KEY, LINKED, PERSON, stand } from '../stand.ts';

const GOAL = { kind: 'relative', within: 0.1 } as const;
const ROUNDING = 0.0005;

/** Persons of 18 and over with six months of unpaid health-insurance premium. */
export const defaulters: Comparison = {
	title: 'Health-insurance defaulters on 31 December',
	counted:
		'Adults with a spell that covers the day, of adults in households; by place in the household (PLHH), ' +
		'by SECM on the day (21, 22, 24) or pension age, by region; "of all" is the part of the country\'s ' +
		'defaulters who live in a province. The goal is ours.',
	async find(folder) {
		return gather(healthInsuranceDefaulters, (row) => compared(folder, row));
	}
};

async function compared(folder: Folder, published: Defaulters): Promise<Line[]> {
	const { kind, code, date, number, share: of } = published;
	const year = Number(date.slice(0, 4));
	const who = await where(folder, published, year);
	if (who === null) return [];
	const { n, k, group } = await folder.one<{ n: number; k: number; group: number }>(sql`
		select count(*) filter (where owes) as n, count(*) filter (where owes and hit) as k, count(*) filter (where hit) as "group"
		from (select owes, coalesce(${who}, false) as hit from ${await adults(folder, year)})`);
	const name = `${kind} ${code}, ${date}`;
	if (of !== null) return [judged(share(name, of, k, group, ROUNDING), GOAL)];
	const country = healthInsuranceDefaulters.find((row) => row.date === date && row.kind === 'country')!;
	return number === null ? [] : [judged(share(`${name}, of all`, number / country.number!, k, n), GOAL)];
}

/** Relation of adults in households: place, birth, gemeente, person, owes. */
async function adults(folder: Folder, year: number): Promise<RawBuilder<unknown>> {
	const name = `adults_${year}`;
	await folder.relation(name, async () => {
		const [start, end] = ['AANVANGWANBETALER', 'EINDEWANBETALER'];
		const rows = await folder.rows('ZVWWANBETALERSTAB', year, [...KEY, start, end]);
		const [people, place] = [await stand(folder, endOf(year)), await places(folder, endOf(year))];
		return sql`select person, place, birth, gemeente, person in (select ${PERSON} from ${rows} t
				where ${LINKED} and ${covers(start, end, year * 10_000 + 1231)}) as owes
			from ${people} left join ${place} using (person) where birth <= ${endOf(year) - 180_000}`;
	});
	return named(name);
}

const CODES: Readonly<Record<string, number>> = { unemployment: 21, assistance: 22, disability: 24 };

/** What tells the group in the relation of adults; null for sickness benefit, which has no code of its own. */
async function where(folder: Folder, { kind, code }: Defaulters, year: number): Promise<RawBuilder<unknown> | null> {
	if (kind === 'country') return sql`true`;
	if (kind === 'position') return sql`place in (${sql.join(code.split('+').map(Number))})`;
	if (kind === 'province' || kind === 'corop') {
		const own = gemeenten.filter((gemeente) => (kind === 'province' ? gemeente.provincie : gemeente.corop) === code);
		return sql`gemeente in (${sql.join(own.map((gemeente) => gemeente.code.slice(2)))})`;
	}
	if (code === 'oldAge') return sql`birth <= ${pensionBirth(year)}`;
	const secm = CODES[code];
	return secm === undefined ? null : sql`person in ${await secmOn(folder, endOf(year), [secm])}`;
}
