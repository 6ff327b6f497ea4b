import type { Domain } from '../contract/domain.ts';

/**
 * One attribute as a step of its axis. An attribute and the groups made of it share an axis: 48 value bins, their 12 groups
 * of four and the 3 groups of those are the steps 3, 12 and 48.
 */
export interface Step {
	/** Number of the attribute in `domain.attributes`. */
	readonly attribute: number;
	/** Number of the attribute with the finest codes of the axis. */
	readonly base: number;
	/** Number of codes. */
	readonly size: number;
	/** Number of codes of the step before: 1, all codes together, for the first. */
	readonly before: number;
}

/** The steps of an attribute's axis from the coarsest to the attribute itself. */
export function axisSteps(domain: Domain, attribute: number): Step[] {
	const base = baseOf(domain, attribute);
	const limit = sizeOf(domain, attribute);
	const members = domain.attributes
		.map((_, number) => number)
		.filter((number) => baseOf(domain, number) === base && sizeOf(domain, number) <= limit)
		.sort((a, b) => sizeOf(domain, a) - sizeOf(domain, b));
	return members.map((number, i) => ({
		attribute: number,
		base,
		size: sizeOf(domain, number),
		before: i === 0 ? 1 : sizeOf(domain, members[i - 1]!)
	}));
}

/** The attribute as the last of its axis' steps. */
export function stepOf(domain: Domain, attribute: number): Step {
	return axisSteps(domain, attribute).at(-1)!;
}

function baseOf(domain: Domain, attribute: number): number {
	const { rule } = domain.attributes[attribute]!;
	if (rule.kind !== 'groups') return attribute;
	const of = domain.attributes.findIndex(({ name }) => name === rule.of);
	if (of < 0) throw new RangeError(`attribute ${domain.attributes[attribute]!.name} groups an unknown attribute`);
	return baseOf(domain, of);
}

function sizeOf(domain: Domain, attribute: number): number {
	return domain.attributes[attribute]!.codes.length;
}
