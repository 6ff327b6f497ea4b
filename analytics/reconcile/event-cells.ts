import { catalogue, definitions } from '../contract/catalogue.ts';
import type { Attribute, Domain } from '../contract/domain.ts';
import type { EventAgeCells, EventPathCells, NoisyCounts } from '../contract/early-warning.ts';
import { UNKNOWN } from '../contract/region-tree.ts';
import type { IndicatorSpec } from '../contract/spec.ts';
import type { Combination, Estimates } from './estimates.ts';
import { regionAt } from './group.ts';

/** Months since an event, and last the units that it did not happen to: the groups that are compared. */
const WINDOWS = ['0-11', '12-23', '24-35', 'none'];
const AGE = 'age';

/** Counts of each region, where the tables have them. */
type Counts = readonly { readonly region: string; readonly counts: NoisyCounts }[];

/**
 * For each indicator and life event that a table has by age: the counts by which ages are made alike, in every region that
 * the table reaches. Made one by one, since the covariances of all together are large.
 */
export function* eventAgeCells(
	domain: Domain,
	estimates: Estimates,
	indicators: readonly IndicatorSpec[]
): Generator<EventAgeCells> {
	const age = attributeOf(domain, AGE);
	if (age === undefined) return;
	const ages = age.codes.filter((code) => code !== UNKNOWN);
	for (const { indicator, event } of pairs(domain, indicators)) {
		const state = attributeOf(domain, indicator.attribute)!;
		const of = indicator.of ?? state.codes.filter((code) => code !== UNKNOWN);
		const wanted = WINDOWS.flatMap((window) =>
			ages.flatMap((age) => [indicator.is, of].map((is) => [[window], [age], is]))
		);
		for (const { region, counts } of countsOf(domain, estimates, [event, age, state], wanted))
			yield { indicator: indicator.id, region, event: event.name, windows: WINDOWS, ages, counts };
	}
}

/** For each indicator and life event that a table has by the indicator's path: the counts of an event study. */
export function* eventPathCells(
	domain: Domain,
	estimates: Estimates,
	indicators: readonly IndicatorSpec[]
): Generator<EventPathCells> {
	for (const { indicator, event } of pairs(domain, indicators)) {
		const path = pathOf(domain, indicator);
		if (path === undefined) continue;
		const paths = path.codes.filter((code) => code !== UNKNOWN);
		const wanted = WINDOWS.flatMap((window) => paths.map((path) => [[window], [path]]));
		for (const { region, counts } of countsOf(domain, estimates, [event, path], wanted))
			yield { indicator: indicator.id, region, event: event.name, windows: WINDOWS, paths, counts };
	}
}

/** Indicators with each life event that they are broken down by. */
export function pairs(
	domain: Domain,
	indicators: readonly IndicatorSpec[]
): { indicator: IndicatorSpec; event: Attribute }[] {
	return indicators.flatMap((indicator) =>
		(indicator.groups ?? []).flatMap((name) => {
			const event = attributeOf(domain, name);
			if (event === undefined || !isEvent(event)) return [];
			return [{ indicator, event }];
		})
	);
}

export function isEvent({ codes, rule }: Attribute): boolean {
	return (
		rule.kind === 'codes' &&
		definitions.events.some(({ column }) => column === rule.column) &&
		WINDOWS.every((window) => codes.includes(window))
	);
}

/** The attribute that tells the path of what the catalogue knows by the indicator's id. */
function pathOf({ attributes }: Domain, { id }: IndicatorSpec): Attribute | undefined {
	const known = catalogue.find((indicator) => indicator.id === id);
	return attributes.find(
		({ rule }) => known !== undefined && 'column' in rule && rule.column === `${known.column}_path`
	);
}

export function attributeOf({ attributes }: Domain, name: string): Attribute | undefined {
	return attributes.find((attribute) => attribute.name === name);
}

/**
 * Counts with their covariance, in every region that a table by these attributes reaches; none without such a table.
 * @param wanted for each count the codes that it takes in, by attribute
 */
function countsOf(
	domain: Domain,
	estimates: Estimates,
	by: readonly Attribute[],
	wanted: readonly (readonly (readonly string[])[])[]
): Counts {
	const names = by.map(({ name }) => name);
	const combinations: Combination[] = [];
	for (const codes of wanted) {
		const combination = estimates.combination(names, marks(by, codes));
		if (combination === null) return [];
		combinations.push(combination);
	}
	const nodes = Math.min(...combinations.map((combination) => combination.nodes));
	const values = combinations.map((combination) => estimates.values(combination));
	const covariance = covariances(estimates, combinations, nodes);
	return Array.from({ length: nodes }, (_, v) => ({
		region: regionAt(domain, v),
		counts: { values: Float64Array.from(values, (of) => of[v]!), covariance: covariance[v]! }
	})).filter(({ region }) => region !== UNKNOWN);
}

/** By node: the covariance matrix of the combinations. */
function covariances(estimates: Estimates, combinations: readonly Combination[], nodes: number): Float64Array[] {
	const n = combinations.length;
	const matrices = Array.from({ length: nodes }, () => new Float64Array(n * n));
	for (const [i, one] of combinations.entries()) {
		for (let j = 0; j <= i; j++) {
			const between = estimates.covariances(one, combinations[j]!);
			for (const [v, matrix] of matrices.entries()) matrix[i * n + j] = matrix[j * n + i] = between[v]!;
		}
	}
	return matrices;
}

/** 1 for each cell whose codes are all taken in: row-major, the last attribute fastest. */
export function marks(by: readonly Attribute[], codes: readonly (readonly string[])[]): Float64Array {
	return Float64Array.from(
		by.reduce(
			(rows, { codes: all }, a) => rows.flatMap((row) => all.map((code) => (codes[a]!.includes(code) ? row : 0))),
			[1]
		)
	);
}
