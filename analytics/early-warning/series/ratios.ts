import { InputError } from '../../errors.ts';
import type { SignalsInput } from './input.ts';
import { LARGE_SHARE, type RatioSeries } from './model.ts';

/**
 * Turns noisy counts into ratios to the national rate, in which the nation's season, trend and shocks cancel. The rate of a
 * period is the sum of all counts over the sum of their exposures, missing ones left out of both; a series with more than
 * 5 % of the exposure is compared with the rate of the others.
 * @throws InputError when the counts that a series is compared with do not add up to more than zero.
 */
export function toRatios(input: SignalsInput): RatioSeries[] {
	const { noisy_count: counts, sigma } = input;
	const periods = counts[0]!.length;
	const exposure = counts.map((_, i) => {
		const given = input.exposure[i]!;
		return typeof given === 'number' ? new Float64Array(periods).fill(given) : Float64Array.from(given);
	});
	const totals = Array.from({ length: periods }, (_, t) => {
		const total = { count: 0, exposure: 0 };
		counts.forEach((row, i) => {
			if (row[t] === null) return;
			total.count += row[t]!;
			total.exposure += exposure[i]![t]!;
		});
		return total;
	});
	const sizes = exposure.map((row) => row.reduce((a, b) => a + b, 0));
	const size = sizes.reduce((a, b) => a + b, 0);
	return counts.map((row, i) => {
		const large = sizes[i]! > LARGE_SHARE * size;
		const ratio = new Float64Array(periods).fill(NaN);
		const expected = new Float64Array(periods).fill(NaN);
		const noise = new Float64Array(periods).fill(NaN);
		row.forEach((value, t) => {
			if (value === null) return;
			const own = exposure[i]![t]!;
			const total = totals[t]!;
			const rate = large ? (total.count - value) / (total.exposure - own) : total.count / total.exposure;
			if (!(rate > 0))
				throw new InputError(
					`${input.id}: the noisy counts of period ${t}${large ? ` without series ${i}` : ''} do not add up to more than zero, so there is no rate to compare with.`
				);
			expected[t] = own * rate;
			ratio[t] = value / expected[t]!;
			noise[t] = ((typeof sigma === 'number' ? sigma : sigma[i]![t]!) / expected[t]!) ** 2;
		});
		const breaks = new Set(input.breaks.filter((b) => b.series === i).map((b) => b.period));
		return { ratio, expected, noise, breaks };
	});
}
