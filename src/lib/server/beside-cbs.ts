import { cbsSeries, type CbsSeries } from '../../../analytics/contract/cbs-figures.ts';
import type { Published } from './db.ts';
import { figuresAtLevel } from './queries/figures-at-level.ts';
import type { Indicator } from './queries/indicators.ts';
import { levels } from './queries/levels.ts';
import { national } from './queries/national.ts';

/** A figure of ours beside the one that CBS publishes; all fractions. */
export interface Beside {
	readonly name: string;
	/** The year of our figure. */
	readonly period: string;
	readonly share: number;
	readonly share_se: number;
	readonly lower: number;
	readonly upper: number;
	readonly cbs: number;
	/** Half a step of the rounding of `cbs`. */
	readonly rounding: number;
}

/** How many regions with the largest differences are told. */
const LARGEST = 5;
const COUNTRY = 'NL';
const GEMEENTE = 'gemeente';
/** The classification by which CBS figures of municipalities are kept. */
const VINTAGE = 'cbs:2024';

type Chosen = Pick<Indicator, 'spec' | 'id' | 'tree' | 'unit' | 'source_kind' | 'region_vintage'>;

/** Figures of an indicator beside those of CBS, of the country and of municipalities; null where CBS publishes none like it. */
export async function besideCbs(db: Published, chosen: Chosen, periods: readonly string[]) {
	const series = cbsSeries.filter(({ indicator, unit }) => indicator === chosen.id && unit === chosen.unit);
	if (chosen.source_kind !== 'cbs' || series.length === 0) return null;
	const [country, gemeenten] = await Promise.all([
		besideCountry(db, chosen, series),
		chosen.region_vintage === VINTAGE ? besideMunicipalities(db, chosen, series, periods) : null
	]);
	return country.rows.length === 0 && gemeenten === null ? null : { country, gemeenten };
}

async function besideCountry(db: Published, { spec, id }: Chosen, series: readonly CbsSeries[]) {
	const own = await national(db, { spec, indicator: id });
	const found = own.flatMap((figure) => {
		const of = series.find(({ period, shares }) => period === figure.period && shares[COUNTRY] !== undefined);
		const row = of && beside(figure, figure.period, figure.period, of.shares[COUNTRY]!, of.rounding);
		return row === undefined ? [] : [{ row, source: of!.source }];
	});
	return { rows: found.map(({ row }) => row), sources: [...new Set(found.map(({ source }) => source))] };
}

async function besideMunicipalities(
	db: Published,
	{ spec, id, tree }: Chosen,
	series: readonly CbsSeries[],
	periods: readonly string[]
) {
	const of = series.find(({ shares }) => Object.keys(shares).some((code) => code !== COUNTRY));
	const period = of && nearest(periods, Number(of.period));
	if (of === undefined || period === undefined || tree === null) return null;
	const level = (await levels(db, tree)).find((one) => one.level === GEMEENTE);
	if (level === undefined) return null;
	const own = await figuresAtLevel(db, { spec, period, indicator: id, level });
	const rows = own.flatMap((figure) => {
		const cbs = of.shares[figure.code];
		const row = cbs === undefined ? undefined : beside(figure, figure.name, period, cbs, of.rounding);
		return row === undefined ? [] : [row];
	});
	return rows.length < 3 ? null : { ...likeness(rows), period, of: of.period, source: of.source };
}

/** The year of ours that is nearest; of two as near the later one. */
function nearest(periods: readonly string[], year: number): string | undefined {
	const years = periods.filter((period) => /^\d{4}$/.test(period));
	const away = (period: string) => Math.abs(Number(period) - year);
	return years.toSorted((a, b) => away(a) - away(b) || Number(b) - Number(a))[0];
}

interface Own {
	readonly share: number | null;
	readonly share_se: number | null;
	readonly lower: number | null;
	readonly upper: number | null;
}

function beside(own: Own, name: string, period: string, cbs: number, rounding: number): Beside | undefined {
	const { share, share_se, lower, upper } = own;
	if (share === null || share_se === null || lower === null || upper === null) return undefined;
	return { name, period, share, share_se, lower, upper, cbs, rounding };
}

/** Whether noise and rounding may be all that is between both. */
export function agrees({ lower, upper, cbs, rounding }: Beside): boolean {
	return cbs + rounding >= lower && cbs - rounding <= upper;
}

/** @param rows at least two, not all equal */
export function likeness(rows: readonly Beside[]) {
	const apart = (row: Beside) => Math.abs(row.share - row.cbs);
	return {
		regions: rows.length,
		correlation: correlation(rows),
		apart: mean(rows.map(apart)),
		within: rows.filter(agrees).length,
		largest: rows
			.filter((row) => !agrees(row))
			.toSorted((a, b) => apart(b) - apart(a))
			.slice(0, LARGEST)
	};
}

/** Pearson's correlation of both figures, each region once. */
function correlation(rows: readonly Beside[]): number {
	const [own, cbs] = [mean(rows.map(({ share }) => share)), mean(rows.map((row) => row.cbs))];
	const sum = (of: (row: Beside) => number) => rows.reduce((total, row) => total + of(row), 0);
	const together = sum((row) => (row.share - own) * (row.cbs - cbs));
	return together / Math.sqrt(sum((row) => (row.share - own) ** 2) * sum((row) => (row.cbs - cbs) ** 2));
}

function mean(values: readonly number[]): number {
	return values.reduce((sum, value) => sum + value, 0) / values.length;
}
