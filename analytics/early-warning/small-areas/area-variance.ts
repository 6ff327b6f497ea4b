import type { Areas } from './fay-herriot.ts';
import { weightedFit } from './weighted-fit.ts';

/** An A below this part of the mean psi is no different from 0. */
const NOTHING = 1e-9;
const CONVERGED = 1e-13;
const MOST_STEPS = 200;

/** First derivative of the restricted log-likelihood in A, and about how fast it falls: the size of a step. */
interface Score {
	readonly slope: number;
	readonly information: number;
}

/**
 * A by restricted maximum likelihood. Where the likelihood falls from A = 0 on, every area would be told by the covariates
 * alone, which is never meant; there A maximises the likelihood times A, which is above 0 always (Li & Lahiri 2010).
 */
export function areaVariance(areas: Areas): { variance: number; adjusted: boolean } {
	const covariates = areas.x[0]?.length ?? 0;
	if (areas.y.length < covariates + 3) throw new RangeError('a model of areas needs three areas more than covariates');
	const low = NOTHING * (areas.psi.reduce((sum, own) => sum + own, 0) / areas.psi.length);
	const adjusted = score(areas, low).slope <= 0;
	const slopeAt = (variance: number): Score => {
		const { slope, information } = score(areas, variance);
		return { slope: adjusted ? slope + 1 / variance : slope, information };
	};
	return { variance: zeroOf(slopeAt, low, Math.max(spread(areas.y), 2 * low)), adjusted };
}

/** Fisher scoring, held between a variance where the likelihood rises and one where it falls; `high` is a first guess at that. */
function zeroOf(slopeAt: (variance: number) => Score, low: number, high: number): number {
	while (slopeAt(high).slope > 0) {
		low = high;
		high *= 2;
	}
	let variance = high;
	for (let step = 0; step < MOST_STEPS; step++) {
		const { slope, information } = slopeAt(variance);
		if (slope > 0) low = variance;
		else high = variance;
		const scored = variance + slope / information;
		const next = scored > low && scored < high ? scored : (low + high) / 2;
		if (Math.abs(next - variance) <= CONVERGED * variance) return next;
		variance = next;
	}
	return variance;
}

/** Mean squared distance from the mean, as a scale of A. */
function spread(y: Float64Array): number {
	const mean = y.reduce((sum, value) => sum + value, 0) / y.length;
	return y.reduce((sum, value) => sum + (value - mean) ** 2, 0) / y.length;
}

/**
 * With P = W - W X (X'WX)^-1 X' W: slope (y'PPy - tr P) / 2. Of the information, tr(PP) / 2, only the part without covariates
 * is counted, which leads to the same zero. Linear in the number of areas.
 */
function score(areas: Areas, variance: number): Score {
	const { y, psi, x } = areas;
	const { coefficients, inverse, second } = weightedFit(areas, variance);
	let trace = 0;
	let traceOfSquare = 0;
	let squares = 0;
	for (let d = 0; d < y.length; d++) {
		const row = x[d]!;
		const w = 1 / (variance + psi[d]!);
		let residual = y[d]!;
		for (let k = 0; k < row.length; k++) residual -= row[k]! * coefficients[k]!;
		trace += w;
		traceOfSquare += w * w;
		squares += (w * residual) ** 2;
	}
	for (const [i, row] of inverse.entries()) for (const [j, value] of row.entries()) trace -= value * second[i]![j]!;
	return { slope: (squares - trace) / 2, information: traceOfSquare / 2 };
}
