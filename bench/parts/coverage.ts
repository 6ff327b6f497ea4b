import type { IndicatorSpec } from '../../analytics/contract/spec.ts';
import { SeededEntropy } from '../../analytics/privacy/testing/seeded-entropy.ts';
import { chiSquareTail } from 'diffprivlib-js';
import { figures } from '../../analytics/reconcile/figures.ts';
import { reconcile } from '../../analytics/reconcile/reconcile.ts';
import { figure } from '../figure.ts';
import type { Part } from '../part.ts';
import { Tally } from '../tally.ts';
import { domainOf, treeOf } from '../../analytics/plan/testing.ts';
import { planOf } from '../workloads/plan.ts';
import { exactCounts, simulator, truthOf } from '../workloads/truth.ts';

const RELEASES = 2_000;
const SEED = 20_260_102;
const NORMAL_975 = 1.959963984540054;
const COVERED = { from: 0.94, to: 0.96 };
const BINS = 20;
/** True numerators below this many units are counted apart. */
const SMALL = 10;

/** Nodes with 0 to 5 children: leaves lie at three depths, and chains occur. */
const tree = treeOf([[4], [3, 1, 5, 0], [2, 4, 1, 0, 3]]).withUnknown();
const domain = domainOf([4, 3], [[], [0], [0, 1]], tree);
const truth = truthOf(
	domain,
	(leaf) => 1 + (leaf % 4),
	(code) => 1 + code
);
/** One unit in ten has the code: of 10 to 240 units in the leaves. */
const indicator: IndicatorSpec = { id: 'share', attribute: 'a0', is: ['0'], of: ['0', '1', '2', '3'], groups: ['a1'] };
const SHARE = 0.1;

export const coverage: Part = {
	name: 'coverage',
	title: `Coverage of 95 % intervals over ${RELEASES.toLocaleString('en')} simulated releases, irregular tree x 4 x 3`,
	async *figures() {
		const plan = planOf(domain, 'max-variance', '1/5');
		const exact = domain.tables.map((table) => exactCounts(domain, truth, table));
		const release = simulator(exact, plan.tables, new SeededEntropy(SEED));
		const cells = new Map(tree.levels.map((level) => [level, new Tally()]));
		const shares = new Map(tree.levels.map((level) => [level, new Tally()]));
		const smallShares = new Tally();
		const shown = new Tally();
		const bins = new Array<number>(BINS).fill(0);
		for (let i = 0; i < RELEASES; i++) {
			const estimates = reconcile(domain, release());
			for (const [q, { id, level }] of domain.tables.entries()) {
				const { estimate, variance } = estimates.table(id);
				for (let c = 0; c < estimate.length; c++)
					cells.get(level!)!.add(Math.abs(estimate[c]! - exact[q]![c]!) <= NORMAL_975 * Math.sqrt(variance[c]!));
			}
			for (const { region, attribute, code, lower, upper } of figures(domain, estimates, [indicator])) {
				shown.add(lower !== null);
				if (lower === null || upper === null) continue;
				const node = tree.find(region)!;
				const holds = lower <= SHARE && SHARE <= upper;
				shares.get(tree.regions[node]!.level)!.add(holds);
				if (trueNumerator(node, attribute, code) < SMALL) smallShares.add(holds);
			}
			bins[Math.min(BINS - 1, Math.floor(estimates.integrity().p! * BINS))]!++;
		}
		for (const [level, tally] of cells) yield figure(`cells of ${level}`, tally.share, '', COVERED, tally.text);
		for (const [level, tally] of shares) yield figure(`shares of ${level}`, tally.share, '', COVERED, tally.text);
		yield figure(
			`shares with fewer than ${SMALL} units in the numerator`,
			smallShares.share,
			'',
			COVERED,
			smallShares.text
		);
		yield figure('shares whose denominator is large enough to show them', shown.share);
		// A sound test of integrity has uniform p-values; this one is repeatable, and 0.001 is its own false-alarm rate.
		const expected = RELEASES / BINS;
		const statistic = bins.reduce((sum, n) => sum + (n - expected) ** 2 / expected, 0);
		yield figure('integrity: p-values are uniform (chi-square, 20 bins)', chiSquareTail(statistic, BINS - 1), '', {
			from: 0.001
		});
		yield figure('integrity: part of the p-values below 0.05', bins[0]! / RELEASES, '', { from: 0.035, to: 0.065 });
	}
};

function trueNumerator(node: number, attribute: string, code: string): number {
	const factors = truth.factors.get('a1')!;
	const group = attribute === '' ? factors.reduce((a, b) => a + b) : factors[Number(code)]!;
	return truth.units[node]! * truth.factors.get('a0')![0]! * group;
}
