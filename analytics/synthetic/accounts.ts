import { careAllowance, childBenefit, childBudget, rentAllowance } from './allowances.ts';
import type { Calibration } from './calibration.ts';
import type { Effects } from './buurten.ts';
import { GROUPS, SOURCES, SOURCE_OF, groupOf } from './groups.ts';
import { yearOf } from './months.ts';
import type { Random } from './random.ts';
import { SECM, studies } from './secm.ts';
import { TYPE, partnerIn, type Household, type Person } from './person.ts';
import { wealthOf, type Wealth } from './wealth.ts';

/** Consumer prices, 2020 = 1 (CBS 83131NED, yearly means, rounded). */
const PRICES: Readonly<Record<number, number>> = {
	2010: 0.846,
	2011: 0.866,
	2012: 0.888,
	2013: 0.91,
	2014: 0.919,
	2015: 0.924,
	2016: 0.927,
	2017: 0.94,
	2018: 0.956,
	2019: 0.981,
	2020: 1,
	2021: 1.027,
	2022: 1.13,
	2023: 1.173,
	2024: 1.212
};

export function prices(year: number): number {
	return PRICES[year] ?? 1;
}

/** Low-income threshold for a person living alone, euros a year, prices of 2020 (CBS). */
const THRESHOLD = 13_200;
/** How incomes differ beyond what positions tell, and how a poorer buurt lowers them: logarithms (ours). */
const LUCK = 0.09;
const BUURT = 0.13;
const PERSISTENCE = 0.8;
/** A fall of the income against the threshold that counts as substantial. */
const DROP = 0.75;

/** Codes of percentages without a value: unknown or part of a year, institution, student. */
export const UNKNOWN = -1;
export const INSTITUTION = -2;
export const STUDENT = -3;

/** A household's year: amounts in euros of 2020. */
export interface Account {
	readonly earner: Person;
	/** Percentages of the low-income threshold and of the social minimum, or codes below 0. */
	readonly low: number;
	readonly minimum: number;
	/** Without and with the rent allowance. */
	readonly income: number;
	readonly rent: number;
	readonly care: number;
	readonly budget: number;
	readonly factor: number;
	readonly primary: number;
	readonly wealth: Wealth;
}

export class Accounts {
	readonly #year: number;
	readonly #effects: Effects;
	readonly #random: Random;
	readonly #groups: readonly number[];
	readonly #sources: readonly number[];
	readonly #owner: number;
	readonly #places: Float64Array;
	readonly #minimum: readonly [young: number, old: number];

	constructor(year: number, effects: Effects, places: Float64Array, calibration: Calibration, random: Random) {
		this.#year = year;
		this.#effects = effects;
		this.#random = random;
		this.#places = places;
		this.#groups = GROUPS.map(([group]) => calibration.get('income', group, year, 0));
		this.#sources = SOURCES.map(([source]) => calibration.get('income', source, year, 0));
		this.#owner = calibration.get('income', 'owner', year, 0);
		this.#minimum = [calibration.get('minimum', 'young', year, 1), calibration.get('minimum', 'old', year, 0.89)];
	}

	/** The household's income of the year and wealth, and what they leave for the next year. */
	settle(household: Household): Account {
		const { members } = household;
		let net = 0;
		let primary = 0;
		let minors = 0;
		for (let i = 0; i < members.length; i++) {
			net += members[i]!.net;
			primary += members[i]!.primary;
			if (members[i]!.child && this.#year - yearOf(members[i]!.birth) < 18) minors++;
		}
		const adults = members.length - minors;
		const partner = partnerIn(household);
		const heads = partner === null ? 1 : 2;
		const earner = partner !== null && partner.net > members[0]!.net ? partner : members[0]!;
		const raise = this.#raise(household, earner);
		net *= raise;
		const rent = household.owner || household.type === TYPE.institution ? 0 : rentAllowance(net, members.length);
		const care = careAllowance(net, heads);
		const budget = childBudget(net, minors, household.type === TYPE.singleParent);
		const income = net + heads * care + budget + childBenefit(minors);
		const factor = 1 + 0.38 * (adults - 1) + 0.3 * minors;
		const low = this.#code(household) ?? Math.max(1, Math.min(3000, Math.floor((100 * income) / (THRESHOLD * factor))));
		const norm = this.#minimum[earner.position === SECM.pension ? 1 : 0];
		const minimum = low < 0 ? low : Math.max(1, Math.floor(low * norm));
		const wealth = wealthOf(household, Math.max(low, 60), this.#year);
		const account = { earner, low, minimum, income, rent, care, budget, factor, primary: primary * raise, wealth };
		this.#drops(members, low < 0 ? 0 : (income / factor) * prices(this.#year));
		return account;
	}

	/** Remembers whose standardised income fell much; 0 for unknown. */
	#drops(members: readonly Person[], standard: number): void {
		for (let i = 0; i < members.length; i++) {
			const person = members[i]!;
			if (standard > 0 && standard < DROP * person.standard) person.dropYear = this.#year;
			person.standard = standard;
		}
	}

	/** Income beyond positions: of the group and year, the place, and the household's own. */
	#raise(household: Household, earner: Person): number {
		const random = this.#random;
		household.luck = PERSISTENCE * household.luck + Math.sqrt(1 - PERSISTENCE ** 2) * random.normal();
		const log =
			this.#groups[groupOf(household, this.#year)]! +
			this.#sources[SOURCE_OF[earner.position]!]! +
			(household.owner ? this.#owner : 0) +
			this.#places[household.gemeente]! +
			LUCK * household.luck -
			BUURT * this.#effects.logLowIncome[household.buurt]!;
		return Math.exp(log);
	}

	/** Why there is no percentage, or null. */
	#code({ type, members }: Household): number | null {
		if (type === TYPE.institution) return INSTITUTION;
		const [head] = members as [Person];
		if (type === TYPE.onePerson && studies(head.position)) return STUDENT;
		if (head.arrived === this.#year) return UNKNOWN;
		return null;
	}
}

/** Of four years in a row the highest percentage: below 100 means a low income in all four. */
export function fourYears(value: number, past: readonly number[]): number {
	if (value < 0) return value;
	return Math.min(...past) < 0 ? UNKNOWN : Math.max(value, ...past);
}
