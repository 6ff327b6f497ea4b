import { yearOf } from './months.ts';
import type { Person } from './person.ts';
import type { Random } from './random.ts';

/**
 * Yearly chances: rough figures of ours, chosen so that numbers and types of households and the yearly births, deaths, divorces
 * and moves stay about as published (CBS, population dynamics 2015-2023).
 */
export const CHANCE = {
	/** Of who lives alone: below 30, below 45, older. */
	pairUp: [0.37, 0.39, 0.11],
	leaveCountry: [0.035, 0.02, 0.004],
	arrive: 0.0145,
	arriveTogether: 0.3,
	separate: 0.019,
	marry: 0.12,
	/** First, second and later children, by age of the mother: below 27, below 35, up to 42. */
	children: [
		[0.125, 0.21, 0.06],
		[0.3, 0.34, 0.075],
		[0.19, 0.22, 0.04]
	],
	/** Of a child at home, by age: 18, 19, ... */
	leaveParents: [0.05, 0.065, 0.085, 0.11, 0.14, 0.17, 0.2, 0.22],
	/** Single parents who find a partner. */
	pairUpAgain: 0.02,
	sameSex: 0.03,
	shareHome: 0.03,
	leaveShared: 0.12
} as const;
/** Chance to move: reference person below 35, below 65, older. */
export const MOVE = [0.24, 0.06, 0.025];
/** Chance that a home is sold in the year after a low income (ours). */
export const SELL = 0.3;
/** Chance that who rents buys when moving (ours), before what standing and work make of it. */
export const BUY = 0.8;
export const ADULT = 18;

/** Index of the chances of who lives alone, by age. */
export function phaseOf(age: number): 0 | 1 | 2 {
	return age < 30 ? 0 : age < 45 ? 1 : 2;
}

/** By age, a hazard that grows tenfold in about 23 years (B. Gompertz 1825); of the oldest it is certain. */
const DYING = Float64Array.from({ length: 131 }, (_, age) => Math.exp(0.1 * age - 11.32));

export function dies({ birth }: Person, year: number, random: Random): boolean {
	return random.next() < DYING[Math.min(year - yearOf(birth), DYING.length - 1)]!;
}
