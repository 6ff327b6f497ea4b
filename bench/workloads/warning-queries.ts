import type { Published } from '../../src/lib/server/db.ts';
import { cardList } from '../../src/lib/server/queries/cards.ts';
import {
	comparedEstimates,
	comparedFigures,
	comparedRanks,
	largestRegions,
	namedRegions
} from '../../src/lib/server/queries/compare-regions.ts';
import { eventRegions, eventRisks, eventStudy } from '../../src/lib/server/queries/events.ts';
import type { Level } from '../../src/lib/server/queries/levels.ts';
import {
	areaEstimates,
	bundleHash,
	cellSizes,
	crossings,
	eventGroups,
	hasEstimates,
	hasEventGroups
} from '../../src/lib/server/queries/outreach.ts';
import { regionSpans, type Span } from '../../src/lib/server/queries/region-spans.ts';
import { regionsBelow, regionsDownTo } from '../../src/lib/server/queries/regions-below.ts';
import {
	baselineRises,
	openSignals,
	regionWatch,
	supplyBreaks,
	tooSmall,
	watchedLevels
} from '../../src/lib/server/queries/watch.ts';
import { codeOf } from './national-release.ts';
import { CROSSED, LIFE_EVENT } from './national-warning.ts';

export type Named = readonly [what: string, ask: (db: Published) => Promise<unknown>];

export interface Place {
	readonly spec: string;
	readonly period: string;
	readonly indicator: string;
	readonly tree: string;
	/** Number of the release of this period. */
	readonly release: number;
	readonly levels: readonly Level[];
	/** Where a provincie and its parts stand in the tree, level by level. */
	readonly within: readonly Span[];
}

/** The provincie that signals are narrowed to, in a tree of this depth. */
export const PROVINCIE = { code: codeOf('provincie', 3), deepest: 5 };

/** Every query of the pages of early warning, with choices that they have to answer most for. */
export function warningQueries({ release, levels, within, ...choice }: Place): Named[] {
	const { spec, tree, indicator } = choice;
	const releases = [release];
	const place = codeOf('gemeente', 5);
	const event = { ...choice, ...LIFE_EVENT };
	return [
		['signals: all that rises', (db) => openSignals(db, 'signal', { releases })],
		['signals: of one indicator in a provincie', (db) => openSignals(db, 'signal', { releases, indicator, within })],
		['signals: where a provincie is', (db) => regionSpans(db, { tree, ...PROVINCIE })],
		['signals: suspected supply', (db) => openSignals(db, 'supply', { releases })],
		['signals: how much is watched', (db) => watchedLevels(db, { releases, indicator })],
		['signals: too small to watch', (db) => tooSmall(db, { releases, indicator })],
		['signals: too small, in a provincie', (db) => tooSmall(db, { releases, indicator, within })],
		['signals: by the simple test', (db) => baselineRises(db, { releases })],
		['signals: by the simple test, in a provincie', (db) => baselineRises(db, { releases, within })],
		['signals: breaks', (db) => supplyBreaks(db, { specs: [spec] })],
		['signals: regions to choose', (db) => regionsDownTo(db, { tree, depth: 3 })],
		['region page, gemeente: how it is watched', (db) => regionWatch(db, [spec], place)],
		...comparing(choice),
		['events: after every event', (db) => eventRisks(db, { ...choice, region: place })],
		['events: every region after one', (db) => eventRegions(db, event)],
		['events: the years around', (db) => eventStudy(db, { ...choice, region: codeOf('land', 0), event: 'separation' })],
		['outreach: regions of the country', (db) => regionsBelow(db, { tree, code: codeOf('land', 0), depth: 3 })],
		['outreach: regions of a gemeente', (db) => regionsBelow(db, { tree, code: place, depth: 5 })],
		['outreach: the bundle', (db) => bundleHash(db, release)],
		...planning(
			choice,
			'gemeenten of the country',
			levels.find(({ level }) => level === 'gemeente')!
		),
		...planning(choice, 'wijken of a provincie', within.at(-2)!),
		...crossing(
			choice,
			levels.find(({ level }) => level === 'gemeente')!
		),
		['validation: which cards', cardList]
	];
}

type Choice = Pick<Place, 'spec' | 'period' | 'indicator' | 'tree'>;

/** Five regions of one level beside each other, as many as a page compares. */
function comparing({ spec, period, indicator, tree }: Choice): Named[] {
	const regions = [3, 33, 103, 203, 303].map((i) => codeOf('gemeente', i));
	const asked = { spec, period, regions, ...LIFE_EVENT };
	return [
		['comparing: names', (db) => namedRegions(db, tree, regions)],
		['comparing: the largest', (db) => largestRegions(db, tree, 5)],
		['comparing: figures', (db) => comparedFigures(db, asked)],
		['comparing: estimates', (db) => comparedEstimates(db, asked, indicator)],
		['comparing: places', (db) => comparedRanks(db, asked, indicator)]
	];
}

/** Groups after life events, of all gemeenten. */
function crossing(choice: Choice, { first, last }: Span): Named[] {
	const asked = { ...choice, since: '0-11', attribute: CROSSED.attribute, first, last };
	return [
		['outreach: which groups after an event', (db) => crossings(db, asked)],
		['outreach: groups after an event, estimates and sizes', (db) => eventGroups(db, asked)],
		['outreach: any groups after an event', (db) => hasEventGroups(db, asked)]
	];
}

/** With and without the groups of each region. */
function planning(choice: Choice, of: string, { first, last }: Span): Named[] {
	return ['', LIFE_EVENT.attribute].flatMap((attribute): Named[] => {
		const codes = attribute === '' ? [''] : ['1', '2', '3', '4', '5', '6', '7', '8'];
		const cells = { ...choice, attributes: [attribute], codes, first, last };
		const what = `outreach: ${of}${attribute === '' ? '' : ' by group'}`;
		return [
			[`${what}, estimates`, (db) => areaEstimates(db, cells)],
			[`${what}, sizes`, (db) => cellSizes(db, cells)],
			[`${what}, any estimates`, (db) => hasEstimates(db, cells)]
		];
	});
}
