/**
 * Moves estimates so that their weighted mean is the target: each by its part of the gap, in proportion to its mean squared
 * error, so that the least certain give way the most (Datta, Ghosh, Steorts & Maples, TEST 20, 2011). What an estimate is moved
 * by is added to its error, as a bias.
 * @param weights sum to 1
 * @returns the gap: target minus the weighted mean before; a large one says that the model does not fit
 */
export function benchmark(
	{ estimate, mse }: { readonly estimate: Float64Array; readonly mse: Float64Array },
	weights: Float64Array,
	target: number
): { estimate: Float64Array; mse: Float64Array; gap: number } {
	const mean = (values: Float64Array) => values.reduce((sum, value, d) => sum + weights[d]! * value, 0);
	const gap = target - mean(estimate);
	const error = mean(mse);
	const shift = mse.map((own) => (error > 0 ? (gap * own) / error : gap));
	return {
		estimate: estimate.map((value, d) => value + shift[d]!),
		mse: mse.map((own, d) => own + shift[d]! ** 2),
		gap
	};
}
