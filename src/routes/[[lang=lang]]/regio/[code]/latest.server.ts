import type { Indicator } from '$lib/server/queries/indicators.ts';

/**
 * Each indicator in its latest period. What several releases tell of the same kind of unit is told once: from the release with
 * the most periods.
 * @param rows every period of the indicators, the latest of each first
 */
export function latestOnce(rows: readonly Indicator[]): Indicator[] {
	const latest = rows.filter((row, i) => rows.findIndex((r) => r.spec === row.spec && r.id === row.id) === i);
	const periods = ({ spec, id }: Indicator) => rows.filter((row) => row.spec === spec && row.id === id).length;
	return latest.filter((row) => {
		const others = latest.filter(({ id, unit }) => id === row.id && unit === row.unit);
		return row === others.reduce((most, one) => (periods(one) > periods(most) ? one : most));
	});
}
