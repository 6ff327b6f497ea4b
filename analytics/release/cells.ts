import { tableAttributes, tableRegions, type Domain, type Table } from '../contract/domain.ts';
import type { Plan } from '../contract/plan.ts';
import { csvField, csvLine } from './csv.ts';

/** What the numbers of a measurement file are; it is the name of their column. */
export type Measure = 'noisy_count' | 'noisy_sum' | 'noisy_difference';

export function measureOf(table: { readonly sum?: string | undefined }, { series }: Pick<Plan, 'series'>): Measure {
	if (table.sum !== undefined) return 'noisy_sum';
	return series === undefined || series.strategy === 'independent' ? 'noisy_count' : 'noisy_difference';
}

/** First line of `measurements/<table>.csv`. */
export function measurementHeader(table: Table, measure: Measure): string {
	return csvLine([...(table.level === null ? [] : ['region']), ...table.by, measure]);
}

/**
 * What stands before the count on every line of a measurement file, in the cell order of the table. It follows from the
 * public domain alone, so that a file can differ from another one of the same table in its counts and in nothing else.
 */
export function* cellPrefixes(domain: Domain, table: Table): Generator<string, void> {
	const axes = tableAttributes(domain, table).map(({ codes }) => codes);
	const regions = tableRegions(domain, table);
	if (regions !== null) axes.unshift(regions.map((node) => domain.region!.tree.regions[node]!.code));
	yield* joined(axes.map((codes) => codes.map((code) => `${csvField(code)},`)));
}

/** Every combination of one text from each axis, the last axis varying fastest. */
function* joined(axes: readonly (readonly string[])[]): Generator<string, void> {
	const at = axes.map(() => 0);
	const upTo = ['', ...axes.map(() => '')];
	let changed = 0;
	while (changed >= 0) {
		for (let i = changed; i < axes.length; i++) upTo[i + 1] = upTo[i]! + axes[i]![at[i]!]!;
		yield upTo[axes.length]!;
		changed = axes.length - 1;
		while (changed >= 0 && ++at[changed]! === axes[changed]!.length) at[changed--] = 0;
	}
}
