/** The ascending sequence nearest to some values in least squares, by pooling neighbours that descend (Ayer et al. 1955). */
export function monotone(values: readonly number[]): number[] {
	const pools: { sum: number; size: number }[] = [];
	for (const value of values) {
		let last = { sum: value, size: 1 };
		for (let before = pools.at(-1); before !== undefined; before = pools.at(-1)) {
			if (before.sum / before.size <= last.sum / last.size) break;
			last = { sum: before.sum + last.sum, size: before.size + last.size };
			pools.pop();
		}
		pools.push(last);
	}
	return pools.flatMap(({ sum, size }) => Array.from({ length: size }, () => sum / size));
}
