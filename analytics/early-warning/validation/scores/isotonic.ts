/**
 * Isotonic regression by pooling adjacent violators: the rising function of the forecast that is nearest to the outcomes.
 * Equal forecasts get one value. Returned in the order given.
 */
export function isotonic(outcomes: readonly number[], forecasts: readonly number[]): number[] {
	const order = forecasts.map((_, i) => i).sort((i, j) => forecasts[i]! - forecasts[j]!);
	const blocks: { sum: number; size: number; highest: number }[] = [];
	for (const i of order) {
		let block = { sum: outcomes[i]!, size: 1, highest: forecasts[i]! };
		for (
			let before = blocks.at(-1);
			before !== undefined && (before.highest === forecasts[i] || before.sum * block.size >= block.sum * before.size);
			before = blocks.at(-1)
		) {
			block = { sum: before.sum + block.sum, size: before.size + block.size, highest: block.highest };
			blocks.pop();
		}
		blocks.push(block);
	}
	const fitted = Array<number>(outcomes.length).fill(0);
	let next = 0;
	for (const { sum, size } of blocks) for (let k = 0; k < size; k++) fitted[order[next++]!] = sum / size;
	return fitted;
}
