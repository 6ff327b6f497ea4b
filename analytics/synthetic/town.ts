import { dayBefore } from './months.ts';
import { TYPE, newPerson, type Household, type Person } from './person.ts';
import type { Random } from './random.ts';
import { OPEN, type Staging } from './staging-layout.ts';

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
		return newPerson(id, birth, sex, child, registered, this.#random);
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
