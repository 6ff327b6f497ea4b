import { definitionFor } from '../contract/catalogue.ts';
import type { Domain, NoisyTable } from '../contract/domain.ts';
import type { Manifest } from '../contract/manifest.ts';
import type { Plan } from '../contract/plan.ts';
import { UNKNOWN } from '../contract/region-tree.ts';
import type { Spec, Text } from '../contract/spec.ts';
import { measureOf } from './cells.ts';
import { csvLine } from './csv.ts';
import { measurementPath, measurementText } from './measurement-file.ts';
import { readmeText, type ReadmeFacts } from './readme.ts';

export const ATTRIBUTES_HEADER = ['attribute', 'position', 'code', 'nl', 'en'];
export const REGIONS_HEADER = ['code', 'parent', 'name', 'level'];

/** Names of the codes that specifications have in common. */
const PLAIN: ReadonlyMap<string, Text> = new Map([
	[UNKNOWN, { nl: 'onbekend', en: 'unknown' }],
	['yes', { nl: 'ja', en: 'yes' }],
	['no', { nl: 'nee', en: 'no' }]
]);

export interface BundleContent {
	readonly specification: { readonly spec: Spec; readonly domain: Domain; readonly regionVintage: string | null };
	readonly plan: Plan;
	readonly noisy: readonly NoisyTable[];
	readonly ledger: Manifest['ledger'];
	/** The last bundle of this release and period, if it was measured before. */
	readonly revisionOf: Manifest['revisionOf'];
	readonly software: Manifest['software'];
	/** Versions of the indicator definitions that coded the attributes; absent: as the catalogue has them now. */
	readonly definitions?: Manifest['definitions'];
}

/**
 * Every file of a bundle but the manifest, in pieces of text, by its path.
 * @throws RangeError unless every table of the domain, and no other, was measured as planned.
 */
export function* bundleFiles(content: BundleContent): Generator<[path: string, text: Iterable<string>]> {
	const { specification, plan, noisy } = content;
	const { spec, domain } = specification;
	if (noisy.length !== domain.tables.length || plan.tables.length !== domain.tables.length)
		throw new RangeError('a bundle holds every table of the plan and no other');
	yield ['README.txt', [readmeText(factsOf(content))]];
	yield ['attributes.csv', [attributesCsv(spec, domain)]];
	yield ['regions.csv', [regionsCsv(domain)]];
	for (const [i, table] of domain.tables.entries()) {
		const [planned, measured] = [plan.tables[i], noisy[i]];
		if (planned?.id !== table.id || measured?.id !== table.id || measured.sigma2 !== planned.sigma2)
			throw new RangeError(`table ${table.id} was not measured as planned`);
		yield [measurementPath(table), measurementText(domain, table, measureOf(table, plan), measured.counts)];
	}
}

export function bundleManifest(content: BundleContent, files: Manifest['files']): Manifest {
	const { id, unit } = content.specification.spec;
	const { ledger, revisionOf, software, ...facts } = factsOf(content);
	const { kind, contribution } = unit;
	return { format: 1, id, ...facts, unit: { kind, contribution }, ledger, revisionOf, files, software };
}

/** Names of people's own files and folders stay behind: a path is cut down to its last part. */
function factsOf({ specification, plan, ledger, revisionOf, software, definitions }: BundleContent): ReadmeFacts {
	const { spec, regionVintage } = specification;
	return {
		spec: publicSpec(spec),
		plan,
		period: spec.period ?? '',
		definitions: definitions ?? definitionsOf(spec),
		regionVintage,
		ledger,
		revisionOf,
		software
	};
}

/** Only CBS tables are coded by definitions of ours; of a file, the specification says itself what is counted. */
function definitionsOf(spec: Spec): Manifest['definitions'] {
	if (spec.source?.kind !== 'cbs') return [];
	return (spec.indicators ?? []).flatMap(({ id }) => {
		const version = definitionFor(id)?.version;
		return version === undefined ? [] : [{ id, version }];
	});
}

function publicSpec(spec: Spec): Spec {
	const attributes = Object.entries(spec.attributes).map(
		([name, rule]) => [name, 'tree' in rule ? { ...rule, tree: lastPart(rule.tree) } : rule] as const
	);
	const source = spec.source?.kind === 'table' ? { ...spec.source, file: lastPart(spec.source.file) } : spec.source;
	return { ...spec, attributes: Object.fromEntries(attributes), ...(source === undefined ? {} : { source }) };
}

function lastPart(path: string): string {
	return path.split(/[\\/]/).at(-1)!;
}

function attributesCsv(spec: Spec, domain: Domain): string {
	const lines = domain.attributes.flatMap(({ name, codes }) =>
		codes.map((code, position) => {
			const { nl, en } = spec.labels?.[name]?.[code] ?? PLAIN.get(code) ?? { nl: code, en: code };
			return csvLine([name, position, code, nl, en]);
		})
	);
	return csvLine(ATTRIBUTES_HEADER) + lines.join('');
}

function regionsCsv({ region }: Domain): string {
	const lines =
		region?.tree.regions.map(({ code, parent, name, level }) => csvLine([code, parent ?? '', name, level])) ?? [];
	return csvLine(REGIONS_HEADER) + lines.join('');
}
