import { Random } from './random.ts';
import { AGE_BANDS, TEMPLATES, draft } from './templates.ts';
import { TYPE } from './person.ts';

/** Published shares of a municipality: fractions of households, persons per household, fractions of persons by age band. */
export interface Composition {
	readonly onePerson: number;
	readonly noChildren: number;
	readonly singleParents: number;
	readonly householdSize: number;
	readonly ages: readonly number[];
}

const DRAFTS = 400;
const KINDS = 3;
/** Per template, means over its households: one person, couple without children, single parent, persons by age band. */
const FEATURES: readonly (readonly number[])[] = features();

function features(): number[][] {
	const random = new Random(0, 0);
	return TEMPLATES.map((template) => {
		const sums = new Array<number>(KINDS + AGE_BANDS.length).fill(0);
		for (let i = 0; i < DRAFTS; i++) {
			const { type, adults, children } = draft(template, Infinity, random);
			if (type === TYPE.onePerson) sums[0]!++;
			if (type === TYPE.unmarried || type === TYPE.married) sums[1]!++;
			if (type === TYPE.singleParent) sums[2]!++;
			for (const age of [...adults, ...children]) sums[KINDS + AGE_BANDS.findLastIndex((from) => age >= from)]!++;
		}
		return sums.map((sum) => sum / DRAFTS);
	});
}

/** Relative change a year of national shares (CBS 37296ned and 71486ned, 2013-2024, rounded): what is published is of 2020. */
const DRIFT = { onePerson: 0.005, size: -0.004, young: -0.0125, old: 0.0185 };

/** The composition of about a year, when that of 2020 is given. */
export function drifted(composition: Composition, year: number): Composition {
	const years = Math.max(-10, Math.min(5, year - 2020));
	const ages = composition.ages.map((share, band) => {
		const drift = band === 0 ? DRIFT.young : band === AGE_BANDS.length - 1 ? DRIFT.old : 0;
		return share * (1 + drift * years);
	});
	const total = ages.reduce((a, b) => a + b);
	return {
		...composition,
		onePerson: composition.onePerson * (1 + DRIFT.onePerson * years),
		householdSize: composition.householdSize * (1 + DRIFT.size * years),
		ages: ages.map((share) => share / total)
	};
}

const STEPS = 30;
/** Weight of staying near the country's mix: published shares are rounded and need not fit each other. */
const RIDGE = 2e-4;

/**
 * Weights of the templates that give a municipality's published shares and stay as near to the country's as they can
 * (entropy balancing, J. Hainmueller 2012): w = w0 exp(a . x), where the weighted mean of x is 0.
 */
export function weigh({ onePerson, noChildren, singleParents, householdSize, ages }: Composition): number[] {
	const perTemplate = FEATURES.map(([one, couple, single, ...counts]) => {
		const size = counts.reduce((a, b) => a + b);
		return [
			one! - onePerson,
			couple! - noChildren,
			single! - singleParents,
			size - householdSize,
			...counts.slice(1).map((count, band) => count - ages[band + 1]! * size)
		];
	});
	const deviations = perTemplate[0]!.map((_, i) => perTemplate.map((one) => one[i]!));
	const a = deviations.map(() => 0);
	let weights: number[] = [];
	for (let step = 0; step < STEPS; step++) {
		weights = tilted(deviations, a);
		const move = newtonStep(deviations, weights, a);
		const length = Math.hypot(...move);
		if (length < 1e-6) break;
		for (let i = 0; i < a.length; i++) a[i]! -= move[i]! * Math.min(1, 2 / length);
	}
	return weights;
}

/** Weights of the templates, of total 1, at multipliers `a` of the deviations. */
function tilted(deviations: readonly (readonly number[])[], a: readonly number[]): number[] {
	const weights = TEMPLATES.map(({ weight }, t) => {
		let exponent = 0;
		for (let i = 0; i < a.length; i++) exponent += a[i]! * deviations[i]![t]!;
		return weight * Math.exp(exponent);
	});
	const total = weights.reduce((x, y) => x + y);
	return weights.map((weight) => weight / total);
}

/** How far Newton's method moves the multipliers back. */
function newtonStep(
	deviations: readonly (readonly number[])[],
	weights: readonly number[],
	a: readonly number[]
): number[] {
	const shares = deviations.map((deviation) => deviation.map((value, t) => weights[t]! * value));
	const gradient = shares.map((share, i) => share.reduce((sum, value) => sum + value, RIDGE * a[i]!));
	const means = gradient.map((value, i) => value - RIDGE * a[i]!);
	const hessian = shares.map((share, i) =>
		deviations.map((deviation, j) => dot(share, deviation, i === j ? RIDGE : 0) - means[i]! * means[j]!)
	);
	return solve(hessian, gradient);
}

function dot(x: readonly number[], y: readonly number[], start: number): number {
	let sum = start;
	for (let i = 0; i < x.length; i++) sum += x[i]! * y[i]!;
	return sum;
}

/** Gauss elimination with pivoting. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
	const rows = matrix.map((row, i) => [...row, right[i]!]);
	const n = rows.length;
	for (let c = 0; c < n; c++) {
		let pivot = c;
		for (let r = c + 1; r < n; r++) if (Math.abs(rows[r]![c]!) > Math.abs(rows[pivot]![c]!)) pivot = r;
		[rows[c], rows[pivot]] = [rows[pivot]!, rows[c]!];
		for (let r = 0; r < n; r++) {
			if (r === c) continue;
			const factor = rows[r]![c]! / rows[c]![c]!;
			for (let k = c; k <= n; k++) rows[r]![k]! -= factor * rows[c]![k]!;
		}
	}
	return rows.map((row, i) => row[n]! / row[i]!);
}
