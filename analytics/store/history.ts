import type { Pool } from 'pg';
import type { Cell } from '../contract/early-warning.ts';
import { UNKNOWN, type RegionTree } from '../contract/region-tree.ts';
import { baseOf } from './trees.ts';

export interface HistoryQuestion {
	/** Slug of the specification. */
	readonly spec: string;
	/** Releases on other regions than these are left out: the same code may be another area there. */
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

/** A release with the tree that its figures name regions of. */
interface Place {
	readonly period: string;
	readonly release: number;
	readonly tree: number;
}

/** Counts of the current releases of earlier periods, oldest first. */
export async function readHistory(
	pool: Pool,
	{ spec, tree, until, levels }: HistoryQuestion
): Promise<EarlierPeriod[]> {
	const { rows } = await pool.query<Place>(
		`select c.period, c.release, r.tree
		from store.current_release c join store.release r on r.id = c.release join store.tree t on t.id = r.tree
		where c.spec = $1 and t.base = $2`,
		[spec, baseOf(tree.regions)]
	);
	const earlier = rows.filter(({ period }) => period < until).sort((a, b) => (a.period < b.period ? -1 : 1));
	const codes = new Map<number, Codes>();
	const periods: EarlierPeriod[] = [];
	for (const { period, release, tree } of earlier) {
		const known = codes.get(tree) ?? (await codesOf(pool, tree, levels));
		codes.set(tree, known);
		periods.push({ period, counts: await countsOf(pool, release, known) });
	}
	return periods;
}

/** Codes of the regions that are asked for, by position in a tree. */
type Codes = ReadonlyMap<number, string>;

async function codesOf(pool: Pool, tree: number, levels: readonly string[]): Promise<Codes> {
	const { rows } = await pool.query<{ position: number; code: string }>(
		'select position, code from store.region where tree = $1 and level = any($2) and code <> $3 order by position',
		[tree, levels, UNKNOWN]
	);
	return new Map(rows.map(({ position, code }) => [position, code]));
}

type CountsRow = Omit<EarlierCounts, 'regions'> & { readonly positions: readonly number[] };

/**
 * Numbers travel as arrays, in the order of an index: a row for each figure, joined with its region, would take several times
 * as long.
 */
async function countsOf(pool: Pool, release: number, codes: Codes): Promise<EarlierCounts[]> {
	const asked = [...codes.keys()];
	const { rows } = await pool.query<CountsRow>(
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
function askedFor({ positions, ...row }: CountsRow, codes: Codes): EarlierCounts {
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
