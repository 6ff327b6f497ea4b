import { survival, type Survival } from '../../../analytics/early-warning/life-events/survival.ts';
import type { EventRisk } from './queries/events.ts';

const Z95 = 1.959964;
/** Years that are told after an event. */
const YEARS = ['0-11', '12-23', '24-35'];

/** Share of units that came into a state within three years, with its 95 % interval. */
export interface Inflow {
	readonly share: number;
	readonly lower: number;
	readonly upper: number;
}

/**
 * Who came in within three years after an event, beside units without it, if each year goes as it does now: from the yearly
 * inflow by time since the event. Null when a year is not known, or noise says that nobody came in.
 * @param inflow rows of an indicator of inflow, of one life event
 */
export function inflowAfter(inflow: readonly EventRisk[]): { after: Inflow; without: Inflow } | null {
	const years = YEARS.flatMap((code) => inflow.find((row) => row.code === code) ?? []);
	if (years.length < YEARS.length) return null;
	const after = survival(years.map((row) => ({ share: row.share, variance: row.share_se ** 2 }))).at(-1);
	// The same units without the event are asked about each year, so that their error is the same one three times.
	const yearly = years[0]!;
	const once = survival([{ share: yearly.comparison, variance: yearly.comparison_se ** 2 }])[0];
	if (after == null || once == null) return null;
	const thrice = { survival: once.survival ** 3, lower: once.lower ** 3, upper: once.upper ** 3 };
	return { after: inflowOf(after), without: inflowOf(thrice) };
}

/** Whether units after an event are clearly in a state more often than others, while clearly fewer of them came in; or the reverse. */
export function isOpposite(
	{ difference, difference_se }: Pick<EventRisk, 'difference' | 'difference_se'>,
	{ after, without }: { readonly after: Inflow; readonly without: Inflow }
): boolean {
	const isClear = Math.abs(difference) > Z95 * difference_se;
	return isClear && (difference > 0 ? after.upper < without.lower : after.lower > without.upper);
}

function inflowOf({ survival: left, lower, upper }: Survival): Inflow {
	return { share: 1 - left, lower: 1 - upper, upper: 1 - lower };
}
