import { expect, it } from 'vitest';
import { shapes } from '../series/templates.ts';
import { Random } from '../statistics/random.ts';
import type { Observations } from './diffuse-filter.ts';
import { followEvent } from './events.ts';
import { logLikelihood } from './fit.ts';
import { traceLevels } from './trace.ts';

const FREQ = 4;
const PERIODS = 28;
const LAST = PERIODS - 1;
const variances = { level: 4e-4, slope: 2e-5, season: 1e-4, irregular: 1e-4 };

function wandering(random: Random): Observations {
	let level = 0;
	const value = Float64Array.from({ length: PERIODS }, (_, t) => {
		level += 0.02 * random.normal();
		// A gap in the year that the event falls in.
		return t === 25 ? NaN : level + 0.1 * Math.cos((Math.PI * t) / 2) + 0.02 * random.normal();
	});
	return { value, noise: value.map(() => 3e-4), shocks: new Map([[10, 1]]) };
}

/** The series without an event of this size. */
function without(series: Observations, effect: number, ago: number, shape: (typeof shapes)[number]): Observations {
	const onset = LAST - ago + 1;
	return { ...series, value: series.value.map((y, t) => (t < onset ? y : y - effect * shape(t - onset, FREQ))) };
}

it.each(shapes.flatMap((shape, s) => [1, 2, 3, 4].map((ago) => [s, ago, shape] as const)))(
	'shape %d, begun %d periods ago: the same as filtering the series without the event',
	(_, ago, shape) => {
		const series = wandering(new Random(ago));
		const effect = 0.2;
		const bare = without(series, effect, ago, shape);
		const trace = traceLevels(series, FREQ, variances);
		const { score, information, missed, missedYearAgo } = followEvent(trace, LAST, ago, shape, FREQ);
		const gained = logLikelihood(bare, FREQ, variances, PERIODS) - logLikelihood(series, FREQ, variances, PERIODS);
		expect(gained).toBeCloseTo(effect * score - (effect ** 2 * information) / 2, 9);
		const [told, before] = [trace, traceLevels(bare, FREQ, variances)].map((one) => one.periods[LAST]!.level!);
		const now = effect * shape(ago - 1, FREQ);
		expect(before!.now + now).toBeCloseTo(told!.now + effect * missed, 12);
		expect(before!.yearAgo).toBeCloseTo(told!.yearAgo + effect * missedYearAgo, 12);
	}
);
