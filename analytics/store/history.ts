import type { ClientBase, Pool } from 'pg';
import type { Cell } from '../contract/early-warning.ts';
import type { Figure } from '../contract/figure.ts';
import { UNKNOWN, type Region, type RegionTree } from '../contract/region-tree.ts';
import { sameAreas } from '../regions/same-areas.ts';
import { baseOf } from './trees.ts';

type Database = Pool | ClientBase;

export interface HistoryQuestion {
	/** Slug of the specification. */
	readonly spec: string;
	/** Of releases on other regions than these, those of the same area count: the same code may be another area there. */
	readonly tree: RegionTree;
	/** Only periods before this one. */
	readonly until: string;
	/** Levels of the tree that are asked for. */
	readonly levels: readonly string[];
}

/** The released counts of one indicator and group in one period, region by region, without units of unknown region. */
export interface EarlierCounts extends Omit<Cell, 'region'> {
	/** Codes; the other arrays follow their order. */
	readonly regions: readonly string[];
	readonly numerator: readonly number[];
	readonly numeratorSe: readonly number[];
	readonly denominator: readonly number[];
	readonly denominatorSe: readonly number[];
}

export interface EarlierPeriod {
	readonly period: string;
	readonly counts: readonly EarlierCounts[];
}

/** What year-on-year comparison needs of an earlier release. */
export type EarlierFigure = Pick<
	Figure,
	'indicator' | 'region' | 'attribute' | 'code' | 'numerator' | 'denominator' | 'share' | 'shareSe'
>;

export interface FiguresQuestion {
	readonly spec: string;
	readonly period: string;
	/** Figures of other areas than the regions of this tree are left out. */
	readonly tree: RegionTree;
}

/** What was published before. */
export interface Earlier {
	/** Periods with a current release, ascending. */
	periods(spec: string): Promise<string[]>;
	/** Figures of all units together (no groups) of a current release; empty when there is none. */
	figures(question: FiguresQuestion): Promise<EarlierFigure[]>;
	/** The released counts of earlier periods, as the models of early warning take them: a period at a time, oldest first. */
	history(question: HistoryQuestion): Promise<EarlierPeriod[]>;
}

export function earlierOf(database: Database): Earlier {
	return {
		periods: (spec) => readPeriods(database, spec),
		figures: (question) => readFigures(database, question),
		history: (question) => readHistory(database, question)
	};
}

/** A release with the tree that its figures name regions of. */
interface Place {
	readonly period: string;
	readonly release: number;
	readonly tree: number;
	readonly base: string;
}

async function currentReleases(database: Database, spec: string): Promise<Place[]> {
	const { rows } = await database.query<Place>(
		`select c.period, c.release, r.tree, t.base
		from store.current_release c join store.release r on r.id = c.release join store.tree t on t.id = r.tree
		where c.spec = $1`,
		[spec]
	);
	return rows.sort((a, b) => (a.period < b.period ? -1 : 1));
}

export async function readPeriods(database: Database, spec: string): Promise<string[]> {
	return (await currentReleases(database, spec)).map(({ period }) => period);
}

async function readFigures(database: Database, { spec, period, tree }: FiguresQuestion): Promise<EarlierFigure[]> {
	const place = (await currentReleases(database, spec)).find((one) => one.period === period);
	if (place === undefined) return [];
	const { rows } = await database.query<EarlierFigure>(
		`select indicator, region, attribute, code, numerator, denominator, share, share_se as "shareSe" from published.figure
		where release = $1 and attribute = ''`,
		[place.release]
	);
	const same = await sameRegions(database, place, tree);
	return same === null ? rows : rows.filter(({ region }) => same.has(region));
}

async function readHistory(
	database: Database,
	{ spec, tree, until, levels }: HistoryQuestion
): Promise<EarlierPeriod[]> {
	const earlier = (await currentReleases(database, spec)).filter(({ period }) => period < until);
	const codes = new Map<number, Codes>();
	const periods: EarlierPeriod[] = [];
	for (const place of earlier) {
		const known = codes.has(place.tree) ? codes.get(place.tree)! : await codesOf(database, place, tree, levels);
		codes.set(place.tree, known);
		// On other regions altogether it is no history.
		if (known !== null) periods.push({ period: place.period, counts: await countsOf(database, place.release, known) });
	}
	return periods;
}

/** Codes of the regions that are asked for, by position in a tree; null when no region of the tree is one of those asked about. */
type Codes = ReadonlyMap<number, string> | null;

async function codesOf(database: Database, place: Place, tree: RegionTree, levels: readonly string[]): Promise<Codes> {
	const { rows } = await database.query<{ position: number; code: string }>(
		'select position, code from store.region where tree = $1 and level = any($2) and code <> $3 order by position',
		[place.tree, levels, UNKNOWN]
	);
	const same = await sameRegions(database, place, tree);
	if (same?.size === 0) return null;
	return new Map(rows.filter(({ code }) => same?.has(code) ?? true).map(({ position, code }) => [position, code]));
}

/** Codes of the regions of a release that are the same areas in a tree; null when all are. */
async function sameRegions(
	database: Database,
	{ tree: stored, base }: Place,
	{ regions }: RegionTree
): Promise<Set<string> | null> {
	if (base === baseOf(regions)) return null;
	const { rows } = await database.query<Region>(
		'select code, parent, name, level from store.region where tree = $1 order by position',
		[stored]
	);
	return sameAreas(rows, regions);
}

type CountsRow = Omit<EarlierCounts, 'regions'> & { readonly positions: readonly number[] };

/**
 * Numbers travel as arrays, in the order of an index: a row for each figure, joined with its region, would take several times
 * as long.
 */
async function countsOf(database: Database, release: number, codes: NonNullable<Codes>): Promise<EarlierCounts[]> {
	const asked = [...codes.keys()];
	const { rows } = await database.query<CountsRow>(
		`select i.slug as indicator, p.attribute, p.code, f.positions, f.numerator, f.numerator_se as "numeratorSe",
			f.denominator, f.denominator_se as "denominatorSe"
		from (
			select indicator, grouping, json_agg(region) as positions,
				json_agg(numerator) as numerator, json_agg(numerator_se) as numerator_se,
				json_agg(denominator) as denominator, json_agg(denominator_se) as denominator_se
			from (
				select * from store.figure where release = $1 and region between $2 and $3
				order by indicator, grouping, region
			) ordered
			group by indicator, grouping
		) f
		join store.indicator i on i.release = $1 and i.number = f.indicator
		join store.grouping p on p.release = $1 and p.number = f.grouping
		order by f.indicator, f.grouping`,
		[release, asked[0] ?? 0, asked.at(-1) ?? -1]
	);
	return rows.map((row) => askedFor(row, codes)).filter(({ regions }) => regions.length > 0);
}

/** Without what lies between the regions that are asked for. */
function askedFor({ positions, ...row }: CountsRow, codes: NonNullable<Codes>): EarlierCounts {
	const kept = positions.flatMap((position, i) => (codes.has(position) ? [i] : []));
	const pick = (values: readonly number[]) => kept.map((i) => values[i]!);
	return {
		...row,
		regions: pick(positions).map((position) => codes.get(position)!),
		numerator: pick(row.numerator),
		numeratorSe: pick(row.numeratorSe),
		denominator: pick(row.denominator),
		denominatorSe: pick(row.denominatorSe)
	};
}
