import type { EventGroupFigure } from '../../contract/early-warning.ts';
import type { Figure } from '../../contract/figure.ts';
import type { Regions } from '../panel.ts';
import { canDivide } from '../small-areas/family.ts';
import { fayHerriot } from '../small-areas/fay-herriot.ts';
import { FEWEST } from '../small-areas/small-areas.ts';
import { counted, directShare, type GroupShare, type Size } from './direct-share.ts';

/** What the nation as a whole tells of each group after each event, and lets one expect of a region. */
export interface Nation {
	isWhole(figure: EventGroupFigure): boolean;
	/** The nation's own share of the same code after the same event; null where too few units tell it. */
	whole(figure: EventGroupFigure): GroupShare | null;
	/** That share times how the region's total stands to the nation's. */
	share(figure: EventGroupFigure): Pick<GroupShare, 'estimate' | 'mse'> | null;
	/** The region's part, by all its units, of the nation's units of the same code after the same event. */
	units(figure: EventGroupFigure): Size;
}

type Totals = (indicator: string, region: string, attribute?: string, code?: string) => Figure | undefined;

export function nationOf(
	figures: readonly EventGroupFigure[],
	totals: readonly Figure[],
	{ root }: Pick<Regions, 'root'>
): Nation {
	const found = new Map(
		totals
			.filter(({ attribute, region }) => attribute === '' || region === root)
			.map((figure) => [keyOf(figure.indicator, figure.region, figure.attribute, figure.code), figure])
	);
	const total: Totals = (indicator, region, attribute = '', code = '') =>
		found.get(keyOf(indicator, region, attribute, code));
	const cells = figures.filter(({ region }) => region === root);
	const counts = new Map(cells.map((figure) => [cellOf(figure), figure]));
	const families = Map.groupBy(cells, ({ indicator, attribute, since }) => keyOf(indicator, attribute, since));
	const shares = new Map([...families.values()].flatMap((family) => [...sharesOf(family, root, total)]));
	const times = (figure: EventGroupFigure, of: (all: Figure) => number | null) => {
		const [own, nation] = [total(figure.indicator, figure.region), total(figure.indicator, root)];
		return own && nation && of(nation) ? (of(own) ?? 0) / of(nation)! : null;
	};
	return {
		isWhole: ({ region }) => region === root,
		whole: (figure) => shares.get(cellOf(figure)) ?? null,
		share: (figure) => {
			const nation = shares.get(cellOf(figure));
			// A region without a total of its own stands as the nation does.
			const standing = times(figure, ({ share }) => share) || 1;
			return nation === undefined ? null : { estimate: standing * nation.estimate, mse: standing ** 2 * nation.mse };
		},
		units: (figure) => {
			const nation = counts.get(cellOf(figure));
			const part = times(figure, ({ denominator }) => Math.max(0, denominator)) ?? 0;
			if (nation === undefined) return { units: 0, mse: 0 };
			return { units: part * nation.denominator, mse: (part * nation.denominatorSe) ** 2 };
		}
	};
}

/**
 * Shares of the nation, by cell. Noise adds up over regions, so that a rare group after a rare event is not known well even
 * there. An area model over all codes and events expects of each what the code and the event by themselves would give
 * together, p_c p_e / p, as far as these are told. Fewer cells speak for themselves.
 */
function sharesOf(family: readonly EventGroupFigure[], root: string, total: Totals): Map<string, GroupShare> {
	const cells = family
		.filter((figure) => canDivide(figure.denominator, figure.denominatorSe))
		.map((figure) => {
			const { indicator, attribute, code, event, since } = figure;
			const all = total(indicator, root)?.share ?? null;
			const [ofCode, ofEvent] = [total(indicator, root, attribute, code), total(indicator, root, event, since)];
			const own = figure.numerator / figure.denominator;
			const expected = all ? ((ofEvent?.share ?? all) * (ofCode?.share ?? all)) / all : own;
			return { figure, expected, ...directShare(figure, counted(figure), clipped(expected)) };
		});
	if (cells.length < FEWEST || cells.some(({ expected, psi }) => expected <= 0 || psi === 0))
		return new Map(cells.map(({ figure, y, psi }) => [cellOf(figure), { estimate: y, mse: psi, weight: 1 }]));
	const model = fayHerriot({
		y: Float64Array.from(cells, ({ y, expected }) => y / expected),
		psi: Float64Array.from(cells, ({ psi, expected }) => psi / expected ** 2),
		x: cells.map(() => [1])
	});
	return new Map(
		cells.map(({ figure, expected }, d) => {
			const [estimate, mse] = [model.estimate[d]! * expected, model.mse[d]! * expected ** 2];
			return [cellOf(figure), { estimate, mse, weight: model.weight[d]! }];
		})
	);
}

function clipped(share: number): number {
	return Math.min(1, Math.max(0, share));
}

function keyOf(...names: readonly string[]): string {
	return JSON.stringify(names);
}

function cellOf({ indicator, attribute, code, event, since }: EventGroupFigure): string {
	return keyOf(indicator, attribute, code, event, since);
}
