import { epsilonAt, type Conversion } from 'diffprivlib-js';
import { cellCount, type Domain } from '../contract/domain.ts';
import type { Plan } from '../contract/plan.ts';
import type { Spec } from '../contract/spec.ts';
import { readBudget, type BudgetInput } from './budget.ts';
import { reachOfTable, requireExactNumbers } from './changes.ts';
import { lowerBounds } from './lower-bound.ts';
import { exactNoise } from './noise.ts';
import { inner, largest, type Objective } from './objective.ts';
import { optimiseShares } from './optimise.ts';
import { onePeriod, planTime, type Time } from './periods/series.ts';
import { publishedVariances, requireTargets, requireUsableNumbers, rhoFromTargets, tableWeights } from './targets.ts';
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

/**
 * Divides a privacy budget over the tables of a release so that the reconciled cells are as accurate as possible, and says
 * how accurate that is, what it costs, and how far from the best possible. Inside, a sum counts in units of its reach, which
 * makes it as sensitive as a count.
 * @throws InputError for a budget that cannot be charged, targets that do not decide one or cannot be had for it, numbers that
 * could outgrow 52 bits, or tables outside the domain.
 */
export function planRelease({ id, unit, domain, objective: kind, budget }: PlanInput): Plan {
	const { rho: given, delta } = readBudget(budget);
	requireUsableNumbers(domain);
	const time = planTime(domain, kind);
	const workload = workloadOf(onePeriod(domain));
	const reach = domain.tables.map((table) => reachOfTable(domain, table));
	const objective: Objective = { kind, weights: tableWeights(domain, kind, reach) };
	/** Variance of a cell in units of reach, for a workload variance of 1 at rho 1/2. */
	const price = time.cost * unit.contribution ** 2;

	const { shares, gap } = optimiseShares(workload, objective);
	const published = (variance: PerCell) => publishedVariances(domain, reach, variance);
	const atUnitCost = scaled(published(cellVariances(workload, shares)), (price * time.variance.max) / 2);
	const rho = given ?? rhoFromTargets(domain, atUnitCost);
	const squares = reach.map((r) => BigInt(time.cost) * BigInt(unit.contribution * r) ** 2n);
	const noise = exactNoise(shares, rho, squares);

	const sigma2 = noise.sigma2.map((s) => s.toNumberUp());
	domain.tables.forEach((table, q) => requireExactNumbers(domain, table, unit.contribution, time.weight, sigma2[q]!));
	const measured = cellVariances(
		workload,
		sigma2.map((s, q) => reach[q]! ** 2 / s)
	);
	const inUnits = published(measured);
	if (given !== null) requireTargets(domain, kind, scaled(inUnits, time.variance.max), noise.total);
	const cost = noise.total.toNumberUp();
	const value = objectiveValue(workload, objective, measured, time);
	// The bound is for pcost 1, a contribution of 1 at rho = 1/2; variances grow with contribution^2 / (2 rho).
	const bound = (boundWithTime(workload, objective, time) * unit.contribution ** 2) / (2 * cost);
	const tables = domain.tables.map((table, q) => {
		const { mean, max } = summary(workload, q, inUnits);
		const variance = { mean: mean * time.variance.mean, max: max * time.variance.max };
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

function scaled(variance: PerCell, factor: number): PerCell {
	return variance.map((cells) => cells.map((v) => v * factor));
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
