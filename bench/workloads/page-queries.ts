import type { Published } from '../../src/lib/server/db.ts';
import { boundaries, boundaryLevels } from '../../src/lib/server/queries/boundaries.ts';
import { figuresAtLevel } from '../../src/lib/server/queries/figures-at-level.ts';
import { indicators } from '../../src/lib/server/queries/indicators.ts';
import { levels, type Level } from '../../src/lib/server/queries/levels.ts';
import { national } from '../../src/lib/server/queries/national.ts';
import { parents } from '../../src/lib/server/queries/parents.ts';
import { ranking } from '../../src/lib/server/queries/ranking.ts';
import { regionSpans } from '../../src/lib/server/queries/region-spans.ts';
import { regionFigures } from '../../src/lib/server/queries/region-figures.ts';
import { regionSignals } from '../../src/lib/server/queries/region-signals.ts';
import { pathOf, region } from '../../src/lib/server/queries/region.ts';
import {
	currentRelease,
	release,
	releaseFigures,
	releaseHistory,
	releaseIndicators
} from '../../src/lib/server/queries/release.ts';
import { releases } from '../../src/lib/server/queries/releases.ts';
import { rootName } from '../../src/lib/server/queries/root-name.ts';
import { signalCounts, signals } from '../../src/lib/server/queries/signals.ts';
import { subRegions } from '../../src/lib/server/queries/sub-regions.ts';
import { tiles } from '../../src/lib/server/queries/tiles.ts';
import { codeOf } from './national-release.ts';
import { PROVINCIE, warningQueries, type Named } from './warning-queries.ts';

export interface Question {
	readonly what: string;
	readonly ask: (db: Published) => Promise<unknown>;
	/** False: no page of usual size runs it. */
	readonly judged: boolean;
}

/** Every query that a page runs, as the pages run them; those that depend on a place, for places of different size. */
export async function pageQueries(db: Published, period: string, old: number): Promise<Question[]> {
	const all = await questions(db, period, old);
	// No page draws a map of so many regions; this is how long the query would take.
	return all.map(([what, ask]) => ({ what, ask, judged: what !== 'buurt: all, for a map' }));
}

async function questions(db: Published, period: string, old: number): Promise<Named[]> {
	const { tree } = await db.selectFrom('published.region').select('tree').limit(1).executeTakeFirstOrThrow();
	const choice = { spec: 'huishoudens-nederland', period, indicator: 'low-income', tree };
	const all = await levels(db, tree);
	const { id } = (await currentRelease(db, choice))!;
	const within = await regionSpans(db, { tree, ...PROVINCIE });
	const places = { land: codeOf('land', 0), gemeente: codeOf('gemeente', 5), buurt: codeOf('buurt', 77) };
	return [
		['every page: indicators', indicators],
		['overview: the country over the years', (db) => national(db, choice)],
		['overview: levels', (db) => levels(db, tree)],
		['overview: name of the root', (db) => rootName(db, tree)],
		...all.filter(({ level }) => !['land', 'corop'].includes(level)).flatMap((level) => lists(choice, level)),
		['overview: what stands out', (db) => signals(db, choice)],
		['overview: what stands out elsewhere', (db) => signalCounts(db, choice)],
		['map: levels with boundaries', (db) => boundaryLevels(db, tree)],
		['map: boundaries of gemeenten', (db) => boundaries(db, tree, 'gemeente')],
		['map: tiles', (db) => tiles(db, tree)],
		['map: parents', (db) => parents(db, tree, 3)],
		...Object.entries(places).flatMap(([level, code]): Named[] => [
			[`region page, ${level}: the region`, (db) => region(db, code, undefined)],
			[`region page, ${level}: the way to it`, (db) => pathOf(db, tree, code)],
			[
				`region page, ${level}: all its figures and the country's`,
				(db) => regionFigures(db, [choice.spec], [code, places.land])
			],
			[`region page, ${level}: its changes`, (db) => regionSignals(db, [choice.spec], code)],
			[`region page, ${level}: its parts`, (db) => subRegions(db, { ...choice, parent: code })]
		]),
		...warningQueries({ ...choice, release: id, levels: all, within }),
		['method page: all releases', releases],
		['old release: the release', (db) => release(db, old)],
		['old release: its history', (db) => releaseHistory(db, old)],
		['old release: its indicators', (db) => releaseIndicators(db, { id: old, state: 'superseded' })],
		['old release: figures of the country', (db) => releaseFigures(db, { id: old, state: 'superseded' })]
	];
}

function lists(choice: { spec: string; period: string; indicator: string; tree: string }, level: Level): Named[] {
	return [
		[`${level.level}: first 25 by certainty`, (db) => ranking(db, { ...choice, level, order: 'zeker', limit: 25 })],
		[`${level.level}: first 1,000 by share`, (db) => ranking(db, { ...choice, level, order: 'aandeel', limit: 1_000 })],
		[`${level.level}: first 1,000 by name`, (db) => ranking(db, { ...choice, level, order: 'naam', limit: 1_000 })],
		[`${level.level}: all, for a map`, (db) => figuresAtLevel(db, { ...choice, level })]
	];
}
