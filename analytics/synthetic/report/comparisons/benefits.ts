import { sql, type RawBuilder } from 'kysely';
import { municipalBenefits } from '../../published/published.ts';
import { gather, type Comparison } from '../comparison.ts';
import { endOf } from '../dates.ts';
import type { Folder } from '../folder.ts';
import { judged, share, type Line } from '../judge.ts';
import { municipalLines, total, type MunicipalCount } from '../municipal.ts';
import { pensionBirth } from '../pension-age.ts';
import { nearestYear, places } from '../places.ts';
import { dateOf, KEY, LINKED, PERSON, persons, stand } from '../stand.ts';

const NATIONAL = { kind: 'relative', within: 0.05 } as const;
const GOALS = { correlation: 0.9, difference: 0.01 };
const MONTH_KEY = ['RINPersoonS', 'RINPersoon'];
/** Codes of general social assistance; others are of older or self-employed people, or allowances. */
const GENERAL = ['01', '13', '15', '16', '1'];

type Benefit = 'disability' | 'unemployment' | 'assistance' | 'oldAge';

/** Persons with a benefit at the end of a year: a query of column `person`. */
const RECEIVE: Record<Benefit, (folder: Folder, year: number) => Promise<RawBuilder<unknown>>> = {
	async disability(folder, year) {
		const rows = await folder.rows('AOTOTUITKERINGATAB', year, [...MONTH_KEY, 'AOTotWetcodeV2']);
		return sql`select try_cast("RINPersoon" as integer) as person from ${rows} t where "RINPersoonS" = 'R'`;
	},
	async unemployment(folder, year) {
		const rows = await folder.rows('WUSUITKERING1ATAB', year, [...MONTH_KEY, 'WUSIndic1A']);
		return sql`select try_cast("RINPersoon" as integer) as person from ${rows} t
			where "RINPersoonS" = 'R' and try_cast("WUSIndic1A" as double) = 1`;
	},
	async assistance(folder, year) {
		const receive = await assistanceOn(folder, year, year * 10_000 + 1231);
		return sql`select person from (${receive}) join ${await persons(folder)} using (person)
			where birth > ${pensionBirth(year)}`;
	},
	async oldAge(folder, year) {
		return sql`select person from ${await stand(folder, endOf(year))} where birth <= ${pensionBirth(year)}`;
	}
};

/** Persons with general social assistance on a day of a year. */
export async function assistanceOn(folder: Folder, year: number, day: number): Promise<RawBuilder<unknown>> {
	const [start, end] = ['BIJSTANDAanvangUitkeringPersoon1A', 'BIJSTANDEindeUitkeringPersoon1A'];
	const rows = await folder.rows('BIJSTANDUITKERINGTAB', year, [...KEY, 'BIJSTANDStatistiekcodeA', start, end]);
	return sql`select ${PERSON} as person from ${rows} t
		where ${LINKED} and ${dateOf(start)} <= ${day} and ${dateOf(end)} >= ${day}
			and "BIJSTANDStatistiekcodeA" in (${sql.join(GENERAL)})`;
}

/** Persons with benefits per municipality and in the country. */
export const benefits: Comparison = {
	title: 'Persons with a benefit, per inhabitant (published: end of 2020)',
	counted:
		'At the end of 2020 or the nearest year. Social assistance: spells of general assistance (codes 01, ' +
		'13, 15, 16) on 31 December, below pension age. Old age: persons of pension age. Inhabitants: persons ' +
		'in households. National shares within 5 %, and municipal goals: ours.',
	async find(folder) {
		const year = nearestYear(folder, 'GBAHUISHOUDENSBUS', 2020);
		return gather(Object.keys(RECEIVE) as Benefit[], (benefit) => compared(folder, year, benefit));
	}
};

async function compared(folder: Folder, year: number, benefit: Benefit): Promise<Line[]> {
	const receive = await RECEIVE[benefit](folder, year);
	const [people, place] = [await stand(folder, endOf(year)), await places(folder, endOf(year))];
	const rows = await folder.select<{ gemeente: string; n: number; k: number }>(sql`
		select gemeente, count(*) as n, count(*) filter (where person in (${receive})) as k
		from ${people} join ${place} using (person) group by 1`);
	const counts: MunicipalCount[] = rows.map(({ gemeente, n, k }) => ({ code: `GM${gemeente}`, n, k }));
	const published = new Map(municipalBenefits.map((row) => [row.code, row[benefit] / row.inhabitants]));
	const [receiving, all] = [sumOf(benefit), sumOf('inhabitants')];
	const { n, k } = total(counts);
	return [
		judged(share(`${LABELS[benefit]}, country`, receiving / all, k, n), NATIONAL),
		...municipalLines(`${LABELS[benefit]}, municipalities`, published, counts, GOALS)
	];
}

const LABELS: Record<Benefit, string> = {
	disability: 'disability benefit',
	unemployment: 'unemployment benefit',
	assistance: 'social assistance',
	oldAge: 'old-age pension'
};

function sumOf(column: Benefit | 'inhabitants'): number {
	return municipalBenefits.reduce((sum, row) => sum + row[column], 0);
}
