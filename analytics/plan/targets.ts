import { Rational } from 'diffprivlib-js';
import type { Domain } from '../contract/domain.ts';
import { roundedUp } from '../contract/rounded-up.ts';
import { InputError } from '../errors.ts';
import { checkedRho } from './budget.ts';
import { centreOfTable, countOf } from './changes.ts';
import type { Objective } from './objective.ts';
import type { PerCell } from './workload.ts';

/** Covers the rounding of shares, so that the targets hold for the noise as drawn. */
const ROUNDING_ROOM = 2e-6;

/** Beyond these, doubles no longer tell what matters more. */
export function requireUsableNumbers(domain: Domain): void {
	for (const { id, target, weight } of domain.tables)
		for (const [name, value] of [
			['target', target ?? 1],
			['weight', weight]
		] as const)
			if (!(value >= 1e-12 && value <= 1e12))
				throw new InputError(`Table ${id} has the ${name} ${value}; give one between 1e-12 and 1e12.`);
}

/**
 * Weights in units of reach. Targets are those of what is published: a sum is its differences from the centre + centre x count,
 * so its target divides over the two. A table without a target weighs like the least demanding one that has one.
 */
export function tableWeights(domain: Domain, kind: Objective['kind'], reach: readonly number[]): number[] {
	if (kind === 'sum-of-variances') return domain.tables.map(({ weight }) => weight);
	const own = domain.tables.map((table, q) => {
		if (table.target === null) return null;
		return (reach[q]! ** 2 + centreOfTable(domain, table) ** 2) / table.target ** 2;
	});
	const least = own.reduce<number>((min, weight) => Math.min(min, weight ?? Infinity), Infinity);
	const weights = own.map((weight) => weight ?? (least < Infinity ? least : 1));
	for (const [q, table] of domain.tables.entries()) {
		const count = countOf(domain, table);
		if (count !== null && own[q] !== null) weights[count] = Math.max(weights[count]!, own[q]!);
	}
	return weights;
}

/** Variance of a published cell, in its own unit: of a count, or of a sum of the amount itself. */
export function publishedVariances(domain: Domain, reach: readonly number[], variance: PerCell): PerCell {
	return domain.tables.map((table, q) => {
		const count = countOf(domain, table);
		const centre = centreOfTable(domain, table);
		return variance[q]!.map((v, i) => reach[q]! ** 2 * v + (count === null ? 0 : centre ** 2 * variance[count]![i]!));
	});
}

/** The least rho that brings every cell's predicted standard error down to its table's target, where it has one. */
export function rhoFromTargets(domain: Domain, atUnitCost: PerCell): Rational {
	const needed = domain.tables.flatMap(({ target }, q) =>
		target === null ? [] : [Math.max(...atUnitCost[q]!) / target ** 2]
	);
	if (needed.length === 0)
		throw new InputError(
			'budget.rho is missing, and no table has a target to decide it; give rho, or a target for some table.'
		);
	const most = Math.max(...needed) * (1 + ROUNDING_ROOM);
	return checkedRho(Rational.fromNumber(most).ceilTo(10n ** 12n), 'The targets ask for a rho that is');
}

/** @throws InputError for a target that this plan does not reach, with what would reach it. */
export function requireTargets(domain: Domain, kind: Objective['kind'], worst: PerCell, rho: Rational): void {
	const errors = worst.map((cells) => Math.sqrt(Math.max(...cells)));
	const excess = domain.tables.map(({ target }, q) => (target === null ? 0 : errors[q]! / target));
	const most = Math.max(...excess);
	if (most <= 1 + ROUNDING_ROOM) return;
	const q = excess.indexOf(most);
	const { id, target } = domain.tables[q]!;
	const enough = rho.toNumberUp() * (most * (1 + ROUNDING_ROOM)) ** 2;
	const more =
		enough <= 1000
			? `Give a rho of ${roundedUp(enough, 3)} or larger targets`
			: 'No rho up to 1000 is enough: give larger targets';
	const other =
		kind === 'max-variance'
			? 'leave out rho so that the targets decide it'
			: 'choose max-variance, which looks at targets';
	throw new InputError(
		`Table ${id} has the target ${target}, but with rho ${rho.toNumberUp()} and the objective ${kind} its standard error is ` +
			`${roundedUp(errors[q]!, 3)}. ${more}, or ${other}.`
	);
}
