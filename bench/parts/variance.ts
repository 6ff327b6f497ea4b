import { Rational } from 'diffprivlib-js';
import type { Domain } from '../../analytics/contract/domain.ts';
import { cellVariances, workloadOf } from '../../analytics/plan/workload.ts';
import { SeededEntropy } from '../../analytics/privacy/testing/seeded-entropy.ts';
import { reconcile } from '../../analytics/reconcile/reconcile.ts';
import { figure } from '../figure.ts';
import type { Part } from '../part.ts';
import { planOf } from '../workloads/plan.ts';
import { referenceDomain } from '../workloads/reference.ts';
import { exactCounts, simulator, truthOf } from '../workloads/truth.ts';

const RHO = Rational.of(1, 2);
const RELEASES = 10;
/** Tables with fewer squared errors than this are looked at by level only: their own mean is known too badly. */
const ENOUGH = 20_000;
const SEED = 20_260_101;
const AT_LEAST_35_PERCENT = { to: 0.65 };

export const variance: Part = {
	name: 'variance',
	title: 'Variance at rho = 1/2: the plan, reconciled, against each table by itself with an equal share',
	async *figures() {
		const domain = referenceDomain();
		const plan = planOf(domain, 'max-variance', RHO.toString());
		// k tables at an equal share of rho: each cell has the variance k / (2 rho).
		const plainVariance = domain.tables.length / (2 * RHO.toNumberUp());
		const plain = domain.tables.map(({ id }) => ({ id, sigma2: Rational.fromNumber(plainVariance).toString() }));
		const equalShares = Math.max(
			...cellVariances(
				workloadOf(domain),
				plain.map(() => 1 / plainVariance)
			).flatMap((cells) => [...cells])
		);
		yield figure(
			'predicted: largest variance of a cell, plan / plain',
			plan.maxVariance / plainVariance,
			'',
			AT_LEAST_35_PERCENT
		);
		yield figure('of which reconciling the equal shares alone would give', equalShares / plainVariance);

		const ours = new SquaredErrors(domain);
		const theirs = new SquaredErrors(domain);
		const truth = truthOf(
			domain,
			(leaf) => leaf % 4,
			(code) => 1 + (code % 2)
		);
		const exact = domain.tables.map((table) => exactCounts(domain, truth, table));
		const entropy = new SeededEntropy(SEED);
		const planned = simulator(exact, plan.tables, entropy);
		const equal = simulator(exact, plain, entropy);
		for (let i = 0; i < RELEASES; i++) {
			const estimates = reconcile(domain, planned());
			for (const [q, { id }] of domain.tables.entries()) ours.add(q, estimates.table(id).estimate, exact[q]!);
			for (const [q, { counts }] of equal().entries()) theirs.add(q, counts, exact[q]!);
		}
		const large = [...domain.tables.keys()].filter((q) => ours.size(q) >= ENOUGH);
		yield figure(
			`measured: mean squared error, plan / plain, worst of ${large.length} tables`,
			Math.max(...large.map((q) => ours.mean(q) / theirs.mean(q))),
			'',
			AT_LEAST_35_PERCENT,
			`${RELEASES} releases, tables with ${ENOUGH.toLocaleString('en')} errors or more`
		);
		yield figure('measured: mean squared error over all cells, plan / plain', ours.overall() / theirs.overall());
		const off = large.map((q) => Math.abs(ours.mean(q) / plan.tables[q]!.variance.mean - 1));
		yield figure('measured against predicted, largest difference of these tables', Math.max(...off), '', { to: 0.05 });
	}
};

/** Squared differences from the truth, by table. */
class SquaredErrors {
	readonly #sums: number[];
	readonly #sizes: number[];

	constructor(domain: Domain) {
		this.#sums = domain.tables.map(() => 0);
		this.#sizes = domain.tables.map(() => 0);
	}

	add(table: number, estimate: Float64Array, exact: Float64Array): void {
		let sum = 0;
		for (let i = 0; i < estimate.length; i++) sum += (estimate[i]! - exact[i]!) ** 2;
		this.#sums[table]! += sum;
		this.#sizes[table]! += estimate.length;
	}

	size(table: number): number {
		return this.#sizes[table]!;
	}

	mean(table: number): number {
		return this.#sums[table]! / this.#sizes[table]!;
	}

	overall(): number {
		return this.#sums.reduce((a, b) => a + b) / this.#sizes.reduce((a, b) => a + b);
	}
}
