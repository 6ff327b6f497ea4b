import type { Domain, Table } from '../contract/domain.ts';
import { QUARTERS } from '../contract/quarters.ts';
import type { Spec, StatisticSpec } from '../contract/spec.ts';
import type { Fail } from './fail.ts';

/** Each indicator must be told from tables of the release. */
export function checkIndicators(spec: Spec, domain: Domain, fail: Fail): void {
	checkQuarters(spec, domain, fail);
	spec.indicators?.forEach((indicator, i) => {
		const place = `indicators[${i}]`;
		const attribute =
			domain.attributes.find((a) => a.name === indicator.attribute) ??
			fail(`${place}.attribute`, `${indicator.attribute} is not a coded attribute of this specification`);
		for (const key of ['is', 'of'] as const)
			for (const code of indicator[key] ?? [])
				if (!attribute.codes.includes(code)) fail(`${place}.${key}`, `${code} is not a code of ${attribute.name}`);
		if (attribute.name === domain.series?.attribute)
			fail(`${place}.attribute`, `${attribute.name} holds the periods of the series; name another`);
		const tables = domain.tables.filter(({ by }) => by.includes(attribute.name));
		if (tables.length === 0) fail(place, `no table has ${attribute.name}`);
		checkGroups(domain, tables, indicator.groups ?? [], attribute.name, place, fail);
	});
}

/** The indicators of a release have the same periods: all of them quarters, or none. */
function checkQuarters({ indicators = [] }: Spec, domain: Domain, fail: Fail): void {
	const quarterly = indicators.filter(({ per }) => per === 'quarter');
	if (quarterly.length === 0) return;
	if (domain.series !== undefined) fail('indicators', 'a series has periods already; leave per out');
	indicators.forEach(({ per, is }, i) => {
		if (per === undefined) fail(`indicators[${i}].per`, 'others are told per quarter; give it to all or to none');
		if (is.length !== QUARTERS)
			fail(`indicators[${i}].is`, 'per: quarter needs four codes, one for each quarter in order');
	});
}

/** Quantiles and gaps come from a table of value bins, means from a table of sums. */
export function checkStatistics(spec: Spec, domain: Domain, fail: Fail): void {
	spec.statistics?.forEach((statistic, i) => {
		const place = `statistics[${i}]`;
		const { tables, what } = 'mean' in statistic ? summed(statistic.mean) : binned(statistic);
		if (tables.length === 0) fail(place, `no table has ${what}`);
		checkGroups(domain, tables, statistic.groups ?? [], what, place, fail);

		function summed(amount: string): Told {
			if (domain.amounts?.some(({ name }) => name === amount) !== true)
				fail(`${place}.mean`, `${amount} is not an amount of this specification`);
			return { tables: domain.tables.filter(({ sum }) => sum === amount), what: `the sum of ${amount}` };
		}

		function binned(asked: Exclude<StatisticSpec, { mean: string }>): Told {
			const { of } = asked;
			const rule = domain.attributes.find(({ name }) => name === of)?.rule;
			if (rule?.kind !== 'bins') return fail(`${place}.of`, `${of} is not an attribute with bins`);
			const [first = 0, last = 0] = [rule.edges[0], rule.edges.at(-1)];
			if ('gap' in asked && !(first < asked.gap && asked.gap <= last))
				fail(
					`${place}.gap`,
					`the line must lie above the first bound of ${of}, ${first}, and at most at the last, ${last}`
				);
			return { tables: domain.tables.filter(({ by }) => by.includes(of)), what: of };
		}
	});
}

/** The tables that a statistic can be told from, and what it needs of them, in words. */
interface Told {
	readonly tables: readonly Table[];
	readonly what: string;
}

/** A figure by groups needs a table that has them too; in a series the periods are its groups. */
function checkGroups(
	{ series }: Domain,
	tables: readonly Table[],
	groups: readonly string[],
	what: string,
	place: string,
	fail: Fail
): void {
	for (const group of groups) {
		if (group === what) fail(`${place}.groups`, `${group} is what is told; name another attribute`);
		if (series !== undefined && group !== series.attribute)
			fail(`${place}.groups`, `in a series figures are told by period, ${series.attribute}; leave groups out`);
		if (!tables.some(({ by }) => by.includes(group))) fail(`${place}.groups`, `no table has both ${what} and ${group}`);
	}
}
