import { SECM } from './secm.ts';

/** Weights of the months, January first, by what begins; of mean 1 after scaling. */
type Season = readonly number[];
const LEVEL: Season = [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1];
/** Contracts end with the year and with the summer season: the stock of benefits peaks in January and February. */
const JOB_LOSS: Season = [2.1, 1.15, 0.95, 0.85, 0.8, 0.8, 1.1, 0.85, 0.8, 0.85, 0.9, 0.85];
/** Work is found in spring. */
const JOB_FOUND: Season = [0.75, 0.85, 1.1, 1.3, 1.25, 1.15, 0.95, 1, 1.15, 1, 0.8, 0.7];
const BUSINESS: Season = [1.9, 1, 1, 1, 0.9, 0.9, 0.9, 0.8, 1, 0.9, 0.9, 0.8];
const SCHOOL_YEAR: Season = [0.3, 0.5, 0.3, 0.2, 0.2, 0.3, 0.4, 1.5, 6, 1.6, 0.4, 0.3];
const SCHOOL_ENDS: Season = [0.6, 0.9, 0.6, 0.5, 0.6, 1, 2.2, 2.2, 1.6, 0.8, 0.5, 0.5];

function season(from: number, to: number): Season {
	if (to === SECM.unemployment) return JOB_LOSS;
	if (to === SECM.entrepreneur || to === SECM.director) return BUSINESS;
	if (to === SECM.studentWithIncome || to === SECM.studentWithout) return from === SECM.studentWithout ? LEVEL : SCHOOL_YEAR;
	if (from === SECM.studentWithIncome || from === SECM.studentWithout) return SCHOOL_ENDS;
	if (to === SECM.employee) return JOB_FOUND;
	return LEVEL;
}

/** Chance a year, as a rate, by age: [up to and including age, rate] in ascending order, 0 above the last one. */
type ByAge = readonly (readonly [upTo: number, rate: number])[];

/**
 * Yearly rates of one position into another: rough figures of ours, chosen so that the stocks of SECM, of benefits and their
 * flows come out about as published; the calibration multiplies those into unemployment, social assistance and disability.
 */
