import type { ClientBase } from 'pg';
import type { Domain } from '../contract/domain.ts';
import type { Figure } from '../contract/figure.ts';
import type { Manifest } from '../contract/manifest.ts';
import type { IndicatorView, SignalView } from '../contract/published.ts';
import { bulkInsert } from './bulk-insert.ts';
import { regionsOf, saveTree, type RegionRow } from './trees.ts';

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
	/** Of the test that the noisy tables fit together; null: not testable. */
	readonly integrityP: number | null;
}

/** Everything of a release, as a draft. Answers its number. */
export async function insertDraft(client: ClientBase, content: PublicationContent, version: number): Promise<number> {
	const release = await insertRelease(client, content, version);
	await insertFigures(client, release, content);
	return release;
}

async function insertRelease(client: ClientBase, content: PublicationContent, version: number): Promise<number> {
	const { manifest, period, bundleHash, regions, integrityP, figures, signals } = content;
	const { id: spec, plan, unit, regionVintage } = manifest;
	const title = manifest.spec.title ?? { nl: spec, en: spec };
	const tree = await saveTree(client, regionVintage ?? 'regions', regions);
	const { rows } = await client.query<{ id: number }>(
		`insert into store.release (spec, title_nl, title_en, period, version, unit, tree, region_vintage, rho, delta, epsilon,
			conversion, manifest, bundle_hash, integrity_p, figures, signals)
		values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17) returning id`,
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
			...[plan.conversion, JSON.stringify(manifest), bundleHash, integrityP, figures.length, signals.length]
		]
	);
	return rows[0]!.id;
}

async function insertFigures(client: ClientBase, release: number, content: PublicationContent): Promise<void> {
	const { manifest, figures, indicators, regions, signals } = content;
	const definitions = new Map(manifest.definitions.map(({ id, version }) => [id, version]));
	const indicator = numbering(
		'indicator',
		indicators.map(({ id }) => id)
	);
	const region = numbering(
		'region',
		regionsOf(regions).map(({ code }) => code)
	);
	const pair = (attribute: string, code: string) => JSON.stringify([attribute, code]);
	const pairs = new Map([[pair('', ''), { attribute: '', code: '' }]]);
	for (const { attribute, code } of figures) pairs.set(pair(attribute, code), { attribute, code });
	const groups = [...pairs.values()];
	const grouping = numbering('group', [...pairs.keys()]);
	// Beside each other what is read together: an indicator of all regions, for one group.
	const inOrder = figures
		.map((figure) => ({
			figure,
			at: [indicator(figure.indicator), grouping(pair(figure.attribute, figure.code)), region(figure.region)] as const
		}))
		.sort(({ at: a }, { at: b }) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2]);
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
			{ name: 'number', type: 'smallint', value: (g) => grouping(pair(g.attribute, g.code)) },
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
			{ name: 'numerator', type: 'float8', value: ({ figure }) => figure.numerator },
			{ name: 'denominator', type: 'float8', value: ({ figure }) => figure.denominator },
			{ name: 'share', type: 'float8', value: ({ figure }) => figure.share },
			{ name: 'numerator_se', type: 'real', value: ({ figure }) => figure.numeratorSe },
			{ name: 'denominator_se', type: 'real', value: ({ figure }) => figure.denominatorSe },
			{ name: 'share_se', type: 'real', array: 'float8', value: ({ figure }) => figure.shareSe },
			{ name: 'lower', type: 'real', array: 'float8', value: ({ figure }) => figure.lower },
			{ name: 'upper', type: 'real', array: 'float8', value: ({ figure }) => figure.upper },
			{ name: 'reliability', type: '"char"', array: 'text', value: ({ figure }) => figure.reliability }
		],
		inOrder
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

/** Numbers names in their order. */
function numbering(what: string, names: readonly string[]): (name: string) => number {
	const numbers = new Map(names.map((name, number) => [name, number]));
	return (name) => {
		const number = numbers.get(name);
		if (number === undefined) throw new RangeError(`a figure or signal names an unknown ${what}`);
		return number;
	};
}
