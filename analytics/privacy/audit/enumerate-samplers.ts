import { bernoulliExp, bernoulliExpBig, bernoulliExpUnder } from '../bernoulli-exp/bernoulli-exp.ts';
import type { Interval } from '../discrete-gaussian/exp-interval.ts';
import { InversionSampler } from '../discrete-gaussian/inversion.ts';
import { referenceLaw, referenceRound } from '../discrete-gaussian/reference.ts';
import type { Support } from '../discrete-gaussian/thresholds.ts';
import { wideLaw, wideRound } from '../discrete-gaussian/wide.ts';
import { discreteLaplaceRound, discreteLaplaceRoundBig } from '../discrete-laplace/discrete-laplace.ts';
import type { Entropy } from '../entropy.ts';
import { Rational } from '../rational.ts';
import { brackets, enumerate, MASS_BITS } from './enumerate.ts';
import { bernoulliExpLaw, cumulative, laplaceRoundLaw, referenceRoundLaw, wideRoundLaw } from './exact-laws.ts';
import { ScriptedEntropy } from './scripted-entropy.ts';

export interface SamplerEnumeration {
	readonly mechanism: string;
	/** Paths of decisions that were followed to their end. */
	readonly paths: number;
	readonly passed: boolean;
}

/** One law and the program that should have it. */
interface Check {
	readonly paths: number;
	readonly passed: boolean;
}

/**
 * Every sampler against its exact law without chance: along each path of decisions down to a small probability, with exact
 * weights; of tables, just below and just above each threshold. Deterministic; some seconds.
 */
export function enumerateSamplers(): SamplerEnumeration[] {
	return [
		together('Bernoulli(exp(-x))', bernoulliChecks()),
		together('discrete Laplace, one round', laplaceChecks()),
		together('discrete Gaussian by rejection, one round', referenceChecks()),
		together('discrete Gaussian by strides, one round', wideChecks()),
		together('discrete Gaussian by table, each threshold', tableChecks())
	];
}

/**
 * Follows a program along its paths of probability `least` or more. Passed: each exact probability of the law lies within
 * what was found and what stayed open, and less than `width` stayed open, so that the check has force.
 */
export function checkLaw<T>(
	program: (entropy: Entropy) => T,
	law: Iterable<readonly [T, Interval]>,
	least: number,
	width: number
): Check {
	const enumeration = enumerate(program, least);
	const narrow = Number(enumeration.open >> BigInt(MASS_BITS - 64)) / 2 ** 64 < width;
	return { paths: enumeration.paths, passed: narrow && brackets(enumeration, law) };
}

/** Draws of a table from uniforms three units of 2^-149 below and above each exact cumulative probability. */
export function checkTable(draw: (entropy: Entropy) => number, exact: readonly Interval[], size: number): Check {
	let passed = true;
	for (let k = 0; k + 1 < size; k++) {
		const at = exact[k]!.low >> BigInt(MASS_BITS - 149);
		passed &&= draw(uniform149(at - 3n)) === k && draw(uniform149(at + 3n)) === k + 1;
	}
	return { paths: 2 * (size - 1), passed };
}

/** The words by which a table reads 149 bits: 53 from two words, the sign bit 0, then three words; more would be zeros. */
function uniform149(u: bigint): ScriptedEntropy {
	const word = (shift: bigint) => Number((u >> shift) & 0xffffffffn);
	const rest = Number((u >> 96n) & 0x1fffffn) * 2 ** 11;
	return new ScriptedEntropy([word(117n), rest, word(64n), word(32n), word(0n), 0, 0, 0, 0, 0, 0]);
}

function together(mechanism: string, checks: readonly Check[]): SamplerEnumeration {
	const paths = checks.reduce((sum, check) => sum + check.paths, 0);
	return { mechanism, paths, passed: checks.every((check) => check.passed) };
}

function bernoulliChecks(): Check[] {
	const fractions = [
		[0, 1],
		[1, 1],
		[1, 2],
		[2, 3],
		[9, 32],
		[3, 2],
		[7, 2],
		[5, 1],
		[1, 1000]
	] as const;
	return fractions.flatMap(([a, b]) => {
		// So large that the eighth trial no longer fits in 53 bits.
		const nearLimit = 2 ** (50 - Math.ceil(Math.log2(b)));
		const [bigA, bigB] = [BigInt(a), BigInt(b)];
		const programs: ((entropy: Entropy) => boolean)[] = [
			(entropy) => bernoulliExp(a, b, entropy),
			(entropy) => bernoulliExp(a * nearLimit, b * nearLimit, entropy),
			(entropy) => bernoulliExpBig(bigA, bigB, entropy),
			(entropy) => bernoulliExpBig(bigA << 60n, bigB << 60n, entropy)
		];
		if (a <= b)
			for (const ceiling of [Math.max(1, Math.ceil((a / b) * 2 ** 32)), 2 ** 32])
				programs.push((entropy) => bernoulliExpUnder(ceiling, () => bigA, bigB, entropy));
		return programs.map((program) => checkLaw(program, bernoulliExpLaw(bigA, bigB), 1e-15, 1e-12));
	});
}

function laplaceChecks(): Check[] {
	return [1, 2, 3, 5].flatMap((t) =>
		[
			(entropy: Entropy) => discreteLaplaceRound(t, entropy),
			(entropy: Entropy) => asNumber(discreteLaplaceRoundBig(BigInt(t), entropy))
		].map((round) => checkLaw(round, laplaceRoundLaw(t, 8), 2e-7, 4e-3))
	);
}

function referenceChecks(): Check[] {
	return ['1/10', '1/4', '1', '5/3', '10'].flatMap((text) => {
		const sigma2 = Rational.parse(text);
		const law = referenceLaw(sigma2);
		const exact = referenceRoundLaw(sigma2, Math.floor(Math.sqrt(sigma2.toNumberDown())) + 1, 6);
		return [law, { ...law, small: null }].map((form) =>
			checkLaw((entropy) => referenceRound(form, entropy), exact, 1e-6, 0.02)
		);
	});
}

function wideChecks(): Check[] {
	return ['57', '399/7', '1000'].flatMap((text) =>
		[2, 4, 8].flatMap((stride) => {
			const law = wideLaw(Rational.parse(text), stride);
			// Farther x have exponents above 1 here; with the tables that are used, those lie beyond 256 sigma.
			const near = [0, 1, 2].filter((x) => (stride * (x + 1)) ** 2 < 100);
			return near.map((x) => checkLaw((entropy) => wideRound(law, x, entropy), wideRoundLaw(law, x), 1e-15, 1e-10));
		})
	);
}

function tableChecks(): Check[] {
	return ['1/10', '1/4', '1', '10', '399/7', '10000'].flatMap((text) =>
		(['magnitudes', 'half-line'] as const).map((support: Support) => {
			const sigma2 = Rational.parse(text);
			const table = new InversionSampler(sigma2, support);
			const draw = (entropy: Entropy) => (support === 'magnitudes' ? table.sample(entropy) : table.magnitude(entropy));
			return checkTable(draw, cumulative(sigma2, support), table.size);
		})
	);
}

function asNumber(draw: bigint | null): number | null {
	return draw === null ? null : Number(draw);
}
