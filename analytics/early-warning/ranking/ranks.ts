import type { RankRow, SmallAreaRow } from '../../contract/early-warning.ts';
import type { Regions } from '../panel.ts';
import { expectedRanks, type Values } from './expected-ranks.ts';
import { rankSet } from './rank-sets.ts';
import { topProbabilities } from './top.ts';

/** Regions below this level are compared with others in the same one. */
const HOME = 'gemeente';
const ALPHA = 0.05;
/** The top is this part of the regions. */
const TOP = 0.1;

/**
 * Place of each region among those of its level, by its estimated share of all units together: in its gemeente for what lies
 * in one, in the country otherwise. Regions without an estimate are not among those compared, and a region alone has no place.
 * Hidden regions are compared and not told: a list of those with a share only would be a list of the high and the large.
 *
 * Estimates count as independent and normal. Being shrunken, they are closer to the truth than raw figures and closer to each
 * other, and their errors are mean squared errors; the 95 % of the sets holds on average over regions.
 */
export function ranks(
	rows: readonly SmallAreaRow[],
	regions: Regions,
	hidden: readonly SmallAreaRow[] = []
): RankRow[] {
	const races = new Map<string, Race>();
	for (const [i, row] of [...rows, ...hidden].entries()) {
		// Without an error there is nothing to weigh: a place is then the place.
		if (row.attribute !== '' || row.code !== '' || !(row.se > 0)) continue;
		const within = homeOf(row.region, regions);
		const key = JSON.stringify([row.indicator, regions.levelOf(row.region), within]);
		const race = races.get(key) ?? { within, told: [], hidden: [] };
		(i < rows.length ? race.told : race.hidden).push(row);
		races.set(key, race);
	}
	return [...races.values()].flatMap(raced);
}

/** Regions that are compared with each other. */
interface Race {
	readonly within: string;
	readonly told: SmallAreaRow[];
	readonly hidden: SmallAreaRow[];
}

/** The gemeente that a region lies in, or the country. */
function homeOf(region: string, regions: Regions): string {
	let code = regions.parentOf(region);
	while (code !== null && regions.levelOf(code) !== HOME) code = regions.parentOf(code);
	return code ?? regions.root;
}

function raced({ within, told, hidden }: Race): RankRow[] {
	const all = [...told, ...hidden];
	if (told.length === 0 || all.length < 2) return [];
	const values: Values = {
		mean: Float64Array.from(all, ({ estimate }) => estimate),
		se: Float64Array.from(all, ({ se }) => se)
	};
	const top = Math.max(1, Math.round(all.length * TOP));
	const expected = expectedRanks(values);
	const inTop = topProbabilities(values, top);
	return told.map(({ indicator, region }, i) => {
		const { best, worst } = rankSet(values, i, ALPHA);
		return {
			indicator,
			region,
			within,
			of: all.length,
			expectedRank: expected[i]!,
			bestRank: best,
			worstRank: worst,
			top,
			pTop: inTop[i]!
		};
	});
}
