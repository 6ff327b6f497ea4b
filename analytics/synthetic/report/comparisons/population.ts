import { sql } from 'kysely';
import { named } from '../names.ts';
import { gemeenten } from '../../../regions/nederland.ts';
import { municipalBenefits, municipalShares } from '../../published/published.ts';
import { gather, type Comparison } from '../comparison.ts';
import { endOf } from '../dates.ts';
import type { Folder } from '../folder.ts';
import type { Line } from '../judge.ts';
import { municipalLines, type MunicipalCount } from '../municipal.ts';
import { nearestYear, places } from '../places.ts';
import { persons, stand } from '../stand.ts';

const GOALS = { correlation: 0.95, difference: 0.02 };
/** Ages at which the published bands begin. */
const BANDS = [
	['0-14', 0, 15],
	['15-24', 15, 25],
	['25-44', 25, 45],
	['45-64', 45, 65],
	['65+', 65, 200]
] as const;
const TYPES = { onePerson: [1], noChildren: [2, 3, 7], withChildren: [4, 5, 6] } as const;

/** How people, ages and types of households are spread over the municipalities. */
export const population: Comparison = {
	title: 'Persons and households per municipality (published: 1 January 2020)',
	counted:
		'At the end of 2019 or the nearest year: persons in households at their address, in the ' +
		'classification of 2024; private households by their reference person. Weighted by the persons or ' +
		'households of the synthetic municipality. "Other" households count as without children. These goals ' +
		'are ours.',
	async find(folder) {
		const date = endOf(nearestYear(folder, 'GBAHUISHOUDENSBUS', 2019));
		return gather([sizes, ages, types], (measure) => measure(folder, date));
	}
};

async function sizes(folder: Folder, date: number): Promise<Line[]> {
	const [people, place] = [await stand(folder, date), await places(folder, date)];
	const rows = await folder.select<{ gemeente: string; k: number; n: number }>(
		sql`select gemeente, count(*) as k, sum(count(*)) over () as n from ${people} join ${place} using (person) group by 1`
	);
	const all = municipalBenefits.reduce((sum, { inhabitants }) => sum + inhabitants, 0);
	const published = new Map(municipalBenefits.map(({ code, inhabitants }) => [code, inhabitants / all]));
	const found = new Map(rows.map(({ gemeente, k, n }) => [`GM${gemeente}`, { k: Number(k), n: Number(n) }]));
	const counts = gemeenten.map(({ code }) => ({
		code,
		n: rows.length === 0 ? 0 : Number(rows[0]!.n),
		k: found.get(code)?.k ?? 0
	}));
	return municipalLines('share of the population', published, counts, { correlation: 0.99, difference: 0.0002 });
}

async function ages(folder: Folder, date: number): Promise<Line[]> {
	await persons(folder);
	const [people, place] = [await stand(folder, date), await places(folder, date)];
	const bands = BANDS.map(([name, from, to]) => {
		const born = sql`birth > ${date - to * 10_000} and birth <= ${date - from * 10_000}`;
		return sql`count(*) filter (where ${born}) as ${named(name)}`;
	});
	const rows = await folder.select<Record<string, number> & { gemeente: string; n: number }>(
		sql`select gemeente, count(*) as n, ${sql.join(bands)} from ${people} join ${place} using (person) group by 1`
	);
	return BANDS.flatMap(([name]) => {
		const published = new Map(municipalShares.map(({ code, ages: shares }) => [code, shares[name]]));
		return municipalLines(`persons of ${name}`, published, countsOf(rows, name), GOALS);
	});
}

async function types(folder: Folder, date: number): Promise<Line[]> {
	const [people, place] = [await stand(folder, date), await places(folder, date)];
	const kinds = Object.entries(TYPES).map(
		([name, codes]) => sql`count(*) filter (where type in (${sql.join([...codes])})) as ${named(name)}`
	);
	const rows = await folder.select<Record<string, number> & { gemeente: string; n: number }>(
		sql`select gemeente, count(*) as n, ${sql.join(kinds)} from ${people} join ${place} using (person)
			where reference and type < 8 group by 1`
	);
	return (['onePerson', 'noChildren', 'withChildren'] as const).flatMap((name) => {
		const published = new Map(municipalShares.map(({ code, households }) => [code, households[name]]));
		return municipalLines(`households ${LABELS[name]}`, published, countsOf(rows, name), GOALS);
	});
}

const LABELS = { onePerson: 'of one person', noChildren: 'without children', withChildren: 'with children' };

function countsOf(
	rows: readonly (Record<string, number> & { gemeente: string; n: number })[],
	column: string
): MunicipalCount[] {
	return rows.map((row) => ({ code: `GM${row.gemeente}`, n: row.n, k: row[column]! }));
}
