import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { SECM } from './secm.ts';

/** Weights of the months, January first, by what begins; of mean 1 after scaling. */
type Season = readonly number[];
const LEVEL: Season = [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1];
/** Contracts end with the year and with the summer season: the stock of benefits peaks in January and February. */
const JOB_LOSS: Season = [1.36, 0.79, 0.73, 0.7, 0.71, 0.84, 1.03, 1.03, 1.08, 1.17, 1.21, 1.45];
/** Work is found in spring. */
const JOB_FOUND: Season = [0.8, 0.95, 1.25, 1.35, 1.25, 1.15, 0.95, 1.05, 1.15, 0.9, 0.65, 0.55];
const BUSINESS: Season = [1.9, 1, 1, 1, 0.9, 0.9, 0.9, 0.8, 1, 0.9, 0.9, 0.8];
const SCHOOL_YEAR: Season = [0.3, 0.5, 0.3, 0.2, 0.2, 0.3, 0.4, 1.5, 6, 1.6, 0.4, 0.3];
const SCHOOL_ENDS: Season = [0.6, 0.9, 0.6, 0.5, 0.6, 1, 2.2, 2.2, 1.6, 0.8, 0.5, 0.5];

function season(from: number, to: number): Season {
	if (to === SECM.unemployment) return JOB_LOSS;
	if (to === SECM.entrepreneur || to === SECM.director) return BUSINESS;
	if (to === SECM.studentWithIncome || to === SECM.studentWithout)
		return from === SECM.studentWithout ? LEVEL : SCHOOL_YEAR;
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
function rates(): (readonly [from: number, to: number, rates: ByAge])[] {
	const file = join(import.meta.dirname, 'data', 'positions.csv');
	return parse(readFileSync(file, 'utf8'), { columns: true }).map((row) => {
		const { from, to, rates: texts } = row as Record<string, string>;
		const byAge = texts!.split(' ').map((text) => text.split(':').map(Number) as [number, number]);
		return [Number(from), Number(to), byAge];
	});
}

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
	const byKind = [0, 1, 2, 3].map(() => new Float64Array(CODES * (OLDEST + 1))) as unknown as Chances['rates'];
	const others: [number, number][][] = Array.from({ length: CODES * (OLDEST + 1) }, () => []);
	for (const [from, to, byAge] of rates()) {
		const kind = [SECM.unemployment, SECM.assistance, SECM.disability].indexOf(to as never) + 1;
		for (let age = 15; age <= OLDEST; age++) {
			const rate = byAge.find(([upTo]) => age <= upTo)?.[1] ?? 0;
			if (rate === 0) continue;
			const at = row(from, age);
			byKind[kind]![at]! += rate;
			if (kind === KIND.other) others[at]!.push([byKind[0][at]!, to]);
		}
	}
	return { rates: byKind, others };
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
