/**
 * Linear assignment: gives each row its own column at the least total cost.
 * Shortest augmenting paths with dual prices (H. W. Kuhn 1955; R. Jonker and A. Volgenant 1987), O(rows^2 columns), exact.
 * @param cost row-major, rows <= columns.
 * @returns the column of each row.
 */
export function assign(cost: Float64Array, rows: number, columns: number): Int32Array {
	if (rows > columns || cost.length !== rows * columns)
		throw new RangeError('an assignment needs a full cost matrix with at least as many columns as rows');
	const rowPrice = new Float64Array(rows);
	const columnPrice = new Float64Array(columns);
	const rowOf = new Int32Array(columns).fill(-1);
	const columnOf = new Int32Array(rows).fill(-1);
	const distance = new Float64Array(columns);
	const previous = new Int32Array(columns);
	const done = new Uint8Array(columns);

	for (let start = 0; start < rows; start++) {
		distance.fill(Infinity);
		done.fill(0);
		previous.fill(-1);
		let row = start;
		let reached = -1;
		let length = 0;
		// Dijkstra over reduced costs, until a column without a row is nearest.
		for (;;) {
			let next = -1;
			for (let c = 0; c < columns; c++) {
				if (done[c] === 1) continue;
				const through = length + cost[row * columns + c]! - rowPrice[row]! - columnPrice[c]!;
				if (through < distance[c]!) {
					distance[c] = through;
					previous[c] = reached;
				}
				if (next < 0 || distance[c]! < distance[next]!) next = c;
			}
			length = distance[next]!;
			done[next] = 1;
			reached = next;
			if (rowOf[next]! < 0) break;
			row = rowOf[next]!;
		}
		rowPrice[start]! += length;
		for (let c = 0; c < columns; c++) {
			if (done[c] === 0 || c === reached) continue;
			columnPrice[c]! -= length - distance[c]!;
			rowPrice[rowOf[c]!]! += length - distance[c]!;
		}
		for (let c = reached; c >= 0;) {
			const before = previous[c]!;
			const owner = before < 0 ? start : rowOf[before]!;
			rowOf[c] = owner;
			columnOf[owner] = c;
			c = before;
		}
	}
	return columnOf;
}
