import type {
	CardRow,
	EventAgeCells,
	EventGroupFigure,
	EventPathCells,
	Warning,
	WatchRow
} from '../contract/early-warning.ts';
import type { Figure } from '../contract/figure.ts';
import { UNKNOWN, type RegionTree } from '../contract/region-tree.ts';
import { InputError } from '../errors.ts';
import { calendarOf, type Calendar } from './calendar.ts';
import { eventGroups } from './life-events/event-groups.ts';
import { eventRisks } from './life-events/event-risks.ts';
import { eventStudies } from './life-events/event-studies.ts';
import type { Panel, Regions } from './panel.ts';
import { countsOf, panels, type Breaks, type PeriodCounts } from './panels.ts';
import { ranks } from './ranking/ranks.ts';
import { smallAreaModels } from './small-areas/small-areas.ts';

import { indicatorCard } from './validation/cards/card.ts';
import { watch } from './watch/watch.ts';
import { firstKnown, neededBefore } from './watch/watched-level.ts';

/** One period that a release is told in. */
export interface ToldPeriod {
	readonly period: string;
	readonly figures: readonly Figure[];
	/** Counts around life events, where the tables have them; made when asked for. */
	readonly ageCells: () => Iterable<EventAgeCells>;
	readonly pathCells: () => Iterable<EventPathCells>;
	readonly groupFigures: () => readonly EventGroupFigure[];
}

export interface WarningQuestion {
	/** Name of the specification, for messages. */
	readonly spec: string;
	/** Current releases of earlier periods on the same regions, oldest first. */
	readonly earlier: readonly PeriodCounts[];
	/** The periods of this release, oldest first. */
	readonly told: readonly ToldPeriod[];
	readonly tree: RegionTree;
	readonly breaks: Breaks;
}

/** Levels of more regions than this, such as wijken and buurten, are too small to be watched; their shares are estimated. */
const MOST_WATCHED = 1_000;

/**
 * releases -> what early warning says of each told period: what rises, shares of small areas, places, risk after life events,
 * and how far all that can be trusted. Nothing here sees a record.
 * @throws InputError for a declared break whose period is not one of the kind that the release has
 */
export function warnings(question: WarningQuestion): Map<string, Warning> {
	const regions = regionsOf(question.tree);
	const watched = watchAll(question, regions);
	return new Map(
		question.told.map((told) => {
			const { period, figures } = told;
			const areas = smallAreaModels(figures, regions);
			const shares = areas.flatMap(({ rows }) => rows);
			const warning = {
				watch: watched.rows.get(period) ?? [],
				smallAreas: shares,
				// Regions whose share is not told take part in the comparison all the same.
				ranks: ranks(
					shares,
					regions,
					areas.flatMap(({ hidden }) => hidden)
				),
				eventRisks: eventRisks(figures, told.ageCells()),
				eventStudies: eventStudies(told.pathCells()),
				eventGroups: eventGroups(told.groupFigures(), figures, regions),
				cards: period === question.told.at(-1)!.period ? watched.cards : []
			};
			return [period, warning];
		})
	);
}

interface Watched {
	readonly rows: ReadonlyMap<string, WatchRow[]>;
	readonly cards: readonly CardRow[];
}

/** Whether series of a level's regions are watched. */
export function isWatched({ regions }: RegionTree, level: string): boolean {
	return regions.filter((region) => region.level === level).length <= MOST_WATCHED;
}

function regionsOf(tree: RegionTree): Regions {
	const region = (code: string) => tree.regions[tree.find(code) ?? -1];
	return {
		root: tree.regions[0]!.code,
		parentOf: (code) => region(code)?.parent ?? null,
		levelOf: (code) => region(code)?.level
	};
}

/** What is left over of an attribute is nobody in particular: nobody can be helped by a warning about it. */
function isGroup({ code }: { readonly code: string }): boolean {
	return ![UNKNOWN, 'none', 'not_applicable'].includes(code);
}

/** All indicators and groups, each by itself. */
function watchAll({ earlier, told, tree, breaks, spec }: WarningQuestion, regions: Regions): Watched {
	const rows = new Map<string, WatchRow[]>();
	const calendar = calendarOf([...earlier, ...told].map(({ period }) => period));
	if (calendar === null) return { rows, cards: [] };
	checkBreaks(breaks, calendar, spec);
	const history = [...earlier, ...told.map(({ period, figures }) => ({ period, counts: countsOf(figures) }))];
	const levels = new Map(tree.levels.map((level) => [level, isWatched(tree, level)]));
	// Years are too few, and their groups too many, for more than totals.
	const all = panels(
		calendar,
		history,
		regions,
		breaks,
		(level, group) => levels.get(level) === true && (group.attribute === '' || (calendar.freq > 1 && isGroup(group)))
	);
	// A release that brings its own history, or an indicator that joined later, is told from where enough of it lies behind.
	const first = calendar.indexOf(told[0]!.period);
	const fromOf = (group: readonly Panel[]) =>
		Math.max(first, Math.min(...group.map(firstKnown)) + neededBefore(calendar.freq));
	const cards = by(all, ({ indicator }) => [indicator]).map((panels): CardRow => {
		const results = by(panels, ({ attribute, code }) => [attribute, code]).map((group) =>
			watch(group, regions, fromOf(group))
		);
		for (const { period, rows: more } of results.flatMap(({ periods }) => periods))
			rows.set(period, [...(rows.get(period) ?? []), ...more]);
		const models = results.flatMap(({ levels }) => levels);
		return { indicator: panels[0]!.indicator, card: indicatorCard(panels, models) };
	});
	return { rows, cards };
}

function by(all: readonly Panel[], key: (panel: Panel) => readonly string[]): Panel[][] {
	return [...Map.groupBy(all, (panel) => JSON.stringify(key(panel))).values()];
}

function checkBreaks(breaks: Breaks, { periods }: Calendar, spec: string): void {
	const strange = breaks.find(({ period }) => calendarOf([...periods, period]) === null);
	if (strange !== undefined)
		throw new InputError(
			`Specification ${spec}: the break at ${strange.period} is not a period as ${periods.at(-1)} is; name it alike.`
		);
}
