import { centreOf, reachOf, tableAmount, type Domain, type Table } from '../contract/domain.ts';
import { InputError } from '../errors.ts';

/** No population that is measured has more units; public, so that sums are known to fit before a record is read. */
export const MOST_UNITS = 20_000_000;
/** Sums, which the engine keeps within this, and noise both stay exact, and so does what is made of the two. */
const LARGEST = 2 ** 52;
/** A draw beyond this many standard deviations has probability below 1e-880. */
const FARTHEST_DRAW = 64;

/** What one row changes at most in one cell of a table: 1 in a count, and the reach of the amount in a sum. */
export function reachOfTable(domain: Domain, table: Table): number {
	const amount = tableAmount(domain, table);
	return amount === null ? 1 : reachOf(amount);
}

/** What a count is multiplied by to make a sum of differences the sum itself; 0 for a count. */
export function centreOfTable(domain: Domain, table: Table): number {
	const amount = tableAmount(domain, table);
	return amount === null ? 0 : centreOf(amount);
}

/** Place of the count table of the same cells as a sum; null for a count. */
export function countOf({ tables }: Domain, table: Table): number | null {
	if (table.sum === undefined) return null;
	const cells = ({ level, by }: Table) => `${level ?? ''} ${[...by].sort().join(' ')}`;
	const place = tables.findIndex((other) => other.sum === undefined && cells(other) === cells(table));
	return place < 0 ? null : place;
}

/**
 * Every number of a release must fit in 52 bits, from public constants alone: all units in one cell, and noise.
 * @param weight the sum of the absolute weights that one measured number gives to the periods of a series; else 1
 * @throws InputError saying what would make it fit
 */
export function requireExactNumbers(
	domain: Domain,
	table: Table,
	contribution: number,
	weight: number,
	sigma2: number
): void {
	const reach = reachOfTable(domain, table);
	const largest = MOST_UNITS * contribution * reach * weight;
	const noise = FARTHEST_DRAW * Math.sqrt(sigma2);
	if (largest + noise <= LARGEST) return;
	const place = `Table ${table.id}`;
	if (noise > LARGEST / 2)
		throw new InputError(
			`${place} gets noise so large that its numbers no longer fit in 52 bits; give more rho, ${table.sum === undefined ? 'or a smaller contribution' : 'a smaller contribution, or bounds that lie closer together'}.`
		);
	const most = Math.floor((LARGEST - noise) / (MOST_UNITS * contribution * weight));
	throw new InputError(
		table.sum === undefined
			? `${place} could count beyond 52 bits; give a contribution of at most ${Math.floor(contribution * most)}.`
			: `${place} could add up ${table.sum} beyond 52 bits for ${MOST_UNITS} units; let from and to lie at most ${2 * most} apart, or add it up in larger units.`
	);
}
