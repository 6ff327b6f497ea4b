import type { Attribute, Domain } from '../contract/domain.ts';
import type { Figure } from '../contract/figure.ts';
import { UNKNOWN } from '../contract/region-tree.ts';
import type { IndicatorSpec } from '../contract/spec.ts';
import { InputError } from '../errors.ts';
import type { Estimates } from './estimates.ts';
import { attributeOf, combinationWithin, groupsOf, regionAt, type Group } from './group.ts';
import { countPairs, shareOf } from './share.ts';

/**
 * The share of each indicator in every region that the tables reach, in total and by each code of its groups.
 * @throws InputError for an indicator whose attribute, codes or groups no table measures
 */
export function figures(domain: Domain, estimates: Estimates, indicators: readonly IndicatorSpec[]): Figure[] {
	return indicators.flatMap((indicator) => {
		const attribute = attributeOf(domain, indicator.attribute, named(indicator));
		const of = indicator.of ?? attribute.codes.filter((code) => code !== UNKNOWN);
		const marks = { is: marked(attribute, indicator.is, indicator), of: marked(attribute, of, indicator) };
		return groupsOf(domain, indicator.groups ?? [], named(indicator)).flatMap((group) =>
			breakdown(domain, estimates, indicator, marks, group)
		);
	});
}

/** 1 for each code of the indicator's attribute that counts in the numerator, and in the denominator. */
interface Marks {
	readonly is: readonly number[];
	readonly of: readonly number[];
}

/** The figures of one indicator in all regions, for one group. */
function breakdown(
	domain: Domain,
	estimates: Estimates,
	indicator: IndicatorSpec,
	marks: Marks,
	group: Group
): Figure[] {
	const numerator = combinationWithin(estimates, group, indicator.attribute, marks.is, named(indicator));
	const denominator = combinationWithin(estimates, group, indicator.attribute, marks.of, named(indicator));
	return countPairs(estimates, numerator, denominator).map((pair, v) => ({
		indicator: indicator.id,
		region: regionAt(domain, v),
		attribute: group.attribute,
		code: group.code,
		numerator: pair.numerator,
		numeratorSe: Math.sqrt(pair.numeratorVariance),
		denominator: pair.denominator,
		denominatorSe: Math.sqrt(pair.denominatorVariance),
		...shareOf(pair)
	}));
}

function named({ id }: IndicatorSpec): string {
	return `Indicator ${id}`;
}

function marked(attribute: Attribute, codes: readonly string[], indicator: IndicatorSpec): number[] {
	const unknown = codes.find((code) => !attribute.codes.includes(code));
	if (unknown !== undefined)
		throw new InputError(
			`Indicator ${indicator.id} names the code ${unknown}, which the attribute ${attribute.name} does not have.`
		);
	return attribute.codes.map((code) => (codes.includes(code) ? 1 : 0));
}
