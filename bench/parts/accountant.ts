import { existsSync, readFileSync } from 'node:fs';
import { deltaAt, epsilonAt, gaussianEpsilonAt, largestRho, Rational } from 'diffprivlib-js';
import { figure } from '../figure.ts';
import type { Part } from '../part.ts';
import { REFERENCE_FILE } from '../workloads/reference.ts';

/** Conversions of published releases: the Census Bureau's rho for persons and the epsilon it states at delta 1e-10. */
const CENSUS = { rho: Rational.of(542n * 542n, 339n * 339n), delta: '1e-10', epsilon: 17.1435507 };
/** The standard formula, which the same agency used in 2023. */
const CENSUS_STANDARD = { rho: '4.96', delta: '1e-10', epsilon: 26.3336 };
/** epsilon -> largest rho at delta 1e-6, 1e-8 and 1e-10. */
const INVERSE: readonly [number, readonly number[]][] = [
	[1, [0.02435597, 0.01720532, 0.01324258]],
	[2, [0.08815269, 0.06394045, 0.04998685]],
	[4, [0.31106495, 0.23259431, 0.18527531]],
	[8, [1.052358, 0.81566326, 0.66510385]],
	[10, [1.53927876, 1.20837426, 0.9938914]]
];
const DELTAS = ['1e-6', '1e-8', '1e-10'];
/** rho, epsilon -> delta. */
const SPOTS: readonly [rho: string, epsilon: number, delta: number][] = [
	['0.05', 0.25, 0.0817727531],
	['0.5', 0, 0.5588356393474],
	['0.025', 1, 1.3361319064e-6]
];

interface Checks {
	readonly accounting: Record<string, Record<string, { readonly zcdp: number; readonly gaussianTight: number }>>;
}

export const accountant: Part = {
	name: 'accountant',
	title: 'Accountant: from rho to (epsilon, delta), against check values',
	async *figures() {
		const six = { to: 1e-6 };
		if (existsSync(REFERENCE_FILE)) {
			const { accounting } = JSON.parse(readFileSync(REFERENCE_FILE, 'utf8')) as Checks;
			const rows = Object.entries(accounting).flatMap(([rho, byDelta]) =>
				Object.entries(byDelta).map(([delta, { zcdp, gaussianTight }]) => ({
					ours: epsilonAt(Rational.parse(rho), Rational.parse(delta)),
					zcdp,
					gaussian: gaussianEpsilonAt(Rational.parse(rho), Rational.parse(delta)),
					gaussianTight
				}))
			);
			yield figure(
				`${rows.length} values of epsilon, largest difference`,
				worst(rows.map((r) => [r.ours, r.zcdp])),
				'',
				six
			);
			const gaussian = worst(rows.map((r) => [r.gaussian, r.gaussianTight]));
			yield figure(`${rows.length} values of the Gaussian reference, largest difference`, gaussian, '', six);
			// A stated epsilon may be above the formula's value, never below it: 1e-14 is the rounding of the check values.
			const below = Math.max(...rows.map(({ ours, zcdp }) => 1 - ours / zcdp));
			yield figure('the most that one of them lies below its check value', Math.max(0, below), '', { to: 1e-14 });
		}
		const inverse = INVERSE.flatMap(([epsilon, rhos]) =>
			rhos.map((rho, i) => [largestRho(epsilon, Rational.parse(DELTAS[i]!)).toNumberDown(), rho] as const)
		);
		yield figure(`${inverse.length} values of rho for a wanted epsilon`, worst(inverse), '', six);
		yield figure(
			`${SPOTS.length} values of delta`,
			worst(SPOTS.map(([rho, epsilon, delta]) => [deltaAt(Rational.parse(rho), epsilon), delta])),
			'',
			six
		);
		const published = [
			[epsilonAt(CENSUS.rho, Rational.parse(CENSUS.delta)), CENSUS.epsilon],
			[
				epsilonAt(Rational.parse(CENSUS_STANDARD.rho), Rational.parse(CENSUS_STANDARD.delta), 'zcdp-standard'),
				CENSUS_STANDARD.epsilon
			]
		] as const;
		yield figure('published releases of the US Census Bureau', worst(published), '', { to: 5e-6 });
	}
};

function worst(pairs: readonly (readonly [ours: number, check: number])[]): number {
	return Math.max(...pairs.map(([ours, check]) => Math.abs(ours / check - 1)));
}
