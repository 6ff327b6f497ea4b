import type { CardLevel } from '../../../contract/indicator-card.ts';
import type { Panel } from '../../panel.ts';
import { minimumDetectableRise, TOO_SMALL_ABOVE } from '../../series/detectability.ts';
import type { LevelModel } from '../../watch/level-model.ts';
import { falseSignals, falseStructuralSignals, type FalseSignals } from '../null-simulation.ts';
import { lastOf, median, middleCount } from './median.ts';

/** Counts for which the card tells what can be found. */
const COUNTS = [20, 50, 100, 200, 500, 2_000];
/** Months within which a rise may be found. */
const HORIZONS: Readonly<Record<Panel['freq'], readonly number[]>> = { 1: [12], 4: [3, 6, 12], 12: [3, 6, 12] };
/** Histories without an event, by which false signals are counted: of long series fewer, as each takes longer. */
const HISTORIES: Readonly<Record<Panel['freq'], number>> = { 1: 20, 4: 10, 12: 5 };

/** One level of an indicator; `model` is null where the level has too few periods for one. */
export function cardLevel(panel: Panel, model: LevelModel | null): CardLevel {
	const { level, regions, count, sigma, breaks } = panel;
	const noise = median(lastOf(sigma));
	const cells = count.flatMap((row) => [...row]);
	const detectable = model === null ? [] : lastOf(model.detectable);
	const expected = model === null ? null : expectedFalse(model);
	return {
		level,
		against: model?.against ?? null,
		regions: regions.length,
		known: cells.filter((value) => !Number.isNaN(value)).length / cells.length,
		breaks: breaks.length,
		count: middleCount(lastOf(count)),
		noise,
		hyper: model?.hyper ?? null,
		detectable: median(detectable),
		tooSmall: model === null ? null : tooSmallShare(detectable),
		detectableAt: model?.hyper && noise !== null ? detectableAt(panel, model.hyper, noise) : [],
		opened: model === null ? null : openedPerPeriod(model),
		expectedFalse: expected?.perPeriod ?? null,
		expectedFalseSe: expected?.se ?? null,
		simulations: expected?.simulations ?? 0
	};
}

/** Part of the series in which only a large rise would be found, those of which nothing is known included. */
export function tooSmallShare(detectable: readonly number[]): number {
	return detectable.filter((rise) => !(rise <= TOO_SMALL_ABOVE)).length / detectable.length;
}

function detectableAt(
	{ freq }: Panel,
	hyper: NonNullable<LevelModel['hyper']>,
	noise: number
): CardLevel['detectableAt'] {
	const history = freq === 1 ? 5 : 4 * freq;
	return COUNTS.map((count) => {
		const rise = (within?: number) => minimumDetectableRise(count, noise, freq, hyper, history, within);
		return {
			count,
			rise: rise(),
			within: HORIZONS[freq].map((months) => ({ months, rise: rise((months * freq) / 12) }))
		};
	});
}

/** Signals that opened in a told period, on average. */
function openedPerPeriod({ opened, from, judgedFrom, panel }: LevelModel): number {
	const news = opened.flatMap((row) =>
		[...row].filter((period, k) => period === judgedFrom + k && judgedFrom + k >= from)
	);
	return news.length / (panel.periods.length - from);
}

function expectedFalse({ against, ratios, hyper, panel, judgedFrom, from }: LevelModel): FalseSignals | null {
	const { freq } = panel;
	if (against === 'itself') return falseStructuralSignals(panel, judgedFrom, from, HISTORIES[freq]);
	return hyper === null ? null : falseSignals({ ratios, freq, hyper, judgedFrom, from }, HISTORIES[freq]);
}
