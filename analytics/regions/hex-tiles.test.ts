import { describe, expect, it } from 'vitest';
import { assign } from './assignment.ts';
import { gabrielPairs } from './gabriel.ts';
import { center, hexTiles } from './hex-tiles.ts';
import { gemeenten } from './nederland.ts';

const points = gemeenten.map(({ code, longitude, latitude }) => ({
	code,
	x: longitude * Math.cos((52.2 * Math.PI) / 180),
	y: latitude
}));
const tiles = hexTiles(points);
const centers = points.map(({ code }) => center(tiles.get(code)!));

/** Spearman's correlation, for values without ties or with few. */
function rankCorrelation(a: number[], b: number[]): number {
	const ranks = (values: number[]): number[] => {
		const order = values.map((_, i) => i).sort((i, j) => values[i]! - values[j]!);
		const result: number[] = [];
		order.forEach((i, rank) => (result[i] = rank));
		return result;
	};
	const [ra, rb] = [ranks(a), ranks(b)];
	const n = a.length;
	return 1 - (6 * ra.reduce((sum, rank, i) => sum + (rank - rb[i]!) ** 2, 0)) / (n * (n * n - 1));
}

describe('hexTiles of the municipalities', () => {
	it('gives each its own tile', () => {
		expect(tiles.size).toBe(342);
		expect(new Set([...tiles.values()].map(({ q, r }) => `${q},${r}`)).size).toBe(342);
	});

	it('is deterministic', () => {
		expect(hexTiles(points)).toEqual(tiles);
	});

	it('keeps north north and east east', () => {
		expect(
			rankCorrelation(
				points.map((p) => p.x),
				centers.map((c) => c.x)
			)
		).toBeGreaterThan(0.97);
		expect(
			rankCorrelation(
				points.map((p) => p.y),
				centers.map((c) => c.y)
			)
		).toBeGreaterThan(0.97);
	});

	it('keeps neighbours together: three in four still touch, all but a few lie within two tiles', () => {
		const distances = gabrielPairs(points).map(([a, b]) =>
			Math.hypot(centers[a]!.x - centers[b]!.x, centers[a]!.y - centers[b]!.y)
		);
		const within = (limit: number): number => distances.filter((d) => d < limit).length / distances.length;
		expect(within(1.01)).toBeGreaterThan(0.75);
		expect(within(2.01)).toBeGreaterThan(0.97);
	});

	it('keeps most of each province in one piece', () => {
		const province = new Map(gemeenten.map((g) => [`${tiles.get(g.code)!.q},${tiles.get(g.code)!.r}`, g.provincie]));
		const neighbours = [
			[1, 0],
			[0, 1],
			[-1, 1],
			[-1, 0],
			[0, -1],
			[1, -1]
		] as const;
		const alone = gemeenten.filter((g) => {
			const { q, r } = tiles.get(g.code)!;
			return neighbours.every(([dq, dr]) => province.get(`${q + dq},${r + dr}`) !== g.provincie);
		});
		expect(alone.length).toBeLessThanOrEqual(5);
	});
});

it('hexTiles takes no, one, and coinciding points', () => {
	expect(hexTiles([]).size).toBe(0);
	expect(hexTiles([{ code: 'a', x: 3, y: 4 }]).size).toBe(1);
	const same = hexTiles([0, 1, 2].map((i) => ({ code: String(i), x: 1, y: 1 })));
	expect(new Set([...same.values()].map(({ q, r }) => `${q},${r}`)).size).toBe(3);
});

it('assign finds the least total cost', () => {
	const columns = 6;
	const cost = Float64Array.from({ length: 4 * columns }, (_, i) => (i * 7919) % 101);
	const best = (row: number, used: number): number => {
		if (row === 4) return 0;
		let least = Infinity;
		for (let c = 0; c < columns; c++)
			if ((used & (1 << c)) === 0) least = Math.min(least, cost[row * columns + c]! + best(row + 1, used | (1 << c)));
		return least;
	};
	const found = assign(cost, 4, columns);
	expect(new Set(found).size).toBe(4);
	expect(found.reduce((sum, c, row) => sum + cost[row * columns + c]!, 0)).toBe(best(0, 0));
});
