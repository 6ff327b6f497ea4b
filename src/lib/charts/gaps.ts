import { inOrder } from '../format/period.ts';

/** A period of which there is too little to say. */
export interface MissingPeriod {
	readonly period: string;
	/** That in words. */
	readonly label: string;
}

/** All periods of some lines in order, those without a figure among them. */
export function periodsOf(...lines: readonly (readonly { readonly period: string }[])[]): string[] {
	return inOrder(lines.flat().map(({ period }) => period));
}

/** A line with an empty point in each period that it does not tell of: lines and bands stop there, and go on after it. */
export function withGaps<Point extends { readonly period: string }>(
	points: readonly Point[],
	periods: readonly string[]
): (Point | { readonly period: string })[] {
	const byPeriod = new Map(points.map((point) => [point.period, point]));
	return periods.map((period) => byPeriod.get(period) ?? { period });
}

/** How many periods between the first and the last point of a line have none. */
export function gapsIn(points: readonly { readonly period: string }[]): number {
	return periodsOf(points).length - new Set(points.map(({ period }) => period)).size;
}
