import { catalogue } from '../../analytics/contract/catalogue.ts';
import type { Figure } from '../../analytics/contract/figure.ts';
import { UNKNOWN, RegionTree, type Region } from '../../analytics/contract/region-tree.ts';
import type { Specification } from '../../analytics/specification/load.ts';
import { planSpecification } from '../../analytics/pipeline.ts';
import type { PublicationContent } from '../../analytics/store/store.ts';
import { nationalWarning } from './national-warning.ts';

/** Regions of the Netherlands at full size, by level, each level's regions spread evenly over those above it. */
export const LEVELS = { land: 1, provincie: 12, corop: 40, gemeente: 342, wijk: 3_400, buurt: 14_000 } as const;
const PREFIX = { land: 'NL', provincie: 'PV', corop: 'CR', gemeente: 'GM', wijk: 'WK', buurt: 'BU' } as const;
type Level = keyof typeof LEVELS;
const levels = Object.keys(LEVELS) as Level[];

export function codeOf(level: Level, i: number): string {
	return level === 'land' ? PREFIX.land : `${PREFIX[level]}${String(i).padStart(5, '0')}`;
}

export function nationalTree(): RegionTree {
	const regions = levels.flatMap((level, depth) =>
		Array.from({ length: LEVELS[level] }, (_, i): Region => {
			const above = levels[depth - 1];
			const parent = above === undefined ? null : codeOf(above, Math.floor((i * LEVELS[above]) / LEVELS[level]));
			return { code: codeOf(level, i), parent, name: `${SYLLABLES[i % 23]}${SYLLABLES[(i * 7) % 23]} ${i}`, level };
		})
	);
	return new RegionTree(regions).withUnknown();
}

const SYLLABLES =
	'Al Ber Coe Drón Eem Fries Gouw Haar IJssel Jou Kâmp Lek Meer Noord Oost Putt Rijn Súd Til Ut Veen West Zuid'.split(
		' '
	);

/** One year of a specification with groups, on this tree: figures are made up by a rule, and every one is there. */
export function nationalRelease(specification: Specification, tree: RegionTree, period: string): PublicationContent {
	const { spec, domain } = specification;
	const plan = planSpecification(specification);
	const groups = (spec.indicators ?? []).map(({ id, groups: names }) => ({
		id,
		groups: (names ?? []).map((attribute) => ({
			attribute,
			codes: domain.attributes
				.find(({ name }) => name === attribute)!
				.codes.map((code) => ({ code, nl: code, en: code }))
		}))
	}));
	const hash = '0'.repeat(64);
	return {
		manifest: {
			format: 1,
			id: spec.id,
			spec,
			plan,
			unit: spec.unit,
			period,
			definitions: catalogue.map(({ id, version }) => ({ id, version })),
			regionVintage: 'cbs:2024',
			ledger: { lineage: 'nederland', entry: 1, hash, chargedAt: '2026-01-01T00:00:00Z' },
			revisionOf: null,
			files: Object.fromEntries(plan.tables.map(({ id }) => [`measurements/${id}.csv`, hash])),
			software: { name: 'voorzicht', version: '0' }
		},
		period,
		bundleHash: hash,
		domain,
		indicators: groups.map((indicator) => ({
			...indicator,
			...{ label_nl: indicator.id, label_en: indicator.id, description_nl: indicator.id, description_en: indicator.id }
		})),
		regions: tree.regions.map((region, position) => ({
			...region,
			depth: tree.depth[position]!,
			position,
			hex_q: region.level === 'gemeente' ? position % 20 : null,
			hex_r: region.level === 'gemeente' ? Math.floor(position / 20) : null,
			population: null
		})),
		figures: tree.regions.flatMap(({ code }, r) =>
			groups.flatMap(({ id, groups: attributes }, i) =>
				[
					{ attribute: '', code: '' },
					...attributes.flatMap(({ attribute, codes }) => codes.map((c) => ({ attribute, code: c.code })))
				].map((group, g) => madeUp({ indicator: id, region: code, ...group }, r * 31 + i * 7 + g))
			)
		),
		signals: tree.regions
			.filter(({ code }) => code !== UNKNOWN)
			.flatMap(({ code }, r) =>
				groups.map(({ id }) => ({
					...{ previous: '2000', indicator: id, region: code, change: ((r * 7) % 100) / 5_000, change_se: 0.004 },
					...{ p_rise: 0.9, is_signal: r % 97 === 0 }
				}))
			),
		warning: nationalWarning(tree, groups),
		integrityP: 0.5
	};
}

function madeUp(where: Pick<Figure, 'indicator' | 'region' | 'attribute' | 'code'>, seed: number): Figure {
	const share = ((seed * 7_919) % 2_003) / 10_000;
	const denominator = 100 + ((seed * 104_729) % 5_000);
	return {
		...where,
		...{ numerator: share * denominator, numeratorSe: 4.5, denominator, denominatorSe: 5.5, share },
		...{ shareSe: 0.01, lower: Math.max(0, share - 0.02), upper: share + 0.02, reliability: 'B' }
	};
}
