import { epsilonAt, Rational, type Conversion } from 'diffprivlib-js';
import { cellCount, type Domain } from '../contract/domain.ts';
import type { Plan } from '../contract/plan.ts';
import type { Spec } from '../contract/spec.ts';
import { InputError } from '../errors.ts';
import { checkedRho, readBudget, type BudgetInput } from './budget.ts';
import { reachOfTable, requireExactNumbers } from './changes.ts';
import { lowerBounds } from './lower-bound.ts';
import { exactNoise } from './noise.ts';
import { inner, largest, type Objective } from './objective.ts';
import { optimiseShares } from './optimise.ts';
import { onePeriod, planTime, type Time } from './periods/series.ts';
import { cellVariances, perCell, workloadOf, type PerCell, type Workload } from './workload.ts';

/** All that a plan may depend on: nothing in it comes from a record. */
export interface PlanInput {
	readonly id: string;
	/** `contribution`: the most rows that one unit may have, all possibly in one cell. */
	readonly unit: { readonly kind: 'person' | 'household'; readonly contribution: number };
	readonly domain: Domain;
	readonly objective: Spec['objective'];
	readonly budget: BudgetInput;
}

const CONVERSION: Conversion = 'zcdp-cks2020';
const NORMAL_975 = 1.959963984540054;
/** Covers the rounding of shares, so that the targets hold for the noise as drawn. */
const ROUNDING_ROOM = 2e-6;

/**
 * Divides a privacy budget over the tables of a release so that the reconciled cells are as accurate as possible, and says
 * how accurate that is, what it costs, and how far from the best possible. Inside, a sum counts in units of its reach, which
 * makes it as sensitive as a count.
 * @throws InputError for a budget that cannot be charged, targets that do not decide one or cannot be had for it, numbers that
 * could outgrow 52 bits, or tables outside the domain.
 */
export function planRelease({ id, unit, domain, objective: kind, budget }: PlanInput): Plan {
	const { rho: given, delta } = readBudget(budget);
	const time = planTime(domain);
	const workload = workloadOf(onePeriod(domain));
	const reach = domain.tables.map((table) => reachOfTable(domain, table));
	const objective: Objective = { kind, weights: tableWeights(domain, kind, reach) };
	/** Variance of a cell in units of reach, for a workload variance of 1 at rho 1/2. */
	const price = time.cost * unit.contribution ** 2;

	const { shares, gap } = optimiseShares(workload, objective);
	const atUnitCost = scaled(cellVariances(workload, shares), () => (price * time.variance.max) / 2);
	const rho = given ?? rhoFromTargets(domain, objective, atUnitCost, reach);
	const squares = reach.map((r) => BigInt(time.cost) * BigInt(unit.contribution * r) ** 2n);
	const noise = exactNoise(shares, rho, squares);

	const sigma2 = noise.sigma2.map((s) => s.toNumberUp());
	domain.tables.forEach((table, q) => requireExactNumbers(domain, table, unit.contribution, time.weight, sigma2[q]!));
	const measured = cellVariances(
		workload,
		sigma2.map((s, q) => reach[q]! ** 2 / s)
	);
	const worst = scaled(measured, () => time.variance.max);
	if (given !== null) requireTargets(domain, worst, reach, noise.total);
	const cost = noise.total.toNumberUp();
	const value = objectiveValue(workload, objective, measured, time);
	// The bound is for pcost 1, a contribution of 1 at rho = 1/2; variances grow with contribution^2 / (2 rho).
	const bound = (boundWithTime(workload, objective, time) * unit.contribution ** 2) / (2 * cost);
	const tables = domain.tables.map((table, q) => {
		const { mean, max } = summary(workload, q, measured);
		const unitOf = reach[q]! ** 2;
		const variance = { mean: mean * unitOf * time.variance.mean, max: max * unitOf * time.variance.max };
		return {
			id: table.id,
			level: table.level,
			by: [...table.by],
			...(table.sum === undefined ? {} : { sum: table.sum }),
			cells: cellCount(domain, table),
			sigma2: noise.sigma2[q]!.toString(),
			rho: noise.costs[q]!.toString(),
			variance,
			halfWidth95: NORMAL_975 * Math.sqrt(variance.max)
		};
	});
	// Sums have units of their own, so only counts are put together in one number.
	const counts = tables.filter((table) => table.sum === undefined);
	const cells = counts.reduce((sum, table) => sum + table.cells, 0);
	return {
		id,
		unit: { kind: unit.kind, contribution: unit.contribution },
		neighbours: 'add-remove',
		rho: cost,
		rhoExact: noise.total.toString(),
		delta: delta.toNumberUp(),
		deltaExact: delta.toString(),
		epsilon: epsilonAt(noise.total, delta, CONVERSION),
		conversion: CONVERSION,
		objective: kind,
		value,
		lowerBound: bound,
		ratio: value / bound,
		gap,
		rmse: Math.sqrt(counts.reduce((sum, table) => sum + table.cells * table.variance.mean, 0) / cells),
		maxVariance: Math.max(...counts.map((table) => table.variance.max)),
		...(time.plan === null ? {} : { series: time.plan }),
		tables
	};
}