const RATES: readonly (readonly [from: number, to: number, rates: ByAge])[] = [
	[11, 21, [[20, 0.012], [27, 0.028], [50, 0.027], [70, 0.024]]],
	[11, 22, [[17, 0], [26, 0.0012], [45, 0.0016], [64, 0.0009]]],
	[11, 24, [[30, 0.0035], [45, 0.0055], [55, 0.009], [66, 0.013]]],
	[11, 13, [[22, 0.008], [50, 0.018], [62, 0.01]]],
	[11, 12, [[55, 0.0012]]],
	[11, 14, [[65, 0.0015]]],
	[11, 32, [[25, 0.025], [40, 0.017], [55, 0.012], [66, 0.012]]],
	[11, 26, [[18, 0.35], [20, 0.14], [24, 0.05], [29, 0.008]]],
	[11, 25, [[59, 0], [62, 0.035], [67, 0.08]]],
	[12, 11, [[66, 0.03]]],
	[12, 13, [[66, 0.01]]],
	[12, 32, [[66, 0.006]]],
	[12, 25, [[61, 0], [67, 0.04]]],
	[13, 11, [[30, 0.1], [50, 0.06], [66, 0.03]]],
	[13, 32, [[50, 0.016], [66, 0.012]]],
	[13, 22, [[60, 0.0025]]],
	[13, 24, [[45, 0.0015], [66, 0.003]]],
	[13, 12, [[60, 0.006]]],
	[13, 21, [[60, 0.0015]]],
	[13, 25, [[61, 0], [67, 0.03]]],
	[14, 11, [[66, 0.2]]],
	[14, 13, [[66, 0.06]]],
	[14, 32, [[66, 0.1]]],
	[15, 11, [[66, 0.1]]],
	[15, 13, [[66, 0.06]]],
	[21, 11, [[30, 1.25], [45, 1], [54, 0.7], [59, 0.42], [67, 0.2]]],
	[21, 22, [[17, 0], [30, 0.1], [55, 0.14], [64, 0.09]]],
	[21, 23, [[54, 0], [66, 0.05]]],
	[21, 32, [[66, 0.14]]],
	[21, 24, [[66, 0.06]]],
	[21, 13, [[55, 0.06], [66, 0.02]]],
	[21, 25, [[61, 0], [67, 0.1]]],
	[22, 11, [[26, 0.2], [35, 0.13], [45, 0.08], [54, 0.045], [66, 0.015]]],
	[22, 13, [[55, 0.006]]],
	[22, 26, [[23, 0.06], [27, 0.02]]],
	[22, 24, [[66, 0.008]]],
	[22, 32, [[26, 0.09], [66, 0.035]]],
	[23, 11, [[55, 0.06], [66, 0.03]]],
	[23, 32, [[66, 0.05]]],
	[24, 11, [[30, 0.09], [45, 0.06], [66, 0.025]]],
	[24, 22, [[60, 0.012]]],
	[24, 32, [[60, 0.015]]],
	[26, 11, [[16, 0], [17, 0.06], [18, 0.13], [19, 0.17], [20, 0.22], [21, 0.27], [22, 0.33], [23, 0.42], [24, 0.55], [60, 0.8]]],
	[26, 13, [[17, 0], [30, 0.015]]],
	[26, 31, [[17, 0.05], [30, 0.04]]],
	[26, 32, [[17, 0], [30, 0.025]]],
	[26, 22, [[17, 0], [20, 0.007], [40, 0.016]]],
	[26, 24, [[17, 0], [30, 0.008]]],
	[26, 21, [[20, 0], [30, 0.004]]],
	[31, 26, [[14, 0], [17, 0.75], [30, 0.5]]],
	[31, 11, [[17, 0], [60, 0.2]]],
	[31, 32, [[17, 0.01], [60, 0.12]]],
	[31, 24, [[17, 0], [30, 0.02]]],
	[32, 11, [[24, 0.5], [35, 0.28], [50, 0.17], [60, 0.06], [66, 0.02]]],
	[32, 13, [[50, 0.025], [62, 0.01]]],
	[32, 22, [[17, 0], [26, 0.05], [50, 0.04], [62, 0.022]]],
	[32, 24, [[66, 0.01]]],
	[32, 26, [[21, 0.15], [26, 0.04]]],
	[32, 25, [[59, 0], [67, 0.12]]]
];

/** The three kinds of change whose rates move with the years, the place and the person. */
export const KIND = { other: 0, unemployment: 1, assistance: 2, disability: 3 } as const;

const OLDEST = 100;
/** One more than the highest code of SECM. */
const CODES = 33;

export function row(position: number, age: number): number {
	return position * (OLDEST + 1) + Math.min(age, OLDEST);
}

/** Rates by row(position, age): of each of the three kinds, and of all others together with their shares. */
export interface Chances {
	readonly rates: readonly [Float64Array, Float64Array, Float64Array, Float64Array];
	/** Of the other changes: running totals of their rates, and where they lead. */
	readonly others: readonly (readonly [cumulative: number, to: number][])[];
}

function chances(): Chances {
	const rates = [0, 1, 2, 3].map(() => new Float64Array(CODES * (OLDEST + 1))) as unknown as Chances['rates'];
	const others: [number, number][][] = Array.from({ length: CODES * (OLDEST + 1) }, () => []);
	for (const [from, to, byAge] of RATES) {
		const kind = [SECM.unemployment, SECM.assistance, SECM.disability].indexOf(to as never) + 1;
		for (let age = 15; age <= OLDEST; age++) {
			const rate = byAge.find(([upTo]) => age <= upTo)?.[1] ?? 0;
			if (rate === 0) continue;
			const at = row(from, age);
			rates[kind]![at]! += rate;
			if (kind === KIND.other) others[at]!.push([rates[0][at]!, to]);
		}
	}
	return { rates, others };
}

export const CHANCES: Chances = chances();

/** Running totals of the months' weights, of total 12, by row `from * 33 + to`; made when asked for. */
const SEASONS = new Map<number, Float64Array>();

export function seasonOf(from: number, to: number): Float64Array {
	const key = from * CODES + to;
	let known = SEASONS.get(key);
	if (known === undefined) {
		const weights = season(from, to);
		const scale = 12 / weights.reduce((a, b) => a + b);
		let total = 0;
		known = Float64Array.from(weights, (weight) => (total += weight * scale));
		SEASONS.set(key, known);
	}
	return known;
}
