/**
 * Reconciles made-up releases in a process of its own, so that peak memory is that of this work alone. Takes the numbers of
 * runs and then fan-outs, one workload per argument ("12,28,10,4"); prints one JSON text.
 */
import { reconcile } from '../../analytics/reconcile/reconcile.ts';
import type { Domain, NoisyTable } from '../../analytics/contract/domain.ts';
import { SeededEntropy } from '../../analytics/privacy/testing/seeded-entropy.ts';
import { timed, timeOf, type Time } from '../timer.ts';
import { referenceDomain } from '../workloads/reference.ts';
import { exactCounts, simulator, truthOf } from '../workloads/truth.ts';

export interface ReconcileRun {
	readonly cells: number;
	/** In the order in which they ran, the first one cold. */
	readonly estimate: readonly Time[];
	/** Writing out every cell of every table with its variance, and the test of integrity. */
	readonly cellsOut: readonly Time[];
	/** Multiplying each cell by a number and adding it to another array: as many cells, read and written once. */
	readonly plainLoop: readonly Time[];
}

export interface ReconcileReport {
	readonly runs: readonly ReconcileRun[];
	/** Peak memory of the process, in bytes. */
	readonly peak: number;
}

function release(domain: Domain): NoisyTable[] {
	const truth = truthOf(
		domain,
		(leaf) => 1 + (leaf % 5),
		(code) => 1 + (code % 3)
	);
	const exact = domain.tables.map((table) => exactCounts(domain, truth, table));
	const planned = domain.tables.map(({ id }, q) => ({ id, sigma2: `${40 + q}/1` }));
	return simulator(exact, planned, new SeededEntropy(1))();
}

function cellsOut(domain: Domain, estimates: ReturnType<typeof reconcile>): number {
	let heard = estimates.integrity().statistic;
	for (const { id } of domain.tables) {
		const { estimate, variance } = estimates.table(id);
		heard += estimate[0]! + variance[0]!;
	}
	return heard;
}

function plainLoop(tables: readonly NoisyTable[]): number {
	let heard = 0;
	for (const { counts } of tables) {
		const sums = new Float64Array(counts.length);
		for (let i = 0; i < counts.length; i++) sums[i]! += 0.5 * counts[i]!;
		heard += sums[0]!;
	}
	return heard;
}

const [times, ...fanOuts] = process.argv.slice(2);
const workloads = fanOuts.map((text) => {
	const domain = referenceDomain(text.split(',').map(Number));
	const tables = release(domain);
	const cells = tables.reduce((n, { counts }) => n + counts.length, 0);
	return { domain, tables, run: { cells, estimate: [] as Time[], cellsOut: [] as Time[], plainLoop: [] as Time[] } };
});
for (let i = 0; i < Number(times); i++) {
	for (const { domain, tables, run } of workloads) {
		const estimate = await timed(() => reconcile(domain, tables));
		run.estimate.push(timeOf(estimate));
		run.cellsOut.push(timeOf(await timed(() => cellsOut(domain, estimate.result))));
		run.plainLoop.push(timeOf(await timed(() => plainLoop(tables))));
	}
}
const report: ReconcileReport = {
	runs: workloads.map(({ run }) => run),
	peak: process.resourceUsage().maxRSS * 1024
};
console.log(JSON.stringify(report));
