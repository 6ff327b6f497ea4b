import type { SmallAreaRow } from '../../contract/early-warning.ts';
import type { Figure } from '../../contract/figure.ts';
import type { Regions } from '../panel.ts';
import { benchmark } from './benchmark.ts';
import { families, type Family } from './family.ts';
import { fayHerriot, type Areas } from './fay-herriot.ts';
import { knownVariance } from './known-variance.ts';

/** Fewer regions do not tell how much regions differ; fewer regions around them do not tell a slope. */
export const FEWEST = 8;

/** What a model of one indicator and group at one level found, and the estimates that may be shown. */
export interface SmallAreas extends Pick<Family, 'indicator' | 'attribute' | 'code' | 'level'> {
	/** Number of regions that the model looked at. */
	readonly areas: number;
	/** How much regions differ beyond noise, chance and what is around them, as a variance of shares. */
	readonly variance: number;
	/** No such difference could be told from the noise; the variance is that of the adjusted likelihood. */
	readonly adjusted: boolean;
	/** Total of the regions' own figures minus that of the estimates before they were made to add up, as a share. */
	readonly gap: number;
	readonly rows: readonly SmallAreaRow[];
	/** Regions without a share of their own: they have a place among the others, and nothing is told of them. */
	readonly hidden: readonly SmallAreaRow[];
}

/**
 * Shares of regions with what their surroundings and regions like them tell: an area model for each indicator and group at
 * each level below the corop, made to add up to the regions' own total. In reconciled figures that is the nation's.
 *
 * The estimate is of the risk behind the figure: chance in who lives there counts as noise, beside the noise that protects.
 * Every figure with a denominator to divide by is modelled; only those with a share are told. Estimates are not clipped, and
 * may lie a little below 0.
 */
export function smallAreaModels(figures: readonly Figure[], regions: Regions): SmallAreas[] {
	return families(figures, regions).flatMap((family) => modelOf(family) ?? []);
}

/** The rows of all models; see `smallAreaModels`. */
export function smallAreas(figures: readonly Figure[], regions: Regions): SmallAreaRow[] {
	return smallAreaModels(figures, regions).flatMap(({ rows }) => rows);
}

function modelOf(family: Family): SmallAreas | null {
	const { indicator, attribute, code, level, figures } = family;
	if (figures.length < FEWEST) return null;
	const units = figures.reduce((sum, { denominator }) => sum + denominator, 0);
	const total = figures.reduce((sum, { numerator }) => sum + numerator, 0) / units;
	const areas = areasOf(family, total);
	// A release without any noise, of something that nobody or everybody has: figures speak for themselves.
	if (areas.psi.every((own) => own === 0)) return null;
	const model = fayHerriot(areas);
	const { estimate, mse, gap } = benchmark(
		model,
		Float64Array.from(figures, ({ denominator }) => denominator / units),
		total
	);
	const all = figures.map(({ region }, d) => ({
		indicator,
		region,
		attribute,
		code,
		estimate: estimate[d]!,
		se: Math.sqrt(mse[d]!),
		weight: model.weight[d]!
	}));
	return {
		indicator,
		attribute,
		code,
		level,
		areas: figures.length,
		variance: model.variance,
		adjusted: model.adjusted,
		gap,
		rows: all.filter((_, d) => figures[d]!.share !== null),
		hidden: all.filter((_, d) => figures[d]!.share === null)
	};
}

/** Direct shares, their variances at the family's own share, and a constant with the share around each region. */
function areasOf({ figures, around, surroundings }: Family, total: number): Areas {
	// A total of noise can fall outside 0 to 1, where chance has no variance.
	const smoothed = Math.min(1, Math.max(0, total));
	return {
		y: Float64Array.from(figures, ({ numerator, denominator }) => numerator / denominator),
		psi: Float64Array.from(figures, (figure) => knownVariance(figure, smoothed)),
		x: surroundings < FEWEST ? figures.map(() => [1]) : around.map((share) => [1, share ?? total])
	};
}
