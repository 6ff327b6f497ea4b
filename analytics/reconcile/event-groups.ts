import { catalogue } from '../contract/catalogue.ts';
import type { Attribute, Domain } from '../contract/domain.ts';
import type { EventGroupFigure } from '../contract/early-warning.ts';
import { UNKNOWN } from '../contract/region-tree.ts';
import type { IndicatorSpec } from '../contract/spec.ts';
import type { Estimates } from './estimates.ts';
import { attributeOf, isEvent, marks, pairs } from './event-cells.ts';
import { regionAt } from './group.ts';
import { countPairs, shareOf } from './share.ts';

/** Months since an event that may still be a reason to reach out. */
const SINCE = ['0-11', '12-23', '24-35'];

/** An attribute by which an indicator can be counted: the codes that count, and those that they are a part of. */
interface State {
	readonly attribute: Attribute;
	readonly is: readonly string[];
	readonly of: readonly string[];
}

/**
 * For each indicator and life event that a table crosses with a group, such as age: the share in every region that the table
 * reaches, by code of the group and time since the event. Withheld as any other figure.
 */
export function eventGroupFigures(
	domain: Domain,
	estimates: Estimates,
	indicators: readonly IndicatorSpec[]
): EventGroupFigure[] {
	return pairs(domain, indicators).flatMap(({ indicator, event }) => {
		for (const state of statesOf(domain, indicator)) {
			const groups = crossedWith(domain, event, state.attribute);
			if (groups.length > 0)
				return groups.flatMap((group) => crossed(domain, estimates, { indicator, event, state, group }));
		}
		return [];
	});
}

/** The shortest first: a plain yes or no adds up fewer noisy counts than the changes that an indicator is made of. */
function statesOf(domain: Domain, indicator: IndicatorSpec): State[] {
	const attribute = attributeOf(domain, indicator.attribute)!;
	const of = indicator.of ?? attribute.codes.filter((code) => code !== UNKNOWN);
	const column = catalogue.find(({ id }) => id === indicator.id)?.column;
	const plain = domain.attributes.filter(
		({ rule, codes }) =>
			rule.kind === 'codes' && rule.column === column && [...codes].sort().join() === ['no', UNKNOWN, 'yes'].join()
	);
	return [
		...plain.map((own) => ({ attribute: own, is: ['yes'], of: ['yes', 'no'] })),
		{ attribute, is: indicator.is, of }
	];
}

/** Attributes that a table holds beside an event and a state. */
function crossedWith(domain: Domain, event: Attribute, state: Attribute): Attribute[] {
	const names = domain.tables.flatMap(({ by }) =>
		by.length === 3 && by.includes(event.name) && by.includes(state.name)
			? by.filter((name) => name !== event.name && name !== state.name)
			: []
	);
	return [...new Set(names)].map((name) => attributeOf(domain, name)!).filter((attribute) => !isEvent(attribute));
}

interface Crossing {
	readonly indicator: IndicatorSpec;
	readonly event: Attribute;
	readonly state: State;
	readonly group: Attribute;
}

function crossed(
	domain: Domain,
	estimates: Estimates,
	{ indicator, event, state, group }: Crossing
): EventGroupFigure[] {
	const by = [event, group, state.attribute];
	const combination = (since: string, code: string, counted: readonly string[]) =>
		estimates.combination(
			by.map(({ name }) => name),
			marks(by, [[since], [code], counted])
		)!;
	return SINCE.flatMap((since) =>
		group.codes
			.filter((code) => code !== UNKNOWN)
			.flatMap((code) =>
				countPairs(estimates, combination(since, code, state.is), combination(since, code, state.of)).map(
					(pair, v) => ({
						indicator: indicator.id,
						region: regionAt(domain, v),
						attribute: group.name,
						code,
						event: event.name,
						since,
						numerator: pair.numerator,
						numeratorSe: Math.sqrt(pair.numeratorVariance),
						denominator: pair.denominator,
						denominatorSe: Math.sqrt(pair.denominatorVariance),
						covariance: pair.covariance,
						...shareOf(pair)
					})
				)
			)
	).filter(({ region }) => region !== UNKNOWN);
}
