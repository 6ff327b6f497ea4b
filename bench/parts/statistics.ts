import type { Domain } from '../../analytics/contract/domain.ts';
import type { StatisticSpec } from '../../analytics/contract/spec.ts';
import { SeededEntropy } from '../../analytics/privacy/testing/seeded-entropy.ts';
import type { Estimates } from '../../analytics/reconcile/estimates.ts';
import { reconcile } from '../../analytics/reconcile/reconcile.ts';
import { statistics as statisticsOf } from '../../analytics/reconcile/statistics/statistics.ts';
import { figure, type Figure } from '../figure.ts';
import type { Part } from '../part.ts';
import { Tally } from '../tally.ts';
import { incomeCells, incomeDomain, inventedUnits, unitsIn, type Unit } from '../workloads/incomes.ts';
import { planOf } from '../workloads/plan.ts';
import { simulator } from '../workloads/truth.ts';

const RELEASES = 2_000;
const RHO = '1/20';
const SEED = 20_260_105;
const LINE = 8_500;
const BINS = 31;
const WITH_GROUPS = [[], ['income16'], ['income4'], ['income']];
const BINS_ALONE = [[], ['income']];

const SPECS: readonly StatisticSpec[] = [
	{ id: 'mean', mean: 'debt' },
	{ id: 'median', quantile: 0.5, of: 'income' },
	{ id: 'tenth', quantile: 0.1, of: 'income' },
	{ id: 'gap', gap: LINE, of: 'income' }
];
/** By statistic: its exact value for some units. */
const EXACT: Readonly<Record<string, (units: readonly Unit[]) => number>> = {
	mean: (units) => units.reduce((sum, { debt }) => sum + debt, 0) / units.length,
	median: (units) => quantile(units, 0.5),
	tenth: (units) => quantile(units, 0.1),
	gap: (units) => units.reduce((sum, { income }) => sum + Math.max(0, LINE - income) / LINE, 0) / units.length
};

export const statistics: Part = {
	name: 'statistics',
	title: `Statistics: 95 % intervals of means, quantiles and gaps, ${RELEASES.toLocaleString('en')} simulated releases, rho = ${RHO}`,
	async *figures() {
		const domain = incomeDomain(WITH_GROUPS);
		const entropy = new SeededEntropy(SEED);
		const units = inventedUnits(entropy);
		const cells = domain.tables.map((table) => incomeCells(domain, table, units));
		const { tables: planned } = planOf(domain, 'max-variance', RHO);
		const { tree } = domain.region!;
		const truth = new Map(
			tree.regions
				.map(({ code }, node) => [code, unitsIn(units, node)] as const)
				.flatMap(([code, inside]) => SPECS.map(({ id }) => [`${id} ${code}`, EXACT[id]!(inside)] as const))
		);
		const release = simulator(cells, planned, entropy);
		const tallies = new Map(SPECS.map(({ id }) => [id, new Tally()]));
		for (let i = 0; i < RELEASES; i++) {
			const estimates = reconcile(domain, release());
			for (const { statistic, region, lower, upper } of statisticsOf(domain, estimates, SPECS)) {
				if (lower === null) continue;
				const exact = truth.get(`${statistic} ${region}`)!;
				tallies.get(statistic)!.add(lower <= exact && exact <= (upper ?? Infinity));
			}
		}
		for (const [id, tally] of tallies) {
			// Intervals of quantiles and gaps also hold where units may lie within their bins, so they cover more.
			const goal = id === 'mean' ? { from: 0.94, to: 0.96 } : { from: 0.94 };
			yield figure(`${id} in all regions`, tally.share, '', goal, tally.text);
		}
		yield* accuracy();
	}
};

/** What groups of bins do for the number of units below an income, at equal price. */
function* accuracy(): Iterable<Figure> {
	const [grouped, alone] = [WITH_GROUPS, BINS_ALONE].map((sets) => worstBelow(incomeDomain(sets))) as [number, number];
	yield figure('variance of the units below an income, groups / bins alone, worst', grouped / alone, '', { to: 1 });
}

/** Largest variance, over incomes and the regions of the deepest level, of the number of units below an income. */
function worstBelow(domain: Domain): number {
	const { tables } = planOf(domain, 'max-variance', RHO);
	const estimates: Estimates = reconcile(
		domain,
		tables.map(({ id, sigma2, cells }) => ({ id, sigma2, counts: new Float64Array(cells) }))
	);
	const edges = Array.from({ length: BINS - 1 }, (_, i) => i + 1);
	return Math.max(
		...edges.flatMap((edge) => {
			const weights = Float64Array.from({ length: BINS + 1 }, (_, bin) => (bin < edge ? 1 : 0));
			const below = estimates.combination(['income'], weights)!;
			return [...estimates.covariances(below, below)];
		})
	);
}

/** The value that a share of the units lies below. */
function quantile(units: readonly Unit[], share: number): number {
	const sorted = units.map(({ income }) => income).sort((a, b) => a - b);
	return sorted[Math.floor(share * sorted.length)]!;
}
