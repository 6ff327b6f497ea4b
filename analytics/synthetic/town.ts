import { dayBefore, monthOf } from './months.ts';
import type { Random } from './random.ts';
import { SECM } from './secm.ts';
import { OPEN, type Staging } from './staging.ts';

/** TYPHH of GBAHUISHOUDENSBUS. */
export const TYPE = {
	onePerson: 1,
	unmarried: 2,
	married: 3,
	unmarriedChildren: 4,
	marriedChildren: 5,
	singleParent: 6,
	other: 7,
	institution: 8
} as const;

/** PLHH of an adult, by TYPHH; a child is 1, and who is not the reference person of "other" is 9. */
const PLACE = [0, 2, 3, 4, 5, 6, 7, 8, 10];
const CHILD = 1;
/** Share of partnerships that are registered instead of married (ours, after CBS: about one in nine). */
const REGISTERED = 0.11;

/** Last numbers given out. */
export interface Counters {
	person: number;
	household: number;
	address: number;
}

/** Months and quarters as in months.ts; 0 for never. */
export interface Person {
	readonly id: number;
	readonly birth: number;
	readonly sex: number;
	/** Latent standing for life, standard normal: wages, chance of losing a job. */
	readonly level: number;
	child: boolean;
	addressSince: number;
	/** SECM, and the first day of its present spell. */
	position: number;
	positionSince: number;
	/** Month until which this year's income is counted, and that income, euros of 2020. */
	paidUntil: number;
	net: number;
	primary: number;
	/** Standardised income of the year before, euros of that year; and the latest year in which it fell much. */
	standard: number;
	dropYear: number;
	spouse: Person | null;
	marriedSince: number;
	partnership: number;
	/** Year of arrival from abroad; 0 for who was born here, or lived here at the start. */
	arrived: number;
	/** Last month of unemployment benefit beside a job, and whether there is a partial disability benefit. */
	topUpUntil: number;
	partlyDisabled: boolean;
	/** Months of the latest events. */
	jobLoss: number;
	assistanceStart: number;
	disabled: number;
	separated: number;
	bereaved: number;
	/** Quarter in which the person's own registered debts began, and whether the ten criteria see them. */
	debtSince: number;
	tenCriteria: boolean;
	/** Own debts at the ends of the quarters of the year, a bit each. */
	debtQuarters: number;
	/** First days of the spells that go with debts. */
	defaultSince: number;
	wsnpSince: number;
}

export interface Household {
	readonly number: number;
	type: number;
	/** Reference person first, then partner, then children. */
	members: Person[];
	/** Start of the present composition. */
	since: number;
	address: number;
	buurt: number;
	/** Index of the municipality it lives in. */
	gemeente: number;
	/** Year of the last event: one event a year keeps the dates in order. */
	quiet: number;
	owner: boolean;
	/** Slowly moving inclinations, standard normal: to have more income than positions tell, and to save. */
	luck: number;
	savings: number;
	/** Percentages of the low-income threshold and of the social minimum in the three years before; -1 where there was none. */
	past: [number, number, number];
	pastMinimum: [number, number, number];
	/** Latest months in which a child was born, and in which one at home turned 18. */
	birth: number;
	turned18: number;
}

/** The people of one municipality at the start, and the spells that they leave behind. */
export class Town {
	readonly households: Household[] = [];
	readonly staging: Staging;
	/** Singles who are ready to move in with the next one of about their age, by age and sex. */
	readonly waiting: (Household | null)[] = [];
	readonly #counters: Counters;
	readonly #random: Random;
	/** Dwellings left empty, by buurt, to be lived in again. */
	readonly #empty = new Map<number, number[]>();

	constructor(staging: Staging, counters: Counters, random: Random) {
		this.staging = staging;
		this.#counters = counters;
		this.#random = random;
	}

	/** @param registered first day in the population register: of birth, or of arrival */
	person(birth: number, sex: number, child: boolean, registered: number, foreignParents: number): Person {
		const id = this.#counters.person++;
		this.staging.person.row(id, sex, birth, foreignParents, registered);
		return {
			id,
			birth,
			sex,
			level: this.#random.normal(),
			child,
			addressSince: registered,
			position: SECM.studentWithout,
			positionSince: registered,
			paidUntil: 0,
			net: 0.1,
			primary: 0.1,
			standard: 0.1,
			dropYear: 0,
			spouse: null,
			marriedSince: 0,
			partnership: 0,
			arrived: 0,
			topUpUntil: 0,
			partlyDisabled: false,
			jobLoss: 0,
			assistanceStart: 0,
			disabled: 0,
			separated: 0,
			bereaved: 0,
			debtSince: 0,
			tenCriteria: false,
			debtQuarters: 0,
			defaultSince: 0,
			wsnpSince: 0
		};
	}

	/** A household that starts, in a dwelling of the buurt. */
	found(
		type: number,
		members: Person[],
		since: number,
		{ buurt, gemeente }: Pick<Household, 'buurt' | 'gemeente'>,
		quiet: number,
		owner: boolean
	): Household {
		const household: Household = {
			number: this.#counters.household++,
			type,
			members,
			since,
			address: this.dwelling(buurt),
			buurt,
			gemeente,
			quiet,
			owner,
			luck: this.#random.normal(),
			savings: this.#random.normal(),
			past: [-1, -1, -1],
			pastMinimum: [-1, -1, -1],
			birth: 0,
			turned18: 0
		};
		this.households.push(household);
		return household;
	}

