/**
 * Refuses what cannot be scored.
 * @param outcomes 1 = it happened, 0 = it did not. @param forecasts probability of each, in the same order
 * @throws RangeError when the lengths differ, nothing is given, or an outcome is neither 0 nor 1
 */
export function requireForecasts(outcomes: readonly number[], forecasts: readonly number[]): void {
	if (outcomes.length !== forecasts.length || outcomes.length === 0)
		throw new RangeError('scores need as many forecasts as outcomes, and at least one');
	if (outcomes.some((y) => y !== 0 && y !== 1)) throw new RangeError('an outcome is 0 or 1');
	if (forecasts.some((f) => Number.isNaN(f))) throw new RangeError('a forecast is not a number');
}

export function meanOf(values: readonly number[]): number {
	return values.reduce((a, b) => a + b, 0) / values.length;
}
