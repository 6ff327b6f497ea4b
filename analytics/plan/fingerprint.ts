import { createHash } from 'node:crypto';
import type { Domain } from '../contract/domain.ts';
import type { Plan } from '../contract/plan.ts';
import type { Source } from '../contract/spec.ts';

/**
 * sha256 (hex) of all that decides what a release measures: tables and their noise, codes and how rows get them, amounts and
 * their bounds, regions, periods, unit and filters. Two specifications that differ in wording, order of attributes or tables, titles or labels measure the same.
 */
export function planFingerprint(domain: Domain, plan: Plan, source: Source | undefined): string {
	const { region, attributes, tables, amounts = [], series } = domain;
	const added = amounts.filter(({ name }) => tables.some(({ sum }) => sum === name));
	const what = {
		unit: plan.unit,
		rows:
			source?.kind === 'table' ? { kind: 'table', unit: source.unit ?? null, where: source.where ?? [] } : source?.kind,
		classification: source?.kind === 'cbs' ? source.classification : null,
		region: region && {
			column: region.column,
			levels: region.tree.levels,
			regions: region.tree.regions.map(({ code, parent }) => [code, parent])
		},
		attributes: byKey(
			attributes.map(({ name, codes, rule }) => ({ name, codes, rule })),
			(a) => a.name
		),
		amounts: added.length === 0 ? undefined : byKey(added, ({ name }) => name),
		series: series && { ...series, strategy: plan.series?.strategy, matrix: plan.series?.matrix },
		tables: byKey(
			tables.map(({ id, level, by, sum }) => ({
				level,
				by,
				sum,
				sigma2: plan.tables.find((planned) => planned.id === id)?.sigma2
			})),
			(table) => `${table.level} ${table.by.join(' ')} ${table.sum ?? ''}`
		)
	};
	return createHash('sha256').update(canonicalJson(what)).digest('hex');
}

function byKey<T>(list: readonly T[], key: (item: T) => string): T[] {
	return [...list].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

/** JSON with the keys of every object in code-unit order, so that equal values have equal texts. */
export function canonicalJson(value: unknown): string {
	if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item ?? null)).join(',')}]`;
	if (value === null || typeof value !== 'object') return JSON.stringify(value ?? null);
	const fields = Object.entries(value)
		.filter(([, field]) => field !== undefined)
		.sort(([a], [b]) => (a < b ? -1 : 1))
		.map(([name, field]) => `${JSON.stringify(name)}:${canonicalJson(field)}`);
	return `{${fields.join(',')}}`;
}
