import type { Amount, Domain } from '../../contract/domain.ts';
import type { StatisticSpec } from '../../contract/spec.ts';
import { InputError } from '../../errors.ts';
import type { Estimates } from '../estimates.ts';
import { attributeOf, combinationWithin, groupsOf, regionAt, type Group } from '../group.ts';
import { countPairs, ratioOf, type Ratio } from '../share.ts';
import { gapOf, shortfalls } from './gap.ts';
import { meanOf } from './mean.ts';
import { quantileOf } from './quantile.ts';
import type { Said, Statistic } from './statistic.ts';

/**
 * Each statistic in every region that the tables reach, in total and by each code of its groups; in a series, of each period.
 * Units with an unknown value, such as one below the first bin, are left out of quantiles and gaps; a mean is over all units.
 * @throws InputError for a statistic whose attribute, amount or groups no table measures
 */
export function statistics(domain: Domain, estimates: Estimates, specs: readonly StatisticSpec[]): Statistic[] {
	if (domain.series === undefined) return specs.flatMap((spec) => ofOnePeriod(domain, estimates, spec));
	const periods = domain.series.attribute;
	const twice = specs.find(({ groups }) => groups?.includes(periods));
	if (twice !== undefined)
		throw new InputError(
			`${named(twice)} has ${periods} in its groups, but is given for each period anyway; leave it out.`
		);
	const { codes } = attributeOf(domain, periods, 'The series');
	return specs.flatMap((spec) =>
		codes.flatMap((period, t) => ofOnePeriod(domain, estimates.at(t), spec).map((row) => ({ ...row, period })))
	);
}

function ofOnePeriod(domain: Domain, estimates: Estimates, spec: StatisticSpec): Statistic[] {
	const says = sayer(domain, estimates, spec);
	return groupsOf(domain, spec.groups ?? [], named(spec)).flatMap((group) =>
		says(group).map((said, v) => ({
			statistic: spec.id,
			region: regionAt(domain, v),
			attribute: group.attribute,
			code: group.code,
			...said
		}))
	);
}

/** For a group: what is said of each node. */
type Sayer = (group: Group) => Said[];

function sayer(domain: Domain, estimates: Estimates, spec: StatisticSpec): Sayer {
	if ('quantile' in spec) return quantiles(domain, estimates, spec);
	if ('gap' in spec) return gaps(domain, estimates, spec);
	return means(domain, estimates, spec);
}

function quantiles(domain: Domain, estimates: Estimates, spec: Extract<StatisticSpec, { quantile: number }>): Sayer {
	const { of, quantile: q } = spec;
	const edges = edgesOf(domain, of, spec);
	return (group) => {
		const counted = (weights: readonly number[]) =>
			combinationWithin(estimates, group, of, [...weights, 0], named(spec));
		const all = counted(edges.map(() => 1));
		const contrasts = edges.map((_, edge) => counted(edges.map((_, bin) => (bin < edge ? 1 - q : -q))));
		const units = estimates.values(all);
		const unitsVariance = estimates.covariances(all, all);
		const values = contrasts.map((contrast) => estimates.values(contrast));
		const variances = contrasts.map((contrast) => estimates.covariances(contrast, contrast));
		return Array.from(units, (_, v) =>
			quantileOf({
				edges,
				q,
				units: units[v]!,
				unitsVariance: unitsVariance[v]!,
				contrast: values.map((value) => value[v]!),
				variance: variances.map((variance) => variance[v]!)
			})
		);
	};
}

function gaps(domain: Domain, estimates: Estimates, spec: Extract<StatisticSpec, { gap: number }>): Sayer {
	const { of, gap: line } = spec;
	const edges = edgesOf(domain, of, spec);
	if (!(edges[0]! < line && line <= edges.at(-1)!))
		throw new InputError(
			`${named(spec)} needs a line above the first bound of the bins of ${of} (${edges[0]}) and at most the last (${edges.at(-1)}).`
		);
	const { least, even, most } = shortfalls(edges, line);
	return (group) => {
		const counted = (weights: readonly number[]) =>
			combinationWithin(estimates, group, of, [...weights, 0], named(spec));
		const all = counted(edges.map(() => 1));
		const [low, middle, high] = [least, even, most].map((weights) =>
			countPairs(estimates, counted(weights), all).map(ratioOf)
		) as [Ratios, Ratios, Ratios];
		return middle.map((ratio, v) => gapOf(low[v]!, ratio, high[v]!, most[0]!));
	};
}

type Ratios = (Ratio | null)[];

function means(domain: Domain, estimates: Estimates, spec: Extract<StatisticSpec, { mean: string }>): Sayer {
	const amount = amountOf(domain, spec.mean, spec);
	return (group) => {
		// The noise of sums and of counts is drawn apart, so their covariance is 0.
		const sum = combinationWithin(estimates, group, null, [1], named(spec), amount.name);
		const count = combinationWithin(estimates, group, null, [1], named(spec));
		return countPairs(estimates, sum, count).map((pair) => meanOf(ratioOf(pair), amount));
	};
}

/** Bounds of the value bins of an attribute, whose last code, "unknown", has none. */
function edgesOf(domain: Domain, name: string, spec: StatisticSpec): readonly number[] {
	const { rule } = attributeOf(domain, name, named(spec));
	if (rule.kind === 'bins') return rule.edges;
	throw new InputError(`${named(spec)} needs an attribute with bins; ${name} has none.`);
}

function amountOf(domain: Domain, name: string, spec: StatisticSpec): Amount {
	const amount = domain.amounts?.find((a) => a.name === name);
	if (amount !== undefined) return amount;
	throw new InputError(`${named(spec)} names the amount ${name}, which the release does not have.`);
}

function named({ id }: StatisticSpec): string {
	return `Statistic ${id}`;
}
