import type { ClientBase } from 'pg';
import type { Domain } from '../contract/domain.ts';
import type { Warning } from '../contract/early-warning.ts';
import type { Figure } from '../contract/figure.ts';
import type { Manifest } from '../contract/manifest.ts';
import type { IndicatorView, SignalView } from '../contract/published.ts';
import { bulkInsert } from './bulk-insert.ts';
import { insertWarning } from './insert-warning.ts';
import { inOrder, numbersOf, type Numbers } from './numbers.ts';
import { saveTree, type RegionRow } from './trees.ts';

export type IndicatorRow = Pick<
	IndicatorView,
	'id' | 'label_nl' | 'label_en' | 'description_nl' | 'description_en' | 'groups'
>;
export type SignalRow = Pick<
	SignalView,
	'previous' | 'indicator' | 'region' | 'change' | 'change_se' | 'p_rise' | 'is_signal'
>;

export interface PublicationContent {
	readonly manifest: Manifest;
	/** The manifest's own period, or one period of its series. */
	readonly period: string;
	/** sha256 (hex) that names the bundle. */
	readonly bundleHash: string;
	readonly domain: Domain;
	readonly figures: readonly Figure[];
	readonly indicators: readonly IndicatorRow[];
	/** In the order of their positions; empty without regions. */
	readonly regions: readonly RegionRow[];
	readonly signals: readonly SignalRow[];
	readonly warning: Warning;
	/** Of the test that the noisy tables fit together; null: not testable. */
	readonly integrityP: number | null;
}

/** Everything of a release, as a draft. Answers its number. */
export async function insertDraft(client: ClientBase, content: PublicationContent, version: number): Promise<number> {
	const release = await insertRelease(client, content, version);
	const numbers = numbersOf(content);
	await insertFigures(client, release, content, numbers);
	await insertWarning(client, release, content.warning, numbers);
	return release;
}

async function insertRelease(client: ClientBase, content: PublicationContent, version: number): Promise<number> {
	const { manifest, period, bundleHash, regions, integrityP, figures, signals, warning } = content;
	const { id: spec, plan, unit, regionVintage } = manifest;
	const title = manifest.spec.title ?? { nl: spec, en: spec };
	const tree = await saveTree(client, regionVintage ?? 'regions', regions);
	const { rows } = await client.query<{ id: number }>(
		`insert into store.release (spec, title_nl, title_en, period, version, unit, tree, region_vintage, rho, delta, epsilon,
			conversion, manifest, bundle_hash, integrity_p, figures, signals, watched, small_areas, ranks, event_risks,
			event_studies, event_groups, indicator_cards)
		values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24)
		returning id`,
		[
			...[
				spec,
				title.nl,
				title.en,
				period,
				version,
				unit.kind,
				tree,
				regionVintage,
				plan.rho,
				plan.delta,
				plan.epsilon
			],
			...[plan.conversion, JSON.stringify(manifest), bundleHash, integrityP, figures.length, signals.length],
			...[warning.watch.length, warning.smallAreas.length, warning.ranks.length],
			...[warning.eventRisks.length, warning.eventStudies.length, warning.eventGroups.length, warning.cards.length]
		]
	);
	return rows[0]!.id;
}

async function insertFigures(
	client: ClientBase,
	release: number,
	{ manifest, figures, indicators, signals }: PublicationContent,
	numbers: Numbers
): Promise<void> {
	const { indicator, region, grouping, groups } = numbers;
	const definitions = new Map(manifest.definitions.map(({ id, version }) => [id, version]));
	const common = { name: 'release', type: 'integer', value: () => release };

	await bulkInsert(
		client,
		'store.indicator',
		[
			common,
			{ name: 'number', type: 'smallint', value: (i) => indicator(i.id) },
			{ name: 'slug', type: 'text', value: (i) => i.id },
			{ name: 'label_nl', type: 'text', value: (i) => i.label_nl },
			{ name: 'label_en', type: 'text', value: (i) => i.label_en },
			{ name: 'description_nl', type: 'text', value: (i) => i.description_nl },
			{ name: 'description_en', type: 'text', value: (i) => i.description_en },
			{ name: 'groups', type: 'jsonb', array: 'text', value: (i) => JSON.stringify(i.groups) },
			{ name: 'definition', type: 'text', value: (i) => definitions.get(i.id) ?? null }
		],
		indicators
	);
	await bulkInsert(
		client,
		'store.grouping',
		[
			common,
			{ name: 'number', type: 'smallint', value: grouping },
			{ name: 'attribute', type: 'text', value: (g) => g.attribute },
			{ name: 'code', type: 'text', value: (g) => g.code }
		],
		groups
	);
	await bulkInsert(
		client,
		'store.figure',
		[
			common,
			{ name: 'indicator', type: 'smallint', value: ({ at }) => at[0] },
			{ name: 'grouping', type: 'smallint', value: ({ at }) => at[1] },
			{ name: 'region', type: 'integer', value: ({ at }) => at[2] },
			{ name: 'numerator', type: 'float8', value: ({ row }) => row.numerator },
			{ name: 'denominator', type: 'float8', value: ({ row }) => row.denominator },
			{ name: 'share', type: 'float8', value: ({ row }) => row.share },
			{ name: 'numerator_se', type: 'real', value: ({ row }) => row.numeratorSe },
			{ name: 'denominator_se', type: 'real', value: ({ row }) => row.denominatorSe },
			{ name: 'share_se', type: 'real', array: 'float8', value: ({ row }) => row.shareSe },
			{ name: 'lower', type: 'real', array: 'float8', value: ({ row }) => row.lower },
			{ name: 'upper', type: 'real', array: 'float8', value: ({ row }) => row.upper },
			{ name: 'reliability', type: '"char"', array: 'text', value: ({ row }) => row.reliability }
		],
		inOrder(figures, numbers)
	);
	await bulkInsert(
		client,
		'store.signal',
		[
			common,
			{ name: 'region', type: 'integer', value: (s) => region(s.region) },
			{ name: 'indicator', type: 'smallint', value: (s) => indicator(s.indicator) },
			{ name: 'previous', type: 'text', value: (s) => s.previous },
			{ name: 'change', type: 'float8', value: (s) => s.change },
			{ name: 'change_se', type: 'float8', value: (s) => s.change_se },
			{ name: 'p_rise', type: 'float8', value: (s) => s.p_rise },
			{ name: 'is_signal', type: 'boolean', value: (s) => s.is_signal }
		],
		signals
	);
}
