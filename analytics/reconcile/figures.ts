import type { Attribute, Domain } from '../contract/domain.ts';
import type { Figure } from '../contract/figure.ts';
import { UNKNOWN } from '../contract/region-tree.ts';
import type { IndicatorSpec } from '../contract/spec.ts';
import { InputError } from '../errors.ts';
import type { Combination, Estimates } from './estimates.ts';
import { shareOf } from './share.ts';

/** Region code of the figures of a release without a region tree. */
export const WHOLE_DOMAIN = 'total';

/**
 * The share of each indicator in every region that the tables reach, in total and by each code of its groups.
 * @throws InputError for an indicator whose attribute, codes or groups no table measures
 */
export function figures(domain: Domain, estimates: Estimates, indicators: readonly IndicatorSpec[]): Figure[] {
	return indicators.flatMap((indicator) => {
		const attribute = attributeOf(domain, indicator.attribute, indicator);
		const of = indicator.of ?? attribute.codes.filter((code) => code !== UNKNOWN);
		const marks = { is: marked(attribute, indicator.is, indicator), of: marked(attribute, of, indicator) };
		const total = breakdown(domain, estimates, indicator, marks, null, '');
		const groups = (indicator.groups ?? []).flatMap((name) => {
			const group = attributeOf(domain, name, indicator);
			return group.codes.flatMap((code) => breakdown(domain, estimates, indicator, marks, group, code));
		});
		return [...total, ...groups];
	});
}

/** 1 for each code of the indicator's attribute that counts in the numerator, and in the denominator. */
interface Marks {
	readonly is: readonly number[];
	readonly of: readonly number[];
}

/** The figures of one indicator in all regions, for one code of a group, or for all units together (`group` null). */
function breakdown(
	domain: Domain,
	estimates: Estimates,
	indicator: IndicatorSpec,
	marks: Marks,
	group: Attribute | null,
	code: string
): Figure[] {
	const numerator = counted(estimates, indicator, marks.is, group, code);
	const denominator = counted(estimates, indicator, marks.of, group, code);
	const n = estimates.values(numerator);
	const d = estimates.values(denominator);
	const numeratorVariance = estimates.covariances(numerator, numerator);
	const denominatorVariance = estimates.covariances(denominator, denominator);
	const covariance = estimates.covariances(numerator, denominator);
	return Array.from(covariance, (_, v) => {
		const share = shareOf({
			numerator: n[v]!,
			denominator: d[v]!,
			numeratorVariance: numeratorVariance[v]!,
			denominatorVariance: denominatorVariance[v]!,
			covariance: covariance[v]!
		});
		return {
			indicator: indicator.id,
			region: domain.region?.tree.regions[v]?.code ?? WHOLE_DOMAIN,
			attribute: group?.name ?? '',
			code,
			numerator: n[v]!,
			numeratorSe: Math.sqrt(numeratorVariance[v]!),
			denominator: d[v]!,
			denominatorSe: Math.sqrt(denominatorVariance[v]!),
			...share
		};
	});
}

/** The number of units with a marked code, in one code of the group. */
function counted(
	estimates: Estimates,
	indicator: IndicatorSpec,
	marks: readonly number[],
	group: Attribute | null,
	code: string
): Combination {
	const by = group === null ? [indicator.attribute] : [group.name, indicator.attribute];
	const groupMarks = group === null ? [1] : group.codes.map((c) => (c === code ? 1 : 0));
	const weights = Float64Array.from(groupMarks.flatMap((g) => marks.map((m) => g * m)));
	const combination = estimates.combination(by, weights);
	if (combination === null)
		throw new InputError(
			`Indicator ${indicator.id} needs a table by ${by.join(' and ')}, which the release does not have; add one to the specification.`
		);
	return combination;
}

function attributeOf(domain: Domain, name: string, indicator: IndicatorSpec): Attribute {
	const attribute = domain.attributes.find((a) => a.name === name);
	if (attribute === undefined)
		throw new InputError(`Indicator ${indicator.id} names the attribute ${name}, which the release does not have.`);
	return attribute;
}

function marked(attribute: Attribute, codes: readonly string[], indicator: IndicatorSpec): number[] {
	const unknown = codes.find((code) => !attribute.codes.includes(code));
	if (unknown !== undefined)
		throw new InputError(
			`Indicator ${indicator.id} names the code ${unknown}, which the attribute ${attribute.name} does not have.`
		);
	return attribute.codes.map((code) => (codes.includes(code) ? 1 : 0));
}
