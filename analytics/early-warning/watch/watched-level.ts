import type { Panel } from '../panel.ts';
import { TOO_SMALL_ABOVE } from '../series/detectability.ts';
import { episodes, type Episode } from '../series/episodes.ts';
import { signalSets } from '../series/judge.ts';
import type { LevelModel } from './level-model.ts';
import { ratioLevel } from './ratio-level.ts';
import type { Stand } from './stand.ts';
import { structuralLevel } from './structural-level.ts';

/**
 * With fewer regions than this, hyperparameters cannot be pooled, and a region is too much of the nation to be held against
 * it: each series is held against itself. So it is with the country, landsdelen and provincies.
 */
const RATIOS_FROM = 20;

/** A level with how each of its series stands and the signals that are open. */
export interface WatchedLevel {
	readonly model: LevelModel;
	/** [series][period - judgedFrom]; null where a series cannot be judged. */
	readonly stands: readonly (readonly (Stand | null)[])[];
	readonly episodes: readonly (readonly (Episode | null)[])[];
}

/** Whether only a rise of more than half would be seen. Such a series opens no signal: a larger region watches for it. */
export const isTooSmall = ({ detectable }: Pick<Stand, 'detectable'>) =>
	detectable === null || detectable > TOO_SMALL_ABOVE;

/** Fewest periods before the first told one, from the first with a count on: five years, or four of months or quarters. */
export const neededBefore = (freq: Panel['freq']) => (freq === 1 ? 5 : 4 * freq);

/** Periods behind the first one that is judged at all. Those before the told ones open signals that may still be open. */
const judgedAfter = (freq: Panel['freq']) => (freq === 1 ? 5 : 3 * freq);

/** The first period of which anything is known; the number of periods when nothing is. */
export function firstKnown({ count, periods }: Panel): number {
	const first = periods.findIndex((_, t) => count.some((row) => !Number.isNaN(row[t]!)));
	return first < 0 ? periods.length : first;
}

/** The level by the model that suits it; null when it is too short or nothing of it is known. */
export function watchLevel(panel: Panel, from: number): WatchedLevel | null {
	const { freq } = panel;
	const first = firstKnown(panel);
	if (from - first < neededBefore(freq) || from >= panel.periods.length) return null;
	const judgedFrom = first + judgedAfter(freq);
	const ratios = panel.regions.length < RATIOS_FROM ? null : ratioLevel(panel, judgedFrom, from);
	if (ratios === null && panel.regions.length >= RATIOS_FROM) return null;
	const stands = ratios?.stands ?? structuralLevel(panel, judgedFrom, from);
	const sets = signalSets(stands, (stand) => !isTooSmall(stand));
	const open = stands.map((row, i) => episodes(row, sets[i]!));
	const columns = (of: (stand: Stand) => number | null) =>
		stands.map((row) => Float64Array.from(row, (stand) => (stand === null ? NaN : (of(stand) ?? NaN))));
	const model: LevelModel = {
		panel,
		against: ratios === null ? 'itself' : 'nation',
		judgedFrom,
		from,
		hyper: ratios?.hyper ?? null,
		ratios: ratios?.ratios ?? [],
		lfdr: columns(({ lfdr }) => lfdr),
		detectable: columns(({ detectable }) => detectable),
		opened: open.map((row) => Int32Array.from(row, (one) => (one === null ? -1 : judgedFrom + one.opened)))
	};
	return { model, stands, episodes: open };
}
