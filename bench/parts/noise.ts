import { discreteGaussian, osEntropy, Rational } from 'diffprivlib-js';
import { referenceSampler } from '../../analytics/privacy/discrete-gaussian/discrete-gaussian.ts';
import { figure, seconds } from '../figure.ts';
import type { Part } from '../part.ts';
import { compared } from '../timer.ts';
import { planOf } from '../workloads/plan.ts';
import { referenceDomain } from '../workloads/reference.ts';

const SIGMA2 = Rational.of(100);
const CELLS = 5_000_000;
/** Of a sum of euros: beyond the variances for which a table is made. */
const LARGE_SIGMA2 = Rational.of(10_000_000_000_001n, 3n);
/** The reference sampler is slower, so it makes fewer draws. */
const REFERENCE_DRAWS = CELLS / 10;

export const noise: Part = {
	name: 'noise',
	title: 'Noise: exact discrete Gaussian, sigma^2 = 100, one core, words of the operating system',
	async *figures() {
		const out = new Float64Array(CELLS);
		const cells = Float64Array.from({ length: CELLS }, (_, i) => i % 1000);
		const few = new Float64Array(REFERENCE_DRAWS);
		const entropy = osEntropy();
		const tabled = discreteGaussian(SIGMA2);
		const large = discreteGaussian(LARGE_SIGMA2);
		const reference = referenceSampler(SIGMA2);
		const workload = referenceRelease();
		let heard = 0;
		const time = await compared({
			draws: () => tabled.fill(out, entropy),
			/** The least that any sampler of 64 random bits a draw does: takes the words and adds them up. */
			words: () => {
				for (let i = 0; i < CELLS; i++) heard += entropy.nextUint32() + entropy.nextUint32();
			},
			/** As for a release: a new sampler, its draws, and the sum with the cells. */
			release: () => {
				const sampler = discreteGaussian(SIGMA2);
				const noisy = new Float64Array(CELLS);
				sampler.fill(noisy, entropy);
				for (let i = 0; i < CELLS; i++) noisy[i]! += cells[i]!;
				heard += noisy[0]!;
			},
			/** All noise of a release, with its exact variances. */
			workload: () => {
				for (const { sigma2, cells } of workload) discreteGaussian(sigma2).fill(new Float64Array(cells), entropy);
			},
			large: () => large.fill(few, entropy),
			reference: () => reference.fill(few, entropy)
		});
		const rate = CELLS / time.draws.cpu / 1e6;
		const clock = `${(CELLS / time.draws.wall / 1e6).toFixed(1)} on the clock`;
		yield figure('exact draws a second', rate, 'million', { from: 10 }, clock);
		yield seconds('5 million noisy cells, sampler and sum included', time.release, { to: 1 });
		yield figure('time against taking the random words alone', time.draws.cpu / time.words.cpu);
		yield figure(
			'times as fast as the reference sampler',
			time.reference.cpu / REFERENCE_DRAWS / (time.draws.cpu / CELLS)
		);
		yield seconds('the 40 tables of the reference workload, each with its own variance', time.workload, { to: 1 });
		yield figure('draws a second at sigma^2 = 3.3e12', REFERENCE_DRAWS / time.large.cpu / 1e6, 'million');
		// The draws of the last run are what they claim: their variance, whose standard error is sigma^2 sqrt(2 / n).
		const mean = out.reduce((sum, x) => sum + x, 0) / CELLS;
		const variance = out.reduce((sum, x) => sum + (x - mean) ** 2, 0) / CELLS;
		const error = (variance / 100 - 1) / Math.sqrt(2 / CELLS);
		yield figure('variance of the draws against 100, in standard errors', error, '', { from: -5, to: 5 });
		if (Number.isNaN(heard)) throw new RangeError('the words of the generator are not numbers');
	}
};

/** Planned variances and cells of the reference workload at rho = 1/10. */
function referenceRelease() {
	const { tables } = planOf(referenceDomain(), 'max-variance', '1/10');
	return tables.map(({ sigma2, cells }) => ({ sigma2: Rational.parse(sigma2), cells }));
}
