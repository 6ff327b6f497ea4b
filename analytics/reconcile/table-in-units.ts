import { centreOf, tableAmount, tableAttributes, type Domain, type Table } from '../contract/domain.ts';
import { countOf } from '../plan/changes.ts';
import type { Estimates } from './estimates.ts';
import type { TableEstimate } from './measured-table.ts';

/**
 * The estimates of a table in the unit that people expect: counts as they are, and sums as sums of the amount itself, which
 * are its differences from the centre + centre x count. The noise of sums and of counts is drawn apart, so variances add up.
 * @throws RangeError when a sum has no count table of the same cells; a specification with one is refused
 */
export function tableInUnits(domain: Domain, estimates: Estimates, table: Table): TableEstimate {
	const made = estimates.table(table.id);
	const amount = tableAmount(domain, table);
	if (amount === null) return made;
	const centre = centreOf(amount);
	const place = countOf(domain, table);
	if (place === null) throw new RangeError(`table ${table.id} has no count table of the same cells`);
	const counts = domain.tables[place]!;
	const count = estimates.table(counts.id);
	const places = placesIn(domain, counts, table);
	for (let i = 0; i < made.estimate.length; i++) {
		const region = i - (i % places.length);
		const cell = region + places[i - region]!;
		made.estimate[i]! += centre * count.estimate[cell]!;
		made.variance[i]! += centre * centre * count.variance[cell]!;
	}
	return made;
}

/** For each cell of a table within a region: its place in a table of the same attributes in another order. */
function placesIn(domain: Domain, other: Table, table: Table): number[] {
	const strides = new Map<string, number>();
	let stride = 1;
	for (const { name, codes } of tableAttributes(domain, other).toReversed()) {
		strides.set(name, stride);
		stride *= codes.length;
	}
	let places = [0];
	for (const { name, codes } of tableAttributes(domain, table))
		places = places.flatMap((place) => codes.map((_, code) => place + code * strides.get(name)!));
	return places;
}
