import type { Regions } from '../panel.ts';
import type { Episode } from '../series/episodes.ts';
import type { LevelModel } from './level-model.ts';
import { unitsRisen, type Stand } from './stand.ts';
import { suspectedSupply } from './supply.ts';
import { isTooSmall, type WatchedLevel } from './watched-level.ts';

/** One region in one told period. */
export interface Standing {
	readonly region: string;
	readonly model: LevelModel;
	readonly stand: Stand;
	/** The open signal. */
	readonly episode: Episode | null;
	/** Whether that signal is suspected to come from the delivery of data. */
	readonly supply: boolean;
}

/** The regions of one period, all levels together, by their codes. */
export type Standings = ReadonlyMap<string, Standing>;

/** A rise of which suspected parts make up so much is suspected too. */
const MOST = 0.5;

/** The regions of one level that have a figure in period `t` and can be judged. */
function ofLevel({ model, stands, episodes }: WatchedLevel, t: number): Standing[] {
	const k = t - model.judgedFrom;
	const watched = stands.filter((row) => row[k] !== null && !isTooSmall(row[k]!)).length;
	// Regions that are held against themselves rise together whenever the country does.
	const suspected =
		model.against === 'itself' ? new Set<Episode>() : suspectedSupply(episodes, model.panel.freq, k, watched);
	return model.panel.regions.flatMap((region, i) => {
		const stand = stands[i]![k]!;
		if (stand === null || Number.isNaN(stand.units)) return [];
		const episode = episodes[i]![k]!;
		return [{ region, model, stand, episode, supply: episode !== null && suspected.has(episode) }];
	});
}

/** Units by which the suspected regions of one level have risen, added up for each region that they lie in. */
function suspectedUnits(level: readonly Standing[], regions: Regions): Map<string, number> {
	const sums = new Map<string, number>();
	for (const { region, stand, supply } of level) {
		const units = supply ? unitsRisen(stand) : null;
		if (units === null) continue;
		for (let at = regions.parentOf(region); at !== null; at = regions.parentOf(at))
			sums.set(at, (sums.get(at) ?? 0) + units);
	}
	return sums;
}

/** How all regions stand in period `t`. A signal of a larger region is suspected with the parts that make up most of its rise. */
export function standingsAt(levels: readonly WatchedLevel[], t: number, regions: Regions): Standings {
	const all = levels.map((level) => ofLevel(level, t));
	const sums = all.map((level) => suspectedUnits(level, regions));
	const isLifted = ({ region, stand, episode }: Standing) => {
		const risen = unitsRisen(stand);
		if (episode === null || risen === null || risen <= 0) return false;
		return sums.some((level) => (level.get(region) ?? 0) >= MOST * risen);
	};
	return new Map(all.flat().map((one) => [one.region, { ...one, supply: one.supply || isLifted(one) }]));
}
