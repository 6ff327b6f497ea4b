import type { EventAgeCells } from '../../contract/early-warning.ts';
import type { Difference } from './difference.ts';
import { isEnough } from './enough.ts';
import { combined } from './linear.ts';
import { samplingVariance } from './proportion.ts';

/** Part of the units with the event that may be of ages without enough units to compare them with. */
const MOST_LEFT_OUT = 0.05;

/** The two counts of one age: of units with the event, and of those they are compared with. */
interface Age {
	readonly event: Place;
	readonly comparison: Place;
}

/** Where two counts stand. */
interface Place {
	readonly counted: number;
	readonly all: number;
}

/**
 * Difference if the comparison group had the ages of the units with the event (direct standardisation): sum of w_j (p_j - q_j),
 * where w_j is the part of the units with the event that has age j, so that the first share is the plain one. Its variance is
 * that of the noise, to first order with all covariances, and of who happens to be in the groups; for the units with the event
 * that is p(1-p)/n, which counts their ages as chance and so is never too small.
 *
 * Ages with too few units to compare with are left out; null when more than 5 % of the units with the event have such an age,
 * or when they are too few themselves.
 * @param window number of the window in `cells.windows`
 */
export function standardisedDifference(cells: EventAgeCells, window: number): Difference | null {
	const { counts } = cells;
	const ages = agesOf(cells, window);
	const kept = ages.filter(({ comparison }) => isEnough(counts, [comparison.counted], [comparison.all]));
	const unitsOf = (of: readonly Age[]) => of.reduce((sum, { event }) => sum + counts.values[event.all]!, 0);
	const units = unitsOf(kept);
	if (units < (1 - MOST_LEFT_OUT) * unitsOf(ages)) return null;
	const places = kept.map(({ event }) => event);
	const counted = places.map((place) => place.counted);
	const all = places.map((place) => place.all);
	return isEnough(counts, counted, all) ? weighed(cells, kept, units) : null;
}

function weighed({ counts }: EventAgeCells, ages: readonly Age[], units: number): Difference {
	const parts = ages.map(({ event, comparison }) => {
		const compared = counts.values[comparison.all]!;
		const weight = counts.values[event.all]! / units;
		return { event, comparison, compared, weight, rate: counts.values[comparison.counted]! / compared };
	});
	const share = ages.reduce((sum, { event }) => sum + counts.values[event.counted]!, 0) / units;
	const difference = share - parts.reduce((sum, { weight, rate }) => sum + weight * rate, 0);
	const slopes = parts.flatMap(({ event, comparison, compared, weight, rate }) => [
		[event.counted, 1 / units] as const,
		[event.all, -(rate + difference) / units] as const,
		[comparison.counted, -weight / compared] as const,
		[comparison.all, (weight * rate) / compared] as const
	]);
	const noise = combined([slopes], counts).covariance[0]!;
	const sampling = parts.reduce(
		(sum, { weight, rate, compared }) => sum + weight * weight * samplingVariance(rate, compared),
		samplingVariance(share, units)
	);
	return { difference, se: Math.sqrt(sampling + Math.max(0, noise)) };
}

function agesOf({ windows, ages }: EventAgeCells, window: number): Age[] {
	const place = (of: number, age: number): Place => {
		const counted = 2 * (of * ages.length + age);
		return { counted, all: counted + 1 };
	};
	return ages.map((_, age) => ({ event: place(window, age), comparison: place(windows.length - 1, age) }));
}
