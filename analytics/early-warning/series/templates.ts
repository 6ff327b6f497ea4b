import { harmonic } from './filter.ts';
import { LEVEL_FLOOR } from './model.ts';
import type { Trace } from './trace.ts';

/** An event's course after its onset, in units of its full effect. */
type Shape = (age: number, freq: number) => number;
export const shapes: readonly Shape[] = [(age, freq) => Math.min(1, (age + 1) / (freq / 2)), () => 1];

/**
 * How each template (shape x onset 1..freq periods ago) fits the innovations, per period from `from` on. With x the template
 * and x* what the filter makes of it: the effect's likelihood is that of score / information, with variance 1 / information.
 */
export interface TemplateFit {
	readonly from: number;
	/** Templates per period. */
	readonly count: number;
	readonly score: Float64Array;
	readonly information: Float64Array;
	/** Part of the template that the filter has not yet taken into the level, and into the level a year before. */
	readonly missed: Float64Array;
	readonly missedYearAgo: Float64Array;
}

/** Place of a template among those of its period; `ago` = 1 for an onset in the period itself. */
export function templateIndex(shape: number, ago: number, freq: number): number {
	return shape * freq + ago - 1;
}

/** Fits every template of one series; needs from >= freq - 1, so that no onset lies before the first period. */
export function fitTemplates(trace: Trace, from: number): TemplateFit {
	const { freq, periods } = trace;
	const count = shapes.length * freq;
	const column = () => new Float64Array((periods - from) * count);
	const fit = { from, count, score: column(), information: column(), missed: column(), missedYearAgo: column() };
	shapes.forEach((shape, number) => {
		for (let onset = from - freq + 1; onset < periods; onset++) follow(trace, fit, shape, number, onset);
	});
	return fit;
}

/** Runs the filter, with the gains it had, over one template from its onset on. */
function follow(trace: Trace, fit: TemplateFit, shape: Shape, number: number, onset: number): void {
	const { freq, periods, size, gain, innovation, variance } = trace;
	const base = Math.max(trace.forecast[onset]!, LEVEL_FLOOR);
	const state = new Float64Array(size);
	let score = 0;
	let information = 0;
	for (let t = onset; t < Math.min(onset + freq, periods); t++) {
		const template = base * shape(t - onset, freq);
		const [cos, sin] = harmonic(t, freq);
		if (!Number.isNaN(innovation[t]!)) {
			const missed = template - state[0]! - cos * state[freq + 1]! - sin * state[freq + 2]!;
			score += (innovation[t]! * missed) / variance[t]!;
			information += (missed * missed) / variance[t]!;
			for (let i = 0; i < size; i++) state[i]! += gain[t * size + i]! * missed;
		}
		if (t >= fit.from) {
			const at = (t - fit.from) * fit.count + templateIndex(number, t - onset + 1, freq);
			fit.score[at] = score;
			fit.information[at] = information;
			fit.missed[at] = template - state[0]!;
			// The onset is less than a year ago, so the template itself is still zero there.
			fit.missedYearAgo[at] = -state[freq]!;
		}
		state.copyWithin(1, 0, freq);
	}
}
