import type { Random } from '../statistics/random.ts';
import { advanceMean, runDiffuseFilter } from '../structural/diffuse-filter.ts';
import { withIrregular } from '../structural/fit.ts';
import { toRelative } from '../structural/relative.ts';
import { fitOrdinary } from '../structural/shifts.ts';
import { basicStructural, type StateSpace } from '../structural/state-space.ts';
import { fittedTo, type StructuralInput } from '../structural/types.ts';

/** What the filter made of one period. */
interface Step {
	readonly gain: Float64Array;
	/** NaN where missing, or where the start is still unknown. */
	readonly innovation: number;
	readonly variance: number;
}

/**
 * Draws counts that a series could have had if nothing had happened to it: from the structural model that is fitted to it, with
 * its own noise and gaps. Its first periods, which only tell the model where it starts, stay as they are. Null for a series
 * that is not above zero.
 */
export function quietCounts(input: StructuralInput): ((random: Random) => Float64Array) | null {
	const { count, exposure, freq } = input;
	const series = toRelative(input);
	if (series === null) return null;
	const scale = series.scaleAt(count.length - 1);
	const ordinary = fitOrdinary(series.on(scale), freq, fittedTo(input));
	const { variances } = ordinary.variances[0]!;
	const model = basicStructural(freq, variances);
	const observed = withIrregular(ordinary.series, variances.irregular);
	const steps: Step[] = [];
	runDiffuseFilter(model, observed, count.length, (_, { gain, innovation, variance }) =>
		steps.push({ gain: gain.slice(), innovation, variance })
	);
	return (random) =>
		difference(model, steps, random).map((change, t) => {
			const value = observed.value[t]!;
			return Number.isNaN(value) ? NaN : series.reference * scale.relative(value + change) * exposure[t]!;
		});
}

/**
 * A drawn series less the real one: a series is the filter's forecasts plus its innovations, so with innovations of the model
 * in place of the real ones, what changes in a period goes through the gains into all later ones.
 */
function difference(model: StateSpace, steps: readonly Step[], random: Random): Float64Array {
	const state = new Float64Array(model.size);
	return Float64Array.from(steps, ({ gain, innovation, variance }, t) => {
		if (t > 0) advanceMean(model, state);
		if (Number.isNaN(innovation)) return 0;
		const change = Math.sqrt(variance) * random.normal() - innovation;
		const forecast = model.observed.reduce((sum, i) => sum + state[i]!, 0);
		for (let i = 0; i < model.size; i++) state[i]! += gain[i]! * change;
		return forecast + change;
	});
}
