import type { Cell } from '../contract/early-warning.ts';
import type { Figure } from '../contract/figure.ts';
import { UNKNOWN } from '../contract/region-tree.ts';
import type { Spec } from '../contract/spec.ts';
import type { Calendar } from './calendar.ts';
import type { Panel, Regions } from './panel.ts';

/** Released counts of one indicator and group in one period; the arrays follow the order of the regions. */
export interface GroupCounts extends Omit<Cell, 'region'> {
	readonly regions: readonly string[];
	readonly numerator: readonly number[];
	readonly numeratorSe: readonly number[];
	readonly denominator: readonly number[];
	readonly denominatorSe: readonly number[];
}

export interface PeriodCounts {
	readonly period: string;
	readonly counts: readonly GroupCounts[];
}

export type Breaks = NonNullable<Spec['breaks']>;

interface Draft extends Omit<Panel, 'regions' | 'breaks'> {
	readonly regions: string[];
	readonly count: Float64Array[];
	readonly sigma: Float64Array[];
	readonly exposure: Float64Array[];
	readonly exposureSigma: Float64Array[];
	readonly numbers: Map<string, number>;
}

/** The figures of a period as counts of its groups. */
export function countsOf(figures: readonly Figure[]): GroupCounts[] {
	const groups = Map.groupBy(figures, ({ indicator, attribute, code }) => JSON.stringify([indicator, attribute, code]));
	return [...groups.values()].map((rows) => {
		const { indicator, attribute, code } = rows[0]!;
		return {
			indicator,
			attribute,
			code,
			regions: rows.map(({ region }) => region),
			numerator: rows.map(({ numerator }) => numerator),
			numeratorSe: rows.map(({ numeratorSe }) => numeratorSe),
			denominator: rows.map(({ denominator }) => denominator),
			denominatorSe: rows.map(({ denominatorSe }) => denominatorSe)
		};
	});
}

/**
 * The counts of all periods as panels, one for each indicator, group and level of regions. Units of unknown region are no
 * region. A period without a count of a region is missing there.
 * @param watched levels and groups to make panels of
 */
export function panels(
	calendar: Calendar,
	history: readonly PeriodCounts[],
	regions: Regions,
	breaks: Breaks,
	watched: (level: string, group: Pick<GroupCounts, 'attribute' | 'code'>) => boolean
): Panel[] {
	const drafts = new Map<string, Draft>();
	for (const { period, counts } of history) {
		const t = calendar.indexOf(period);
		for (const group of counts)
			for (const [i, region] of group.regions.entries()) {
				const level = region === UNKNOWN ? undefined : regions.levelOf(region);
				if (level === undefined || !watched(level, group)) continue;
				put(draftOf(drafts, calendar, group, level), group, i, t);
			}
	}
	return [...drafts.values()].map(({ numbers, ...panel }) => ({
		...panel,
		breaks: breaksOf(breaks, panel.indicator, calendar, numbers, regions)
	}));
}

function draftOf(drafts: Map<string, Draft>, calendar: Calendar, group: GroupCounts, level: string): Draft {
	const { indicator, attribute, code } = group;
	const key = JSON.stringify([indicator, attribute, code, level]);
	const known = drafts.get(key);
	if (known !== undefined) return known;
	const { freq, periods } = calendar;
	const lists = { regions: [], count: [], sigma: [], exposure: [], exposureSigma: [] };
	const draft = { indicator, attribute, code, level, freq, periods, ...lists, numbers: new Map<string, number>() };
	drafts.set(key, draft);
	return draft;
}

function put(draft: Draft, group: GroupCounts, i: number, t: number): void {
	const region = group.regions[i]!;
	let series = draft.numbers.get(region);
	if (series === undefined) {
		series = draft.regions.length;
		draft.numbers.set(region, series);
		draft.regions.push(region);
		for (const list of [draft.count, draft.sigma, draft.exposure, draft.exposureSigma])
			list.push(new Float64Array(draft.periods.length).fill(NaN));
	}
	draft.count[series]![t] = group.numerator[i]!;
	draft.sigma[series]![t] = group.numeratorSe[i]!;
	draft.exposure[series]![t] = group.denominator[i]!;
	draft.exposureSigma[series]![t] = group.denominatorSe[i]!;
}

/** A break of a region holds for the regions in it as well: what they deliver is a part of what it delivers. */
function breaksOf(
	breaks: Breaks,
	indicator: string,
	calendar: Calendar,
	numbers: ReadonlyMap<string, number>,
	regions: Regions
): Panel['breaks'] {
	return breaks
		.filter(({ indicators }) => indicators === undefined || indicators.includes(indicator))
		.flatMap(({ period, regions: named }) => {
			const at = calendar.indexOf(period);
			if (at < 0) return [];
			return [...numbers]
				.filter(([code]) => named === undefined || lineOf(code, regions).some((one) => named.includes(one)))
				.map(([, series]) => ({ series, period: at }));
		});
}

/** A region and all that it lies in. */
function lineOf(code: string, regions: Regions): string[] {
	const line: string[] = [];
	for (let at: string | null = code; at !== null; at = regions.parentOf(at)) line.push(at);
	return line;
}
