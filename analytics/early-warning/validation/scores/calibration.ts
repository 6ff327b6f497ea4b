import { meanOf, requireForecasts } from './forecasts.ts';

/** Forecasts between two tenths: what was stated on average, and how much of it came true. */
export interface ReliabilityBin {
	readonly stated: number;
	readonly realised: number;
	readonly count: number;
}

/** Ten bins of equal width, closed above, the first one also below; empty ones are left out. Outcomes may be probabilities too. */
export function reliabilityBins(outcomes: readonly number[], forecasts: readonly number[]): ReliabilityBin[] {
	const members = Array.from({ length: 10 }, (): number[] => []);
	forecasts.forEach((p, i) => members[Math.min(9, Math.max(0, Math.ceil(p * 10) - 1))]!.push(i));
	return members
		.filter((bin) => bin.length > 0)
		.map((bin) => ({
			stated: meanOf(bin.map((i) => forecasts[i]!)),
			realised: meanOf(bin.map((i) => outcomes[i]!)),
			count: bin.length
		}));
}

/** Expected calibration error: mean gap between stated and realised over the bins, weighed by their counts. */
export function calibrationError(outcomes: readonly number[], forecasts: readonly number[]): number {
	return reliabilityBins(outcomes, forecasts).reduce(
		(sum, { stated, realised, count }) => sum + (count / outcomes.length) * Math.abs(stated - realised),
		0
	);
}

/** Mean negative log-likelihood; infinite when what was called impossible happened. */
export function logScore(outcomes: readonly number[], forecasts: readonly number[]): number {
	requireForecasts(outcomes, forecasts);
	return -meanOf(outcomes.map((y, i) => (y === 1 ? Math.log(forecasts[i]!) : Math.log1p(-forecasts[i]!))));
}

/**
 * Calibration line of Cox (Biometrika 45, 1958): logit P(event) = intercept + slope * logit(forecast). A slope below 1 says that
 * forecasts are too extreme. `inTheLarge` is the intercept when the slope is held at 1: below 0, too high a forecast overall.
 */
export interface CalibrationLine {
	readonly intercept: number;
	readonly slope: number;
	readonly inTheLarge: number;
}

/** Beyond these a logit would decide the line by itself. */
const [LEAST, MOST] = [1e-6, 1 - 1e-6];

/** @returns null when everything or nothing happened, all forecasts are equal, or a threshold splits events from the rest. */
export function calibrationLine(outcomes: readonly number[], forecasts: readonly number[]): CalibrationLine | null {
	requireForecasts(outcomes, forecasts);
	const logits = forecasts.map((p) => {
		const bounded = Math.min(Math.max(p, LEAST), MOST);
		return Math.log(bounded / (1 - bounded));
	});
	const offset = fitLogistic(outcomes, logits, [0, 1], false);
	const line = fitLogistic(outcomes, logits, [0, 1], true);
	return offset === null || line === null ? null : { intercept: line[0], slope: line[1], inTheLarge: offset[0] };
}

/** Newton's method for intercept and, unless held, slope; null without a finite maximum. */
function fitLogistic(
	outcomes: readonly number[],
	logits: readonly number[],
	start: readonly [number, number],
	withSlope: boolean
): readonly [number, number] | null {
	let [intercept, slope] = start;
	for (let step = 0; step < 50; step++) {
		let [g0, g1, h00, h01, h11] = [0, 0, 0, 0, 0];
		logits.forEach((x, i) => {
			const p = 1 / (1 + Math.exp(-intercept - slope * x));
			const weight = p * (1 - p);
			g0 += outcomes[i]! - p;
			g1 += (outcomes[i]! - p) * x;
			h00 += weight;
			h01 += weight * x;
			h11 += weight * x * x;
		});
		const determinant = h00 * h11 - h01 * h01;
		const move: [number, number] = withSlope
			? [(h11 * g0 - h01 * g1) / determinant, (h00 * g1 - h01 * g0) / determinant]
			: [g0 / h00, 0];
		intercept += move[0];
		slope += move[1];
		if (!Number.isFinite(intercept) || !Number.isFinite(slope) || Math.abs(slope) > 1e3) return null;
		if (Math.abs(move[0]) + Math.abs(move[1]) < 1e-12 * (1 + Math.abs(intercept) + Math.abs(slope)))
			return [intercept, slope];
	}
	return null;
}
