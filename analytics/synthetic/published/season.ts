/**
 * Season factors of a monthly series: the mean ratio of each month to the centred moving average of a year around it (half
 * weights at both ends), brought to mean 1. Null when a calendar month has no year around it.
 * @param series values by month in a row, the first of them in January; null where there is none
 */
export function seasonFactors(series: readonly (number | null)[]): number[] | null {
	const sums = new Array<number>(12).fill(0);
	const counts = new Array<number>(12).fill(0);
	for (let i = 6; i + 6 < series.length; i++) {
		const window = series.slice(i - 6, i + 7);
		if (window.some((value) => value === null)) continue;
		const values = window as number[];
		const level = (values.reduce((a, b) => a + b) - (values[0]! + values[12]!) / 2) / 12;
		if (level <= 0) continue;
		sums[i % 12]! += values[6]! / level;
		counts[i % 12]!++;
	}
	if (counts.includes(0)) return null;
	const factors = sums.map((sum, month) => sum / counts[month]!);
	const mean = factors.reduce((a, b) => a + b) / 12;
	return factors.map((factor) => factor / mean);
}
