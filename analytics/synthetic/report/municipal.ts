import { judged, judgedAtLeast, type Line } from './judge.ts';
import {
	attainableCorrelation,
	correlation,
	meanAbsoluteDifference,
	samplingDifference,
	type Pair
} from './statistics.ts';

/** Units of a municipality (`GM` and four digits), and how many of them have something. */
export interface MunicipalCount {
	readonly code: string;
	readonly n: number;
	readonly k: number;
}

export interface MunicipalGoals {
	readonly correlation: number;
	/** Mean absolute difference, as a fraction of units. */
	readonly difference: number;
}

/**
 * Shares of all municipalities beside the published ones, weighted by the synthetic units: their correlation and their mean
 * absolute difference. Few units per municipality lower the one and raise the other; by how much is taken from the binomial
 * spread that shares drawn after the published ones would have.
 */
export function municipalLines(
	name: string,
	published: ReadonlyMap<string, number>,
	counts: readonly MunicipalCount[],
	goals: MunicipalGoals
): Line[] {
	const pairs: Pair[] = [];
	// In one order, so that the same counts give the same figures to the last digit.
	for (const { code, n, k } of [...counts].sort((a, b) => (a.code < b.code ? -1 : 1))) {
		const share = published.get(code);
		if (share !== undefined && n > 0) pairs.push({ published: share, synthetic: k / n, weight: n });
	}
	const most = attainableCorrelation(pairs);
	return [
		judgedAtLeast(
			// Half of what sampling takes away, as a verdict grants two errors.
			{ name: `${name}: correlation`, synthetic: correlation(pairs), samplingError: (1 - most) / 2 },
			goals.correlation
		),
		judged(
			{
				name: `${name}: mean absolute difference`,
				published: 0,
				synthetic: meanAbsoluteDifference(pairs),
				samplingError: samplingDifference(pairs) / 2
			},
			{ kind: 'points', within: goals.difference }
		)
	];
}

/** National share over all municipalities. */
export function total(counts: readonly MunicipalCount[]): { n: number; k: number } {
	return counts.reduce((sum, { n, k }) => ({ n: sum.n + n, k: sum.k + k }), { n: 0, k: 0 });
}
