import { UNKNOWN } from '../../contract/region-tree.ts';
import type { EventAgeCells, EventRiskRow } from '../../contract/early-warning.ts';
import type { Figure } from '../../contract/figure.ts';
import { differenceOf, type Difference } from './difference.ts';
import { proportionOf } from './proportion.ts';
import { fiellerRatio } from './ratio.ts';
import { probabilityHigher } from './ratio-posterior.ts';
import { standardisedDifference } from './standardise.ts';

/** Codes of the attribute of a life event: whole months since it, and units that it did not happen to in three years. */
const WINDOWS: readonly string[] = ['0-11', '12-23', '24-35'];
const COMPARISON = 'none';
/** How the attributes of life events begin. */
const EVENT = 'event_';

/**
 * Units some time after a life event beside units without it, for each figure of a life event whose share is told, and whose
 * comparison's is. The noise of the two shares counts as independent.
 * @param cells counts by age, where a table has them: for the standardised difference
 */
export function eventRisks(figures: readonly Figure[], cells: Iterable<EventAgeCells> = []): EventRiskRow[] {
	const about = figures.filter(({ attribute, region }) => attribute.startsWith(EVENT) && region !== UNKNOWN);
	const comparisons = new Map(about.filter(({ code }) => code === COMPARISON).map((figure) => [keyOf(figure), figure]));
	const standardised = standardisedDifferences(cells);
	return about.flatMap((figure) => {
		const comparison = comparisons.get(keyOf(figure));
		if (comparison === undefined || !WINDOWS.includes(figure.code)) return [];
		return riskOf(figure, comparison, standardised.get(keyOf(figure))?.get(figure.code) ?? null);
	});
}

function riskOf(figure: Figure, none: Figure, standardised: Difference | null): EventRiskRow[] {
	const [one, other] = [proportionOf(figure), proportionOf(none)];
	if (one === null || other === null) return [];
	const { indicator, region, attribute, code } = figure;
	const { difference, se } = differenceOf(one, other);
	const ratio = fiellerRatio(one, other);
	return [
		{
			indicator,
			region,
			attribute,
			code,
			comparison: other.share,
			comparisonSe: Math.sqrt(other.variance),
			share: one.share,
			shareSe: Math.sqrt(one.variance),
			difference,
			differenceSe: se,
			ratio: ratio?.ratio ?? null,
			// No ratio is below 0, so what the interval holds below it is left out.
			ratioLower: ratio === null ? null : Math.max(0, ratio.lower),
			ratioUpper: ratio?.upper ?? null,
			pHigher: probabilityHigher(one, other),
			standardised: standardised?.difference ?? null,
			standardisedSe: standardised?.se ?? null
		}
	];
}

/** By indicator, region and event, and then by window. */
function standardisedDifferences(cells: Iterable<EventAgeCells>): Map<string, Map<string, Difference>> {
	const found = new Map<string, Map<string, Difference>>();
	for (const cell of cells) {
		const { indicator, region, event, windows } = cell;
		const differences = windows.slice(0, -1).flatMap((window, w): [string, Difference][] => {
			const difference = standardisedDifference(cell, w);
			return difference === null ? [] : [[window, difference]];
		});
		found.set(keyOf({ indicator, region, attribute: event }), new Map(differences));
	}
	return found;
}

function keyOf({ indicator, region, attribute }: Pick<Figure, 'indicator' | 'region' | 'attribute'>): string {
	return JSON.stringify([indicator, region, attribute]);
}
