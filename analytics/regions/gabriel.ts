export interface Point {
	readonly x: number;
	readonly y: number;
}

/**
 * Neighbours among points: pairs with no third point in the circle that has the pair as diameter (K. R. Gabriel and
 * R. R. Sokal 1969). O(n^3) at worst.
 */
export function gabrielPairs(points: readonly Point[]): [number, number][] {
	const pairs: [number, number][] = [];
	for (const [a, p] of points.entries())
		for (let b = a + 1; b < points.length; b++) {
			const q = points[b]!;
			const [x, y] = [(p.x + q.x) / 2, (p.y + q.y) / 2];
			const radius2 = (p.x - x) ** 2 + (p.y - y) ** 2;
			const blocked = points.some((o, c) => c !== a && c !== b && (o.x - x) ** 2 + (o.y - y) ** 2 < radius2);
			if (!blocked) pairs.push([a, b]);
		}
	return pairs;
}
