import { regionTreeOf, type Attribute, type Domain } from '../contract/domain.ts';
import { InputError } from '../errors.ts';
import type { Combination, Estimates } from './estimates.ts';

/** The units that a figure is about: those with one code of an attribute, or all of them (two empty strings). */
export interface Group {
	readonly attribute: string;
	readonly code: string;
	/** The attribute, if any, and 1 for each code that belongs. */
	readonly by: readonly string[];
	readonly marks: readonly number[];
}

/**
 * All units together, and then each code of each attribute.
 * @param what the figure that asks, for messages: "Indicator poverty"
 * @throws InputError for an attribute that the release does not have
 */
export function groupsOf(domain: Domain, attributes: readonly string[], what: string): Group[] {
	const groups = attributes.flatMap((name) => {
		const { codes } = attributeOf(domain, name, what);
		return codes.map((code): Group => {
			const marks = codes.map((other) => (other === code ? 1 : 0));
			return { attribute: name, code, by: [name], marks };
		});
	});
	return [{ attribute: '', code: '', by: [], marks: [1] }, ...groups];
}

export function attributeOf(domain: Domain, name: string, what: string): Attribute {
	const attribute = domain.attributes.find((a) => a.name === name);
	if (attribute === undefined)
		throw new InputError(`${what} names the attribute ${name}, which the release does not have.`);
	return attribute;
}

/**
 * A weighted sum over the codes of one attribute, within a group.
 * @param attribute null: one weight for everyone in the group
 * @param sum an amount that is added up; absent: units are counted
 * @throws InputError when no table measures it
 */
export function combinationWithin(
	estimates: Estimates,
	group: Group,
	attribute: string | null,
	weights: readonly number[],
	what: string,
	sum?: string
): Combination {
	const by = attribute === null ? group.by : [...group.by, attribute];
	const combination = estimates.combination(
		by,
		Float64Array.from(group.marks.flatMap((m) => weights.map((w) => m * w))),
		sum
	);
	if (combination !== null) return combination;
	const table = [sum === undefined ? [] : [`of the sum of ${sum}`], by.length === 0 ? [] : [`by ${by.join(' and ')}`]];
	throw new InputError(
		`${what} needs a table ${table.flat().join(' ')}, which the release does not have; add one to the specification.`
	);
}

/** Code of the region at a node of the estimates. */
export function regionAt(domain: Domain, node: number): string {
	return regionTreeOf(domain).regions[node]!.code;
}
