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
export type SignalRow = Omit<SignalView, 'spec' | 'period'>;

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

export interface Publication {
	/** This bundle is the current release already; nothing was done. */
	readonly already: boolean;
	readonly spec: string;
	readonly period: string;
	readonly version: number;
	/** Number of figures and signals of the release. */
	readonly figures: number;
	readonly signals: number;
}

/** One publication at a time; the second one then sees the first one's version. */
const PUBLISH_LOCK = 7_261_934_004;

/** Within one transaction: everything of the release, then the pointer to it. */
export async function publishWithin(client: ClientBase, content: PublicationContent): Promise<Publication> {
	const { manifest, period, bundleHash, figures, signals } = content;
	const spec = manifest.id;
	await client.query('select pg_advisory_xact_lock($1)', [PUBLISH_LOCK]);
	const { rows } = await client.query<{ version: number; hash: string; current: boolean }>(
		`select r.version, r.bundle_hash as hash, c.release is not null as current
		from store.release r left join store.current_release c on c.release = r.id
		where r.spec = $1 and r.period = $2 order by r.version desc`,
		[spec, period]
	);
	const same = rows.find(({ hash, current }) => current && hash === bundleHash);
	const counts = { figures: figures.length, signals: signals.filter((signal) => signal.is_signal).length };
	if (same !== undefined) return { already: true, spec, period, version: same.version, ...counts };
	const version = (rows[0]?.version ?? 0) + 1;
	const release = await insertRelease(client, content, version);
	await insertFigures(client, release, content);
	await client.query(
		`insert into store.current_release (spec, period, release) values ($1, $2, $3)
		on conflict (spec, period) do update set release = excluded.release`,
		[spec, period, release]
	);
	// The planner should know the new rows at the first page, not when the server finds time to look at them.
	await client.query(
		'analyze store.release, store.current_release, store.region, store.indicator, store.grouping, store.figure'
	);
	return { already: false, spec, period, version, ...counts };
}

async function insertRelease(client: ClientBase, content: PublicationContent, version: number): Promise<number> {
	const { manifest, period, bundleHash, regions, integrityP } = content;
	const { id: spec, plan, unit, regionVintage } = manifest;
	const title = manifest.spec.title ?? { nl: spec, en: spec };
	const tree = await saveTree(client, regionVintage ?? 'regions', regions);
	const { rows } = await client.query<{ id: number }>(
		`insert into store.release (spec, title_nl, title_en, period, version, unit, tree, region_vintage, rho, delta, epsilon,
			conversion, manifest, bundle_hash, integrity_p)
		values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15) returning id`,
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
			...[plan.conversion, JSON.stringify(manifest), bundleHash, integrityP]
		]
	);
	return rows[0]!.id;
}

async function insertFigures(client: ClientBase, release: number, content: PublicationContent): Promise<void> {
	const { figures, indicators, regions, signals } = content;
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
			{ name: 'groups', type: 'jsonb', array: 'text', value: (i) => JSON.stringify(i.groups) }
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
			{ name: 'region', type: 'integer', value: (f) => region(f.region) },
			{ name: 'indicator', type: 'smallint', value: (f) => indicator(f.indicator) },
			{ name: 'grouping', type: 'smallint', value: (f) => grouping(pair(f.attribute, f.code)) },
			{ name: 'numerator', type: 'float8', value: (f) => f.numerator },
			{ name: 'denominator', type: 'float8', value: (f) => f.denominator },
			{ name: 'share', type: 'float8', value: (f) => f.share },
			{ name: 'numerator_se', type: 'real', value: (f) => f.numeratorSe },
			{ name: 'denominator_se', type: 'real', value: (f) => f.denominatorSe },
			{ name: 'share_se', type: 'real', array: 'float8', value: (f) => f.shareSe },
			{ name: 'lower', type: 'real', array: 'float8', value: (f) => f.lower },
			{ name: 'upper', type: 'real', array: 'float8', value: (f) => f.upper },
			{ name: 'reliability', type: '"char"', array: 'text', value: (f) => f.reliability }
		],
		figures
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
