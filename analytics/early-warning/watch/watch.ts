import type { WatchRow } from '../../contract/early-warning.ts';
import type { Panel, Regions } from '../panel.ts';
import type { Family } from './explain.ts';
import type { LevelModel } from './level-model.ts';
import { watchRows } from './rows.ts';
import { standingsAt } from './standing.ts';
import { watchLevel } from './watched-level.ts';

/** What early warning says of one indicator and group. */
export interface WatchResult {
	/** One per period from the first told one on; no rows where the periods before are too few. */
	readonly periods: readonly { readonly period: string; readonly rows: readonly WatchRow[] }[];
	/** Levels that could be judged, in the order of the panels; none when the periods are too few. */
	readonly levels: readonly LevelModel[];
}

/** How watched regions hang together: a level that is not watched is looked through. */
function familyOf(panels: readonly Panel[], regions: Regions): Family {
	const watched = new Set(panels.flatMap((panel) => panel.regions));
	const parts = new Map<string, string[]>();
	const wholeOf = (region: string) => {
		let whole = regions.parentOf(region);
		while (whole !== null && !watched.has(whole)) whole = regions.parentOf(whole);
		return whole;
	};
	for (const region of watched) {
		const whole = wholeOf(region);
		if (whole === null) continue;
		const siblings = parts.get(whole);
		if (siblings === undefined) parts.set(whole, [region]);
		else siblings.push(region);
	}
	return { partsOf: (region) => parts.get(region) ?? [], wholeOf };
}

/**
 * What rises: how each series of one indicator and group stands in the told periods, given those before. Levels of at least 20
 * regions are held against the nation by EWS-1, with hyperparameters fitted per level; smaller ones are held against themselves
 * by a structural model, with variances fitted per series. Both are fitted on the periods before the first told one.
 *
 * A level is judged from 4 years of months or quarters, or 5 years, before the first told period, counted from its first
 * figure; before that it has no rows, nor has a region without a figure in the period or without anything to judge it by.
 * Signals that are open in a told period may have been opened earlier: the periods before are judged too, as they are seen now.
 * @param panels all levels of one indicator and group
 * @param from index of the first told period
 */
export function watch(panels: readonly Panel[], regions: Regions, from: number): WatchResult {
	const levels = panels.map((panel) => watchLevel(panel, from)).filter((level) => level !== null);
	const family = familyOf(panels, regions);
	const told = (panels[0]?.periods ?? []).slice(from);
	return {
		periods: told.map((period, k) => ({
			period,
			rows: watchRows(standingsAt(levels, from + k, regions), regions, family)
		})),
		levels: levels.map(({ model }) => model)
	};
}
