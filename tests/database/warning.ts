import type { Warning, WatchRow } from '../../analytics/contract/early-warning.ts';

const cell = { indicator: 'low-income', attribute: '', code: '' };

/** A series of the regions of `publication.ts`: an open signal, unless told otherwise. */
export function watched(region: string, other: Partial<WatchRow> = {}): WatchRow {
	return {
		...{ ...cell, region, against: 'nation', estimate: 1.25, estimateSd: 0.0625 },
		...{ lower80: 1.125, upper80: 1.375, lower95: 1, upper95: 1.5, rise: 0.25, riseSd: 0.125, pRise10: 0.875 },
		...{ pEvent: 0.96875, detectable: 0.25, state: 'signal', opened: '2022', onset: '2021' },
		...{ explainedBy: region, watchedBy: null },
		...other
	};
}

/** Something of everything that early warning can say of a release on the regions of `publication.ts`. */
export const warning: Warning = {
	watch: [
		watched('GM1'),
		watched('GM2', {
			...{ attribute: 'sex', code: 'm', rise: null, riseSd: null, pRise10: null, detectable: 0.75 },
			...{ state: 'too_small', opened: null, onset: null, explainedBy: null, watchedBy: 'NL' }
		}),
		// Less than any real but 0.
		watched('NL', { against: 'itself', pRise10: 1e-300, state: 'quiet', opened: null, onset: null, explainedBy: null })
	],
	smallAreas: [{ ...cell, region: 'GM1', estimate: 0.03125, se: 0.0625, weight: 0.75 }],
	ranks: [
		{
			...{ indicator: 'low-income', region: 'GM1', within: 'NL', of: 2, expectedRank: 1.25, bestRank: 1, worstRank: 2 },
			...{ top: 1, pTop: 0.75 }
		}
	],
	eventRisks: [
		{
			...{
				...cell,
				region: 'GM1',
				attribute: 'event_separation',
				code: '0-11',
				comparison: 0.125,
				comparisonSe: 0.0078125
			},
			...{ share: 0.25, shareSe: 0.015625, difference: 0.125, differenceSe: 0.03125, ratio: 2, ratioLower: 1.5 },
			...{ ratioUpper: 3, pHigher: 1, standardised: null, standardisedSe: null }
		}
	],
	eventStudies: [-2, 0].map((k) => ({
		...{ indicator: 'low-income', region: 'NL', event: 'separation', k, difference: 0.5, se: 0.25, pretrendP: null },
		...{ after: 0.75, afterSe: 0.125 }
	})),
	eventGroups: [
		{
			...{ indicator: 'low-income', region: 'GM1', attribute: 'sex', code: 'm', event: 'event_separation' },
			...{ since: '0-11', numerator: 12.5, numeratorSe: 0.25, denominator: 50.5, denominatorSe: 0.5, units: 48 },
			...{ estimate: 0.25, se: 0.125, weight: 0.5 }
		}
	],
	cards: [{ indicator: 'low-income', card: { freq: 1, from: '2019', to: '2023' } as Warning['cards'][number]['card'] }]
};