	marry(person: Person, spouse: Person, date: number): void {
		const partnership = this.#random.next() < REGISTERED ? 1 : 0;
		for (const [one, other] of [
			[person, spouse],
			[spouse, person]
		] as const) {
			one.spouse = other;
			one.marriedSince = date;
			one.partnership = partnership;
		}
	}

	/** Ends a marriage: 1 divorce, 2 death of either. */
	unmarry(person: Person, date: number, reason: number): void {
		const { spouse } = person;
		if (spouse === null) return;
		this.#writeMarriage(person, spouse, date, reason);
		this.#writeMarriage(spouse, person, date, reason);
		person.spouse = null;
		spouse.spouse = null;
	}

	#writeMarriage(person: Person, spouse: Person, until: number, reason: number): void {
		this.staging.partner_spell.row(person.id, spouse.id, person.marriedSince, until, person.partnership, reason);
	}

	dwelling(buurt: number): number {
		const empty = this.#empty.get(buurt)?.pop();
		if (empty !== undefined) return empty;
		const address = this.#counters.address++;
		this.staging.address.row(address, buurt);
		return address;
	}

	leaveDwelling(buurt: number, address: number): void {
		const list = this.#empty.get(buurt);
		if (list === undefined) this.#empty.set(buurt, [address]);
		else list.push(address);
	}

	/** Ends the present composition the day before `date`; the household goes on with whom it has then. */
	recompose(household: Household, date: number, change: () => void): void {
		this.writeComposition(household, date - 1);
		change();
		household.since = date;
	}

	/** One row per member for the present composition. */
	writeComposition(household: Household, until = OPEN): void {
		const { members, type } = household;
		let children = 0;
		let youngest = 0;
		let oldest = 0;
		for (const { child, birth } of members) {
			if (!child) continue;
			children++;
			const month = Math.floor(birth / 100);
			youngest = Math.max(youngest, month);
			oldest = oldest === 0 ? month : Math.min(oldest, month);
		}
		const others = type === TYPE.other ? members.length - 1 : 0;
		for (let i = 0; i < members.length; i++) {
			const place = members[i]!.child ? CHILD : type === TYPE.other && i > 0 ? 9 : PLACE[type]!;
			this.staging.household_spell.row(
				members[i]!.id,
				household.number,
				household.since,
				until,
				type,
				place,
				i === 0 ? 1 : 0,
				members.length,
				children,
				others,
				youngest,
				oldest
			);
		}
	}

	/** Moves persons from a dwelling to another one on a date. */
	movePersons(persons: readonly Person[], from: number, date: number): void {
		for (const person of persons) {
			this.staging.address_spell.row(person.id, from, person.addressSince, date - 1);
			person.addressSince = date;
		}
	}

	/** A new socio-economic position from the first day of a month. */
	changePosition(person: Person, date: number, position: number): void {
		this.staging.position_spell.row(person.id, person.positionSince, dayBefore(date), person.position);
		person.position = position;
		person.positionSince = date;
	}

	/** Closes all that runs of somebody who dies or leaves the country on a date, but the household. */
	depart(person: Person, address: number, date: number): void {
		const last = date - 1;
		this.staging.address_spell.row(person.id, address, person.addressSince, last);
		this.staging.position_spell.row(person.id, person.positionSince, last, person.position);
		this.endDebts(person, last);
	}

	/** Ends registered debts, and the spells that only go with them. */
	endDebts(person: Person, last: number): void {
		if (person.defaultSince > 0) this.staging.default_spell.row(person.id, person.defaultSince, last);
		if (person.wsnpSince > 0) this.staging.wsnp_spell.row(person.id, person.wsnpSince, last);
		person.debtSince = person.defaultSince = person.wsnpSince = 0;
	}

	/** Writes what still lasts. */
	finish(): void {
		for (const household of this.households) {
			this.writeComposition(household);
			for (const person of household.members) {
				this.depart(person, household.address, OPEN + 1);
				if (person.spouse !== null) this.#writeMarriage(person, person.spouse, OPEN, 0);
			}
		}
	}
}

/** TYPHH from the adults and children of a household that is neither "other" nor an institution. */
export function typeOf(adults: number, children: number, married: boolean): number {
	if (adults === 1) return children > 0 ? TYPE.singleParent : TYPE.onePerson;
	if (children > 0) return married ? TYPE.marriedChildren : TYPE.unmarriedChildren;
	return married ? TYPE.married : TYPE.unmarried;
}

export function isMarried({ type }: Household): boolean {
	return type === TYPE.married || type === TYPE.marriedChildren;
}

/** The second adult of a couple. */
export function partnerIn({ members, type }: Household): Person | null {
	return type >= TYPE.unmarried && type <= TYPE.marriedChildren ? members[1]! : null;
}

export function bornIn(person: Person): number {
	return Math.floor(monthOf(person.birth) / 12) + 1900;
}
