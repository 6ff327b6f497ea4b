import { normalQuantile } from '../statistics/normal.ts';
import { columnsOf } from '../series/columns.ts';
import type { SignalsInput } from '../series/input.ts';
import { RISE } from '../series/model.ts';
import { toRatios } from '../series/ratios.ts';
import type { SignalsOutput } from '../series/signals.ts';
import { eventPeriods } from './detection.ts';
import { brierSkill } from './scores/brier.ts';
import { calibrationError } from './scores/calibration.ts';
import { atCapacity } from './scores/capacity.ts';
import { meanOf } from './scores/forecasts.ts';
import type { Truth } from './truth.ts';

const Z95 = normalQuantile(0.975);

/** How far what the model says of levels, rises and events is true, over all judged periods of all series. */
export interface TruthScores {
	/** How often the 95 % interval holds the true level, and the true rise in a year. */
	readonly levelCoverage: number;
	readonly riseCoverage: number;
	/** Of P(rise > 10 % in a year); null when there is none or nothing else. */
	readonly riseSkill: number | null;
	/** Expected calibration error of the probability of an event. */
	readonly eventCalibration: number;
	/** Part of the 5 % of series-periods with the highest P(rise > 10 %) in which it is true. */
	readonly topPrecision: number;
	/** Root mean squared error of the level over that of the raw ratio. */
	readonly errorAgainstRaw: number;
}

interface Case {
	readonly event: number;
	readonly probability: number;
	readonly inLevel: number;
	readonly squaredError: number;
	/** Of the raw ratio; NaN where it is missing. */
	readonly rawSquaredError: number;
}

interface RiseCase {
	readonly risen: number;
	readonly probability: number;
	readonly inRise: number;
}

export function truthScores(input: SignalsInput, truth: Truth, out: SignalsOutput): TruthScores {
	const cases = levelCases(input, truth, out);
	const rises = riseCases(input, truth, out);
	const seen = cases.filter((one) => !Number.isNaN(one.rawSquaredError));
	const top = Math.max(1, Math.floor(rises.length / 20));
	const [risen, stated] = [rises.map((one) => one.risen), rises.map((one) => one.probability)];
	return {
		levelCoverage: meanOf(cases.map((one) => one.inLevel)),
		riseCoverage: meanOf(rises.map((one) => one.inRise)),
		riseSkill: brierSkill(risen, stated),
		eventCalibration: calibrationError(
			cases.map((one) => one.event),
			cases.map((one) => one.probability)
		),
		topPrecision: atCapacity(risen, stated, top).precision,
		errorAgainstRaw: Math.sqrt(
			meanOf(seen.map((one) => one.squaredError)) / meanOf(seen.map((one) => one.rawSquaredError))
		)
	};
}

function levelCases(input: SignalsInput, truth: Truth, out: SignalsOutput): Case[] {
	const { freq, train } = input;
	const events = eventPeriods(truth, freq, train);
	const ratios = toRatios(columnsOf(input));
	return out.lfdr.flatMap((row, i) =>
		row.flatMap((lfdr, k): Case[] => {
			const mean = out.level.mean[i]![k]!;
			if (lfdr === null || mean === null) return [];
			const level = truth.relative_level[i]![train + k]!;
			return [
				{
					event: events[i]![k]! ? 1 : 0,
					probability: 1 - lfdr,
					inLevel: level >= out.level.lo95[i]![k]! && level <= out.level.hi95[i]![k]! ? 1 : 0,
					squaredError: (mean - level) ** 2,
					rawSquaredError: (ratios[i]!.ratio[train + k]! - level) ** 2
				}
			];
		})
	);
}

function riseCases({ freq, train }: SignalsInput, truth: Truth, { rise }: SignalsOutput): RiseCase[] {
	return rise.mean.flatMap((row, i) =>
		row.flatMap((mean, k): RiseCase[] => {
			if (mean === null) return [];
			const level = truth.relative_level[i]!;
			const real = level[train + k]! / level[train + k - freq]! - 1;
			return [
				{
					risen: real > RISE ? 1 : 0,
					probability: rise.p10[i]![k]!,
					inRise: Math.abs(real - mean) <= Z95 * rise.sd[i]![k]! ? 1 : 0
				}
			];
		})
	);
}
