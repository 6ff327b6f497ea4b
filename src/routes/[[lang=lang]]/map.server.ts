import { classOf } from '$lib/format/classes.ts';
import { inWords } from '$lib/format/numbers.ts';
import type { BoundaryMapInput } from '$lib/charts/boundary-map.ts';
import type { HexMapInput } from '$lib/charts/hex-map.ts';

import type { BoundaryView } from '../../../analytics/contract/published.ts';
import type { Lang } from '$lib/messages/index.ts';
import type { Published } from '$lib/server/db.ts';
import { boundaries, type Boundary } from '$lib/server/queries/boundaries.ts';
import { figuresAtLevel } from '$lib/server/queries/figures-at-level.ts';
import type { LevelFigure } from '$lib/server/queries/figures-at-level.ts';
import type { Level } from '$lib/server/queries/levels.ts';
import { parents } from '$lib/server/queries/parents.ts';
import { tiles } from '$lib/server/queries/tiles.ts';
import { regionHref } from '$lib/links.ts';

export interface MapQuestion {
	readonly spec: string;
	readonly period: string;
	readonly indicator: string;
	readonly tree: string;
	readonly level: Level;
	/** The level that has tiles, if any. */
	readonly tileLevel: Level | undefined;
	readonly boundaryLevels: readonly string[];
	readonly wanted: 'tegels' | 'grenzen';
	readonly limits: readonly number[];
	readonly lang: Lang;
	/** Put into links when the code alone would not find the region. */
	readonly linkTree: string | undefined;
}

/** Beyond this many regions a map is a page of many megabytes that shows nothing; the list tells them. */
const MOST_DRAWN = 5_000;

export interface MapView {
	readonly input: HexMapInput | BoundaryMapInput;
	/** Level whose figures colour the map. */
	readonly level: string;
	/** Level of one tile. */
	readonly tile: string;
	readonly kind: 'tegels' | 'grenzen';
}

/** The map for a choice: true boundaries when wanted and imported, else tiles, else none. */
export async function mapView(db: Published, q: MapQuestion): Promise<MapView | null> {
	const drawn = q.tileLevel !== undefined && q.level.depth > q.tileLevel.depth ? q.tileLevel : q.level;
	if (drawn.regions > MOST_DRAWN) return null;
	const choice = { spec: q.spec, period: q.period, indicator: q.indicator, tree: q.tree, level: drawn };
	if (q.wanted === 'grenzen' && q.boundaryLevels.includes(drawn.level)) {
		const [figures, shapes] = await Promise.all([figuresAtLevel(db, choice), boundaries(db, q.tree, drawn.level)]);
		const byCode = new Map(figures.map((figure) => [figure.code, figure]));
		const regions = shapes.flatMap((shape) => {
			const figure = byCode.get(shape.code);
			return figure === undefined ? [] : [{ ...regionOf(figure, figure.name, q), geometry: geometryOf(shape) }];
		});
		return { input: { kind: 'boundary-map', regions }, level: drawn.level, tile: drawn.level, kind: 'grenzen' };
	}
	if (q.tileLevel === undefined) return null;
	const [figures, places, up] = await Promise.all([
		figuresAtLevel(db, choice),
		tiles(db, q.tree),
		parents(db, q.tree, q.tileLevel.depth)
	]);
	const byCode = new Map(figures.map((figure) => [figure.code, figure]));
	const parentOf = new Map(up.map((row) => [row.code, row.parent]));
	const rows = places.flatMap((tile) => {
		const figure = ancestorFigure(tile.code, byCode, parentOf);
		if (figure === undefined) return [];
		const name = figure.code === tile.code ? tile.name : `${tile.name} (${figure.name})`;
		return [{ ...regionOf(figure, name, q), q: tile.hex_q, r: tile.hex_r }];
	});
	if (rows.length === 0) return null;
	return { input: { kind: 'hex-map', tiles: rows }, level: drawn.level, tile: q.tileLevel.level, kind: 'tegels' };
}

function geometryOf({ geometry }: Boundary): BoundaryView['geometry'] {
	return JSON.parse(geometry) as BoundaryView['geometry'];
}

function ancestorFigure(
	code: string,
	figures: ReadonlyMap<string, LevelFigure>,
	parentOf: ReadonlyMap<string, string | null>
): LevelFigure | undefined {
	for (let at: string | null | undefined = code; at != null; at = parentOf.get(at)) {
		const figure = figures.get(at);
		if (figure !== undefined) return figure;
	}
	return undefined;
}

function regionOf(figure: LevelFigure, name: string, q: MapQuestion) {
	return {
		code: figure.code,
		label: `${name}: ${inWords(figure, q.lang)}`,
		href: regionHref(q.lang, figure.code, q.linkTree),
		class: figure.share === null ? null : classOf(figure.share, q.limits),
		reliability: figure.reliability
	};
}
