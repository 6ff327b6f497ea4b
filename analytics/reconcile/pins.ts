import type { Domain } from '../contract/domain.ts';
import { InputError } from '../errors.ts';
import { attributeNumbers, attributesOf, choices, type Closure } from '../plan/components.ts';
import { Spread } from './spread.ts';

/** A public total that the estimates must agree with exactly. */
export interface Pin {
	/** Region code; null for the whole domain. */
	readonly region: string | null;
	/** Attribute -> code; empty for all units of the region. */
	readonly cells: Readonly<Record<string, string>>;
	readonly value: number;
	/** Where it was given, such as file and line; for messages. */
	readonly place?: string;
}

/** For each component: node -> its known values. */
export type PinnedComponents = readonly ReadonlyMap<number, Float64Array>[];

/** All pins of one node by one set of attributes. */
interface Group {
	readonly node: number;
	readonly where: string;
	/** Ascending. */
	readonly attributes: readonly number[];
	readonly values: Float64Array;
	readonly given: Uint8Array;
}

/**
 * Splits pins into components. A component is known as a whole or not at all, so the pins of a region by some attributes
 * must name every combination of their codes.
 * @throws InputError for an unknown region, attribute or code, and for pins that cannot be honoured, saying why
 */
export function pinComponents(domain: Domain, closure: Closure, pins: readonly Pin[]): PinnedComponents {
	const known = closure.components.map(() => new Map<number, Float64Array>());
	for (const group of groups(domain, closure, pins)) {
		const missing = group.given.reduce((n, given) => n - given, group.given.length);
		if (missing > 0)
			throw new InputError(
				`The pins of ${group.where} by ${names(domain, group.attributes)} leave out ${missing} of ${group.given.length} combinations; ` +
					'pin every combination, or only the total of the region.'
			);
		const spread = new Spread(domain, group.attributes);
		const block = spread.buffer();
		spread.forward(group.values, 0, block);
		for (const attributes of choices(domain, group.attributes).map(attributesOf)) {
			const b = closure.place(attributes, null);
			if (b === undefined) continue;
			const values = Float64Array.from(spread.placesOf(attributes), (place) => block[place]!);
			const before = known[b]!.get(group.node);
			if (before !== undefined && before.some((x, i) => Math.abs(x - values[i]!) > 1e-6 * Math.max(1, Math.abs(x))))
				throw new InputError(`The pins of ${group.where} contradict each other; make their totals agree.`);
			known[b]!.set(group.node, values);
		}
	}
	return known;
}

function groups(domain: Domain, closure: Closure, pins: readonly Pin[]): Iterable<Group> {
	const made = new Map<string, Group>();
	for (const pin of pins) {
		const node = nodeOf(domain, closure, pin.region);
		const where = pin.region === null ? 'the whole domain' : `region ${pin.region}`;
		const attributes = attributeNumbers(domain, Object.keys(pin.cells), `A pin of ${where}`);
		if (!Number.isFinite(pin.value)) throw new InputError(`A pin of ${where} has a value that is not a number.`);
		const key = `${node}:${attributes.join()}`;
		const size = attributes.reduce((n, i) => n * domain.attributes[i]!.codes.length, 1);
		const group = made.get(key) ?? {
			node,
			where,
			attributes,
			values: new Float64Array(size),
			given: new Uint8Array(size)
		};
		made.set(key, group);
		const cell = cellOf(domain, attributes, pin, where);
		if (group.given[cell] === 1)
			throw new InputError(
				`${pin.place === undefined ? '' : `${pin.place}: `}a cell of ${where} is pinned twice; keep one of the two.`
			);
		group.given[cell] = 1;
		group.values[cell] = pin.value;
	}
	return made.values();
}

function nodeOf(domain: Domain, closure: Closure, code: string | null): number {
	const tree = domain.region?.tree ?? null;
	const node = code === null ? 0 : tree?.find(code);
	if (node === undefined)
		throw new InputError(`A pin names the region ${code}, which is not in the region tree of the release.`);
	if (tree !== null && tree.depth[node]! > closure.components[0]!.reach)
		throw new InputError(
			`A pin names the region ${code}, but no table of the release goes down to the level ${tree.regions[node]!.level}.`
		);
	return node;
}

function cellOf(domain: Domain, attributes: readonly number[], pin: Pin, where: string): number {
	return attributes.reduce((cell, i) => {
		const { name, codes } = domain.attributes[i]!;
		const code = codes.indexOf(pin.cells[name]!);
		if (code < 0)
			throw new InputError(
				`A pin of ${where} names the code ${pin.cells[name]}, which the attribute ${name} does not have.`
			);
		return cell * codes.length + code;
	}, 0);
}

function names(domain: Domain, attributes: readonly number[]): string {
	return attributes.map((i) => domain.attributes[i]!.name).join(', ');
}
