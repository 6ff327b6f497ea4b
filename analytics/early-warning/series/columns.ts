import type { Panel } from '../panel.ts';
import type { SignalsInput } from './input.ts';

/** What the model reads of a panel: counts, their exposure, the noise on both, and the declared breaks. */
export type Columns = Pick<Panel, 'count' | 'sigma' | 'exposure' | 'exposureSigma' | 'breaks'>;

type Values = SignalsInput['exposure'] | SignalsInput['sigma'];

/** The columns of a series file: one number for all, one a series, or one a series and period; null becomes NaN. */
export function columnsOf({ noisy_count, exposure, sigma, exposure_sigma, breaks }: SignalsInput): Columns {
	const number = (value: number | null) => value ?? NaN;
	const columns = (values: Values) =>
		noisy_count.map((row, i) => {
			const own = typeof values === 'number' ? values : values[i]!;
			if (own !== null && typeof own === 'object') return Float64Array.from(own, number);
			return new Float64Array(row.length).fill(number(own));
		});
	return {
		count: noisy_count.map((row) => Float64Array.from(row, number)),
		sigma: columns(sigma),
		exposure: columns(exposure),
		exposureSigma: columns(exposure_sigma ?? 0),
		breaks
	};
}
