import type { Cell, Warning, WatchRow } from '../../analytics/contract/early-warning.ts';
import { UNKNOWN, type RegionTree } from '../../analytics/contract/region-tree.ts';
import type { IndicatorRow } from '../../analytics/store/insert-release.ts';

/** Of the regions below the country, each of these is beside the others in the first one that takes it in. */
const RANKED = { gemeente: 'land', wijk: 'gemeente', buurt: 'gemeente' } as const;

/** Levels of few enough regions to be watched. */
const WATCHED: readonly string[] = ['land', 'provincie', 'corop', 'gemeente'];

/** The group that stands for the time after a life event. */
export const LIFE_EVENT = { attribute: 'household_type', code: '1' } as const;

/** The group that is crossed with life events. */
export const CROSSED = {
	attribute: 'age',
	codes: ['0-<25', '25-<35', '35-<45', '45-<55', '55-<65', '65-<75', '75+']
} as const;

type NamedCell = Cell & { readonly level: string };

/** What early warning could say of one year of a national release: made up by a rule, and every row is there. */
export function nationalWarning(tree: RegionTree, indicators: readonly Pick<IndicatorRow, 'id' | 'groups'>[]): Warning {
	const cells = tree.regions
		.filter(({ code }) => code !== UNKNOWN)
		.flatMap(({ code, level }) =>
			indicators.flatMap(({ id, groups }): NamedCell[] => {
				const cell = { indicator: id, region: code, level };
				return [
					{ ...cell, attribute: '', code: '' },
					...groups.flatMap(({ attribute, codes }) => codes.map((group) => ({ ...cell, attribute, code: group.code })))
				];
			})
		);
	const watchedCells = cells.filter(({ level }) => WATCHED.includes(level));
	const estimated = cells.filter(({ level }) => level in RANKED);
	const root = tree.regions[0]!.code;
	return {
		watch: watchedCells.map((cell, i) => watched(cell, i, root)),
		smallAreas: estimated.map((cell, i) => ({ ...cell, estimate: (i % 97) / 500, se: 0.01, weight: 0.5 })),
		ranks: ranked(tree, indicators),
		eventRisks: watchedCells
			.filter(({ attribute }) => attribute !== '')
			.map((cell, i) => ({
				...{ ...cell, comparison: 0.05, comparisonSe: 0.001, share: 0.1, shareSe: 0.01 },
				...{ difference: 0.05, differenceSe: 0.01, ratio: 2, ratioLower: 1.5, ratioUpper: 2.5 },
				...{ pHigher: (i % 10) / 10, standardised: 0.04, standardisedSe: 0.01 }
			})),
		eventStudies: indicators.flatMap(({ id }) =>
			['separation', 'job_loss', 'child', 'turned_18'].flatMap((event) =>
				[-3, -2, 0, 1, 2].map((k) => ({
					...{ indicator: id, region: root, event, k, difference: 0.01 * k, se: 0.01, pretrendP: 0.5 },
					...{ after: 0.01, afterSe: 0.01 }
				}))
			)
		),
		eventGroups: watchedCells.filter(({ attribute }) => attribute === '').flatMap(crossed),
		cards: []
	};
}

/** Of every third region, as the others are too small: each of seven ages after each of four events in each of three years. */
function crossed({ indicator, region }: NamedCell, i: number): Warning['eventGroups'] {
	if (i % 3 !== 0) return [];
	return CROSSED.codes.flatMap((code) =>
		['event_separation', 'event_job_loss', 'event_child', 'event_turned_18'].flatMap((event) =>
			['0-11', '12-23', '24-35'].map((since) => ({
				...{ indicator, region, attribute: CROSSED.attribute, code, event, since, numerator: 80, numeratorSe: 29 },
				...{ denominator: 500, denominatorSe: 41, units: 480, estimate: 0.16, se: 0.03, weight: 0.4 }
			}))
		)
	);
}

/** One in a hundred rises; one in seven is watched by the country. */
function watched(cell: NamedCell, i: number, root: string): WatchRow {
	const state = i % 97 === 0 ? 'signal' : i % 7 === 0 ? 'too_small' : 'quiet';
	const isOpen = state === 'signal';
	return {
		...{ ...cell, against: 'nation', estimate: 1 + (i % 89) / 200, estimateSd: 0.05, lower80: 0.9, upper80: 1.1 },
		...{
			lower95: 0.8,
			upper95: 1.2,
			rise: (i % 83) / 200,
			riseSd: 0.1,
			pRise10: (i % 10) / 10,
			pEvent: (i % 100) / 100
		},
		...{ detectable: 0.3, state, opened: isOpen ? '2022' : null, onset: isOpen ? '2021' : null },
		...{ explainedBy: isOpen ? cell.region : null, watchedBy: state === 'too_small' ? root : null }
	};
}

function ranked(tree: RegionTree, indicators: readonly Pick<IndicatorRow, 'id'>[]): Warning['ranks'] {
	return tree.regions.flatMap(({ code, level }, node) => {
		const within = RANKED[level as keyof typeof RANKED];
		if (within === undefined || code === UNKNOWN) return [];
		let above = node;
		while (tree.regions[above]!.level !== within) above = tree.parent[above]!;
		return indicators.map(({ id }) => ({
			...{ indicator: id, region: code, within: tree.regions[above]!.code, of: 40, expectedRank: 1 + (node % 40) },
			...{ bestRank: 1, worstRank: 40, top: 4, pTop: (node % 10) / 10 }
		}));
	});
}
