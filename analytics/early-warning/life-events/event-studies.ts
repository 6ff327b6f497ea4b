import type { EventPathCells, EventStudyRow } from '../../contract/early-warning.ts';
import { BASE, eventStudy } from './event-study.ts';
import { combined, type Weights } from './linear.ts';
import { pathShares, pathUnits } from './path-shares.ts';

/**
 * The years around each life event: how the difference with units without the event changed against the year before it. Units
 * whose event was 0-11, 12-23 and 24-35 months ago are three cohorts: the states at four year ends tell the years -3 to 0 of the
 * first, -2 to 1 of the second and -1 to 2 of the third. Each year from the event is the mean over the cohorts that tell it,
 * by their numbers of units (Sun & Abraham, Journal of Econometrics 225, 2021), against units that the event did not happen
 * to (Callaway & Sant'Anna, the same volume). No rows for a region where a cohort is too small.
 */
export function eventStudies(cells: Iterable<EventPathCells>): EventStudyRow[] {
	return [...cells].flatMap((cell) => studyOf(cell));
}

function studyOf(cells: EventPathCells): EventStudyRow[] {
	const dates = cells.paths[0]?.length ?? 0;
	const shares = pathShares(cells, dates);
	if (shares === null) return [];
	const cohorts = cells.windows.length - 1;
	// Of cohort c, whose event was in the year c years before the last date, date t is the year t - (dates - 1) + c from it.
	const told = Array.from({ length: cohorts }, (_, c) =>
		Array.from({ length: dates }, (_, t) => ({ c, t, k: t - (dates - 1) + c }))
	).flat();
	const years = [...new Set(told.map(({ k }) => k))].toSorted((a, b) => a - b);
	const at = (c: number, t: number) => c * dates + t;
	const units = pathUnits(cells);
	// Each cohort is taken against its own base year before the cohorts are put together, which makes the base year's own 0.
	const weights = years.map((k): Weights => {
		const parts = told.filter((one) => one.k === k);
		const total = parts.reduce((sum, { c }) => sum + units[c]!, 0);
		return parts.flatMap(({ c, t }) => {
			const base = dates - 1 - c + BASE;
			const w = units[c]! / total;
			const pair = (date: number, sign: number): Weights => [
				[at(c, date), sign * w],
				[at(cohorts, date), -sign * w]
			];
			return [...pair(t, 1), ...pair(base, -1)];
		});
	});
	const { indicator, region, event } = cells;
	const { years: rows, ...study } = eventStudy(years, combined(weights, shares));
	return rows.map((row) => ({ indicator, region, event, ...row, ...study }));
}