/** Weights in units of reach. A sum without a target weighs like a count without one: its error against its reach. */
function tableWeights(domain: Domain, kind: Objective['kind'], reach: readonly number[]): number[] {
	return domain.tables.map(({ target, weight }, q) => {
		if (kind === 'sum-of-variances') return weight;
		return target === null ? 1 : (reach[q]! / target) ** 2;
	});
}

/** The least rho that brings every cell's predicted standard error down to its table's target. */
function rhoFromTargets(domain: Domain, { kind }: Objective, atUnitCost: PerCell, reach: readonly number[]): Rational {
	const targets = domain.tables.flatMap(({ target }, q) =>
		target === null ? [] : [Math.max(...atUnitCost[q]!) * (reach[q]! / target) ** 2]
	);
	if (kind === 'sum-of-variances' && targets.length === 0)
		throw new InputError(
			'budget.rho is missing, and no table has a target to decide it; give rho, or a target for some table.'
		);
	const missing = domain.tables.find((table) => table.target === null);
	if (kind === 'max-variance' && missing !== undefined)
		throw new InputError(
			`budget.rho is missing and table ${missing.id} has no target; give rho, or a target for every table.`
		);
	const needed = Math.max(...targets) * (1 + ROUNDING_ROOM);
	if (!(needed < Infinity)) throw new InputError('The targets ask for a rho without end; give larger targets.');
	return checkedRho(Rational.fromNumber(needed).ceilTo(10n ** 12n), 'The targets ask for a rho that is');
}

/** @throws InputError for a target that this rho cannot reach, with the rho that can. */
function requireTargets(domain: Domain, worst: PerCell, reach: readonly number[], rho: Rational): void {
	let times = 1;
	let first: { id: string; target: number; error: number } | null = null;
	for (const [q, { id, target }] of domain.tables.entries()) {
		if (target === null) continue;
		const error = reach[q]! * Math.sqrt(Math.max(...worst[q]!));
		times = Math.max(times, (error / target) ** 2);
		if (first === null && error > target * (1 + ROUNDING_ROOM)) first = { id, target, error };
	}
	if (first === null) return;
	const enough = roundedUp(rho.toNumberUp() * times * (1 + ROUNDING_ROOM));
	throw new InputError(
		`Table ${first.id} has the target ${first.target}, but rho ${rho.toNumberUp()} allows a standard error of ` +
			`${roundedUp(first.error)}. Give a rho of ${enough}, a larger target, or leave out rho so that the targets decide it.`
	);
}

/** Three digits, never below. */
function roundedUp(x: number): number {
	const digit = 10 ** (Math.floor(Math.log10(x)) - 2);
	return Number((Math.ceil(x / digit) * digit).toPrecision(3));
}

/** The bounds of tables and periods multiply: lives in one cell go with all cells, lives in separate cells with all but one. */
function boundWithTime(workload: Workload, objective: Objective, { bound, separate }: Time): number {
	const { whole, apart } = lowerBounds(workload, objective);
	const { kind } = objective;
	return Math.max(whole * bound[kind], separate === null ? 0 : apart * separate[kind]);
}

function objectiveValue(workload: Workload, { kind, weights }: Objective, variance: PerCell, time: Time): number {
	if (kind === 'max-variance') return largest(variance, weights) * time.variance.max;
	const { closure, tree } = workload;
	const cells = perCell(workload, (q, k) => weights[q]! * closure.cells[q]! * tree.count[k]!);
	return inner(cells, variance) * time.variance.mean * time.periods;
}

function scaled(variance: PerCell, factor: (table: number) => number): PerCell {
	return variance.map((cells, q) => cells.map((v) => v * factor(q)));
}

/** Mean and largest variance over the cells of one table. */
function summary({ tree, cuts }: Workload, table: number, variance: PerCell): { mean: number; max: number } {
	let sum = 0;
	let nodes = 0;
	let max = 0;
	for (const [i, k] of cuts[table]!.entries()) {
		const v = variance[table]![i]!;
		sum += tree.count[k]! * v;
		nodes += tree.count[k]!;
		max = Math.max(max, v);
	}
	return { mean: sum / nodes, max };
}
