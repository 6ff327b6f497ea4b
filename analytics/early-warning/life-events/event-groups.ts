import type { EventGroupFigure, EventGroupRow } from '../../contract/early-warning.ts';
import type { Figure } from '../../contract/figure.ts';
import type { Regions } from '../panel.ts';
import { benchmark } from '../small-areas/benchmark.ts';
import { canDivide } from '../small-areas/family.ts';
import { fayHerriot } from '../small-areas/fay-herriot.ts';
import { FEWEST } from '../small-areas/small-areas.ts';
import { counted, directShare, type GroupShare, type Size } from './direct-share.ts';
import { nationOf, type Nation } from './nation.ts';

/**
 * Groups after life events, as a plan may choose among them: those whose own share may be told. Each is one measured cell, and
 * what is said of it is expected given all cells: area models (Fay & Herriot, JASA 74, 1979) over all regions of a level and
 * all codes of a group, first of the numbers of units and then of the shares. What a cell is expected to be is the nation's,
 * times how the region's total stands to the nation's; models are of how many times that it is, as rare things differ less in
 * points than common ones. Levels of few cells speak for themselves.
 * @param totals figures of the same release
 */
export function eventGroups(
	figures: readonly EventGroupFigure[],
	totals: readonly Figure[],
	regions: Regions
): EventGroupRow[] {
	const nation = nationOf(figures, totals, regions);
	const families = Map.groupBy(figures, ({ indicator, attribute, event, since, region }) =>
		JSON.stringify([indicator, attribute, event, since, regions.levelOf(region)])
	);
	return [...families.values()].flatMap((family) => rowsOf(family, nation));
}

interface Cell {
	readonly figure: EventGroupFigure;
	readonly size: Size;
}

function rowsOf(family: readonly EventGroupFigure[], nation: Nation): EventGroupRow[] {
	const cells = sized(family, nation).filter(({ figure, size }) => canDivide(size.units, figure.denominatorSe));
	const shares = sharesOf(cells, nation);
	return cells.flatMap(({ figure, size: { units } }) => {
		const share = shares.get(figure);
		if (figure.share === null || share === undefined) return [];
		const { indicator, region, attribute, code, event, since } = figure;
		const { numerator, numeratorSe, denominator, denominatorSe } = figure;
		return [
			{
				...{ indicator, region, attribute, code, event, since, numerator, numeratorSe, denominator, denominatorSe },
				...{ units, estimate: share.estimate, se: Math.sqrt(share.mse), weight: share.weight }
			}
		];
	});
}

/**
 * A cell is told when its count is large against its noise, so that its count is too high where it is told (winner's curse);
 * the model sees all cells of which any unit is expected.
 */
function sized(family: readonly EventGroupFigure[], nation: Nation): Cell[] {
	const cells = family
		.map((figure) => ({ figure, expected: nation.units(figure) }))
		.filter(({ expected }) => expected.units >= 1);
	const psi = Float64Array.from(cells, ({ figure, expected }) => (figure.denominatorSe / expected.units) ** 2);
	if (cells.length < FEWEST || psi.every((own) => own === 0) || family.some(nation.isWhole))
		return family.map((figure) => ({ figure, size: counted(figure) }));
	const model = fayHerriot({
		y: Float64Array.from(cells, ({ figure, expected }) => figure.denominator / expected.units),
		psi,
		x: cells.map(() => [1])
	});
	return cells.map(({ figure, expected }, d) => ({
		figure,
		size: { units: model.estimate[d]! * expected.units, mse: withExpected(model, d, expected.units, expected.mse) }
	}));
}

/** Numbers of units alone decide what is modelled, never the share: a choice by the share would bias the model. */
function sharesOf(cells: readonly Cell[], nation: Nation): Map<EventGroupFigure, GroupShare> {
	if (cells.some(({ figure }) => nation.isWhole(figure))) {
		const told = cells.map(({ figure }) => [figure, nation.whole(figure)] as const);
		return new Map(told.filter((pair): pair is [EventGroupFigure, GroupShare] => pair[1] !== null));
	}
	const known = cells.flatMap(({ figure, size }) => {
		const expected = nation.share(figure);
		if (expected === null || expected.estimate <= 0) return [];
		const p = Math.min(1, expected.estimate);
		return [{ figure, size, p, mse: expected.mse, ...directShare(figure, size, p) }];
	});
	if (known.length < FEWEST || known.some(({ psi }) => psi === 0))
		return new Map(known.map(({ figure, y, psi }) => [figure, { estimate: y, mse: psi, weight: 1 }]));
	const model = fayHerriot({
		y: Float64Array.from(known, ({ y, p }) => y / p),
		psi: Float64Array.from(known, ({ psi, p }) => psi / p ** 2),
		x: known.map(() => [1])
	});
	const all = known.reduce((sum, { size }) => sum + size.units, 0);
	const { estimate, mse } = benchmark(
		{
			estimate: model.estimate.map((times, d) => times * known[d]!.p),
			mse: model.mse.map((_, d) => withExpected(model, d, known[d]!.p, known[d]!.mse))
		},
		Float64Array.from(known, ({ size }) => size.units / all),
		known.reduce((sum, { y, size }) => sum + y * size.units, 0) / all
	);
	return new Map(
		known.map(({ figure }, d) => [figure, { estimate: estimate[d]!, mse: mse[d]!, weight: model.weight[d]! }])
	);
}

/** Mean squared error of a cell, with that of what is expected of it for the part that is not the cell's own. */
function withExpected(
	{ mse, weight }: { readonly mse: Float64Array; readonly weight: Float64Array },
	d: number,
	expected: number,
	mseOfExpected: number
): number {
	return mse[d]! * expected ** 2 + (1 - weight[d]!) ** 2 * mseOfExpected;
}
