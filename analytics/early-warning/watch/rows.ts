import type { WatchRow, WatchState } from '../../contract/early-warning.ts';
import type { Regions } from '../panel.ts';
import { normalQuantile } from '../statistics/normal.ts';
import { explainedBy, type Family } from './explain.ts';
import { watchedBy } from './roll-up.ts';
import type { Standing, Standings } from './standing.ts';
import { isTooSmall } from './watched-level.ts';

const Z80 = normalQuantile(0.9);
const Z95 = normalQuantile(0.975);

/** An open signal stays one, also where noise has since grown so that it could not be opened now. */
function stateOf({ episode, supply, stand }: Standing): WatchState {
	if (episode !== null) return supply ? 'supply' : 'signal';
	return isTooSmall(stand) ? 'too_small' : 'quiet';
}

/** The rows of one period. */
export function watchRows(standings: Standings, regions: Regions, family: Family): WatchRow[] {
	return [...standings.values()].map((standing) => {
		const { region, model, stand, episode } = standing;
		const { indicator, attribute, code, periods } = model.panel;
		const { estimate, estimateSd, rise, riseSd, pRise10, lfdr, detectable } = stand;
		const state = stateOf(standing);
		const after = (k: number | undefined) => (k === undefined ? null : periods[model.judgedFrom + k]!);
		return {
			indicator,
			region,
			attribute,
			code,
			against: model.against,
			estimate,
			estimateSd,
			lower80: estimate - Z80 * estimateSd,
			upper80: estimate + Z80 * estimateSd,
			lower95: estimate - Z95 * estimateSd,
			upper95: estimate + Z95 * estimateSd,
			rise,
			riseSd,
			pRise10,
			pEvent: 1 - lfdr,
			detectable,
			state,
			opened: after(episode?.opened),
			onset: after(episode?.onset),
			explainedBy: episode === null ? null : explainedBy(standing, standings, family),
			watchedBy: state === 'too_small' ? watchedBy(region, standings, regions) : null
		};
	});
}
