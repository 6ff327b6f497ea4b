import { epsilonAt, Rational, type Conversion } from 'diffprivlib-js';
import { cellCount, type Domain } from '../contract/domain.ts';
import type { Plan } from '../contract/plan.ts';
import type { Spec } from '../contract/spec.ts';
import { InputError } from '../errors.ts';
import { checkedRho, readBudget, type BudgetInput } from './budget.ts';
import { lowerBound } from './lower-bound.ts';
import { exactNoise } from './noise.ts';
import { inner, largest, optimiseShares, type Objective } from './optimise.ts';
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
 * how accurate that is, what it costs, and how far from the best possible.
 * @throws InputError for a budget that cannot be charged, targets that do not decide one, or tables outside the domain.
 */
export function planRelease({ id, unit, domain, objective: kind, budget }: PlanInput): Plan {
	const { rho: given, delta } = readBudget(budget);
	const workload = workloadOf(domain);
	const objective: Objective = { kind, weights: tableWeights(domain, kind) };

	const shares = optimiseShares(workload, objective);
	const rho = given ?? rhoFromTargets(domain, workload, objective, shares, unit.contribution);
	const noise = exactNoise(shares, rho, unit.contribution);

	const sigma2 = noise.sigma2.map((s) => s.toNumberUp());
	const variance = cellVariances(
		workload,
		sigma2.map((s) => 1 / s)
	);
	const value = objectiveValue(workload, objective, variance);
	const cost = noise.total.toNumberUp();
	// The bound is for pcost 1, a contribution of 1 at rho = 1/2; variances grow with contribution^2 / (2 rho).
	const bound = (lowerBound(workload, objective) * unit.contribution ** 2) / (2 * cost);
	const tables = domain.tables.map((table, q) => {
		const { mean, max } = summary(workload, q, variance);
		return {
			id: table.id,
			level: table.level,
			by: [...table.by],
			cells: cellCount(domain, table),
			sigma2: noise.sigma2[q]!.toString(),
			rho: noise.costs[q]!.toString(),
			variance: { mean, max },
			halfWidth95: NORMAL_975 * Math.sqrt(max)
		};
	});
	const cells = tables.reduce((sum, table) => sum + table.cells, 0);
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
		rmse: Math.sqrt(tables.reduce((sum, table) => sum + table.cells * table.variance.mean, 0) / cells),
		maxVariance: Math.max(...tables.map((table) => table.variance.max)),
		tables
	};
}

function tableWeights(domain: Domain, kind: Objective['kind']): number[] {
	return domain.tables.map((table) => (kind === 'max-variance' ? 1 / (table.target ?? 1) ** 2 : table.weight));
}

/** The least rho that brings every cell's predicted standard error down to its table's target. */
function rhoFromTargets(
	domain: Domain,
	workload: Workload,
	objective: Objective,
	shares: Float64Array,
	contribution: number
): Rational {
	if (objective.kind !== 'max-variance')
		throw new InputError(
			'budget.rho is missing, and the objective sum-of-variances has no targets to decide it; give rho, or choose max-variance.'
		);
	const missing = domain.tables.find((table) => table.target === null);
	if (missing !== undefined)
		throw new InputError(
			`budget.rho is missing and table ${missing.id} has no target; give rho, or a target for every table.`
		);
	const worst = largest(cellVariances(workload, shares), objective.weights);
	const needed = (worst * contribution ** 2 * (1 + ROUNDING_ROOM)) / 2;
	if (!(needed < Infinity)) throw new InputError('The targets ask for a rho without end; give larger targets.');
	return checkedRho(Rational.fromNumber(needed).ceilTo(10n ** 12n), 'The targets ask for a rho that is');
}

function objectiveValue(workload: Workload, { kind, weights }: Objective, variance: PerCell): number {
	if (kind === 'max-variance') return largest(variance, weights);
	const { closure, tree } = workload;
	return inner(
		perCell(workload, (q, k) => weights[q]! * closure.cells[q]! * tree.count[k]!),
		variance
	);
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
