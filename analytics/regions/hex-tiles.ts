import { assign } from './assignment.ts';
import { gabrielPairs, type Point } from './gabriel.ts';

/** Axial coordinates of a pointy-top hexagon; q grows to the east, r to the south-east. */
export interface Tile {
	readonly q: number;
	readonly r: number;
}

const ROW_HEIGHT = Math.sqrt(3) / 2;
/** Rounds of the relaxation: enough for a few hundred points to come to rest. */
const ROUNDS = 400;

/**
 * One hexagonal tile per point, neighbours kept near: points are first moved to about equal spacing (circles that push
 * apart where they overlap and pull neighbours together, after D. Dorling 1996), then each gets its own tile at the least
 * total squared displacement. Deterministic.
 * @param points x to the east, y to the north, in one unit of length for both.
 * @returns tile by code.
 */
export function hexTiles(points: readonly { code: string; x: number; y: number }[]): Map<string, Tile> {
	const places = relax(points);
	const tiles = candidates(places);
	const cost = new Float64Array(places.length * tiles.length);
	for (const [row, place] of places.entries())
		for (const [column, tile] of tiles.entries())
			cost[row * tiles.length + column] = squaredDistance(place, center(tile));
	const columns = assign(cost, places.length, tiles.length);
	return new Map(points.map(({ code }, row) => [code, tiles[columns[row]!]!]));
}

/** Centre of a tile, with neighbouring centres at distance 1 and y to the north. */
export function center({ q, r }: Tile): Point {
	return { x: q + r / 2, y: -r * ROW_HEIGHT };
}

function squaredDistance(a: Point, b: Point): number {
	return (a.x - b.x) ** 2 + (a.y - b.y) ** 2;
}

/** Points at about distance 1 from their neighbours, in the arrangement they had. */
function relax(points: readonly Point[]): Point[] {
	const pairs = gabrielPairs(points);
	const lengths = pairs.map(([a, b]) => Math.sqrt(squaredDistance(points[a]!, points[b]!))).sort((a, b) => a - b);
	const unit = lengths[Math.floor(lengths.length / 2)] ?? 1;
	// Points further apart than this have water or another country between them, and need not touch.
	const apart = 3.2;
	const scale = unit > 0 ? 1 / unit : 1;
	const x = Float64Array.from(points, (p) => p.x * scale);
	const y = Float64Array.from(points, (p) => p.y * scale);
	const pulls = pairs.filter(([a, b]) => Math.hypot(x[a]! - x[b]!, y[a]! - y[b]!) < apart);
	for (let round = 0; round < ROUNDS; round++) {
		const dx = new Float64Array(points.length);
		const dy = new Float64Array(points.length);
		const move = (a: number, b: number, force: number): void => {
			dx[a]! += force * (x[b]! - x[a]!);
			dy[a]! += force * (y[b]! - y[a]!);
			dx[b]! -= force * (x[b]! - x[a]!);
			dy[b]! -= force * (y[b]! - y[a]!);
		};
		for (const [a, b] of pulls) {
			const length = Math.hypot(x[a]! - x[b]!, y[a]! - y[b]!);
			if (length > 1) move(a, b, (0.08 * (length - 1)) / length);
		}
		for (let a = 0; a < points.length; a++)
			for (let b = a + 1; b < points.length; b++) {
				const length = Math.hypot(x[a]! - x[b]!, y[a]! - y[b]!);
				if (length < 1) move(a, b, (0.25 * (length - 1)) / Math.max(length, 0.05));
			}
		for (let v = 0; v < points.length; v++) {
			x[v]! += dx[v]!;
			y[v]! += dy[v]!;
		}
	}
	return points.map((_, v) => ({ x: x[v]!, y: y[v]! }));
}

/** Tiles whose centre lies near a place: the outline of the places, with some room to choose. */
function candidates(places: readonly Point[]): Tile[] {
	for (let reach = 0.8; ; reach *= 1.25) {
		const tiles = tilesWithin(places, reach);
		if (tiles.length >= places.length * 1.15) return tiles;
	}
}

function tilesWithin(places: readonly Point[], reach: number): Tile[] {
	const tiles = new Map<string, Tile>();
	const span = Math.ceil(reach) + 1;
	for (const place of places) {
		const row = Math.round(-place.y / ROW_HEIGHT);
		const column = Math.round(place.x - row / 2);
		for (let r = row - span; r <= row + span; r++)
			for (let q = column - 2 * span; q <= column + 2 * span; q++)
				if (squaredDistance(place, center({ q, r })) <= reach * reach) tiles.set(`${q},${r}`, { q, r });
	}
	return [...tiles.values()];
}
