import { join } from 'node:path';
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { PublishedDatabase } from '../../analytics/contract/published.ts';
import { loadSpecification } from '../../analytics/specification/load.ts';
import type { Published } from '../../src/lib/server/db.ts';
import { boundaries, boundaryLevels } from '../../src/lib/server/queries/boundaries.ts';
import { figuresAtLevel } from '../../src/lib/server/queries/figures-at-level.ts';
import { indicators } from '../../src/lib/server/queries/indicators.ts';
import { levels } from '../../src/lib/server/queries/levels.ts';
import { national } from '../../src/lib/server/queries/national.ts';
import { parents } from '../../src/lib/server/queries/parents.ts';
import { ranking } from '../../src/lib/server/queries/ranking.ts';
import { regionFigures } from '../../src/lib/server/queries/region-figures.ts';
import { regionSignals } from '../../src/lib/server/queries/region-signals.ts';
import { pathOf, region } from '../../src/lib/server/queries/region.ts';
import { releases } from '../../src/lib/server/queries/releases.ts';
import { rootName } from '../../src/lib/server/queries/root-name.ts';
import { search } from '../../src/lib/server/queries/search.ts';
import { signalCounts, signals } from '../../src/lib/server/queries/signals.ts';
import { subRegions } from '../../src/lib/server/queries/sub-regions.ts';
import { tiles } from '../../src/lib/server/queries/tiles.ts';
import { figure, type Figure } from '../figure.ts';
import type { Part } from '../part.ts';
import { median } from '../timer.ts';
import { codeOf, LEVELS, nationalRelease, nationalTree } from '../workloads/national-release.ts';
import { nationalStore } from '../workloads/national-store.ts';

const EXAMPLE = join(import.meta.dirname, '..', '..', 'examples', 'netherlands.yaml');
const PERIODS = Array.from({ length: 10 }, (_, i) => String(2014 + i));
const WARM_UPS = 5;
const REPEATS = 60;

export const store: Part = {
	name: 'store',
	title: `Store: ${Object.entries(LEVELS).map(([level, n]) => `${n.toLocaleString('en')} ${level}`).join(', ')}; ${PERIODS.length} years, 2 indicators, 10 groups`,
	async *figures() {
		const specification = await loadSpecification(EXAMPLE);
		const content = nationalRelease(specification, nationalTree(), PERIODS[0]!);
		const database = await nationalStore(content, PERIODS);
		try {
			const rows = content.figures.length + content.signals.length;
			const { wall } = database.publishing;
			const clock = `${rows.toLocaleString('en')} rows, on the clock, once`;
			yield figure('publishing a national release of one year', wall, 's', { to: 30 }, clock);
			yield figure('rows a second of that', rows / wall, '', { from: 20_000 });
			const pool = new pg.Pool({ connectionString: database.readerUrl, max: 1 });
			const db = new Kysely<PublishedDatabase>({ dialect: new PostgresDialect({ pool }) });
			try {
				const reader = db as unknown as Published;
				const tree = (await reader.selectFrom('published.region').select('tree').limit(1).executeTakeFirstOrThrow()).tree;
				for (const question of questions(tree, database.old)) yield await speed(reader, question);
			} finally {
				await db.destroy();
			}
		} finally {
			await database.close();
		}
	}
};

type Question = readonly [what: string, ask: (db: Published) => Promise<unknown>];

/** Every query that a page runs, as the pages run them; those that depend on a place, for places of different size. */
function questions(tree: string, old: number): Question[] {
	const choice = { spec: 'huishoudens-nederland', period: PERIODS.at(-1)!, indicator: 'low-income', tree };
	const specs = [choice.spec];
	const places = { land: codeOf('land', 0), gemeente: codeOf('gemeente', 5), buurt: codeOf('buurt', 77) };
	const fine = ['provincie', 'gemeente', 'wijk', 'buurt'] as const;
	return [
		['every page: indicators', indicators],
		['overview: the country over the years', (db) => national(db, choice)],
		['overview: levels', (db) => levels(db, tree)],
		['overview: name of the root', (db) => rootName(db, tree)],
		...fine.flatMap((level): Question[] => [
			[`overview: list of ${level}, first 25 by certainty`, (db) => ranking(db, { ...choice, level, order: 'zeker', limit: 25 })],
			[`overview: list of ${level}, first 1,000 by name`, (db) => ranking(db, { ...choice, level, order: 'naam', limit: 1_000 })]
		]),
		['overview: what stands out', (db) => signals(db, choice)],
		['overview: what stands out elsewhere', (db) => signalCounts(db, choice)],
		['map: levels with boundaries', (db) => boundaryLevels(db, tree)],
		['map: boundaries of gemeenten', (db) => boundaries(db, tree, 'gemeente')],
		['map: figures of gemeenten', (db) => figuresAtLevel(db, { ...choice, level: 'gemeente' })],
		['map: tiles', (db) => tiles(db, tree)],
		['map: parents', (db) => parents(db, tree, 3)],
		...Object.entries(places).flatMap(([level, code]): Question[] => [
			[`region page, ${level}: the region`, (db) => region(db, code, undefined)],
			[`region page, ${level}: the way to it`, (db) => pathOf(db, tree, code)],
			[`region page, ${level}: all its figures and the country's`, (db) => regionFigures(db, specs, [code, places.land])],
			[`region page, ${level}: its changes`, (db) => regionSignals(db, specs, code)],
			[`region page, ${level}: its parts`, (db) => subRegions(db, { ...choice, parent: code })]
		]),
		['search: one letter', (db) => search(db, 'a')],
		['search: a name', (db) => search(db, 'súd')],
		['search: nothing found', (db) => search(db, 'xyzzy')],
		['method page: all releases', releases],
		...[old].flatMap((): Question[] => [])
	];
}

async function speed(db: Published, [what, ask]: Question): Promise<Figure> {
	const times: number[] = [];
	let rows: unknown;
	for (let i = 0; i < WARM_UPS + REPEATS; i++) {
		const start = process.hrtime.bigint();
		rows = await ask(db);
		if (i >= WARM_UPS) times.push(Number(process.hrtime.bigint() - start) / 1e6);
	}
	const p95 = times.toSorted((a, b) => a - b)[Math.ceil(0.95 * times.length) - 1]!;
	const size = Array.isArray(rows) ? `, ${rows.length.toLocaleString('en')} rows` : '';
	return figure(what, p95, 'ms', { to: 20 }, `95th percentile; median ${median(times).toPrecision(3)} ms${size}`);
}
