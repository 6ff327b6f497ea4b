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

/** Numbers that run through all towns. */
export interface Counters {
	person: number;
	household: number;
	address: number;
}

export interface Person {
	readonly id: number;
	readonly birth: number;
	readonly sex: number;
	child: boolean;
	addressSince: number;
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
	/** Year of the last event: one event a year keeps the dates in order. */
	quiet: number;
	student: boolean;
	/** Fixed inclinations in [0, 1): main source of income, tenure, which member earns most. */
	readonly source: number;
	readonly tenure: number;
	/** Latent standing, standard normal over households: low values mean low income, or debts. */
	income: number;
	debt: number;
	/** Percentages of the low-income threshold in the three years before; -1 where there was no household. */
	past: [number, number, number];
}

/** The people and households of one municipality, and the spells that they leave behind. */
export class Town {
	readonly households: Household[] = [];
	readonly #staging: Staging;
	readonly #counters: Counters;
	/** Dwellings left empty, by buurt, to be lived in again. */
	readonly #empty = new Map<number, number[]>();

	constructor(staging: Staging, counters: Counters) {
		this.#staging = staging;
		this.#counters = counters;
	}

	person(birth: number, sex: number, child: boolean, addressSince: number, foreignParents: number): Person {
		const id = this.#counters.person++;
		this.#staging.person.row(id, sex, birth, foreignParents);
		return { id, birth, sex, child, addressSince };
	}

	nextHousehold(): number {
		return this.#counters.household++;
	}

	dwelling(buurt: number): number {
		const empty = this.#empty.get(buurt)?.pop();
		if (empty !== undefined) return empty;
		const address = this.#counters.address++;
		this.#staging.address.row(address, buurt);
		return address;
	}

	leaveDwelling(household: Household): void {
		const list = this.#empty.get(household.buurt);
		if (list === undefined) this.#empty.set(household.buurt, [household.address]);
		else list.push(household.address);
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
			this.#staging.household_spell.row(
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

	writeAddress(person: Person, address: number, until = OPEN): void {
		this.#staging.address_spell.row(person.id, address, person.addressSince, until);
	}

	/** Moves persons from the household's dwelling to another one on a date. */
	movePersons(persons: readonly Person[], from: number, date: number): void {
		for (const person of persons) {
			this.writeAddress(person, from, date - 1);
			person.addressSince = date;
		}
	}

	/** Writes what still lasts. */
	finish(): void {
		for (const household of this.households) {
			this.writeComposition(household);
			for (const person of household.members) this.writeAddress(person, household.address);
		}
	}
}

/** TYPHH from the adults and children of a household that is neither "other" nor an institution. */
export function typeOf(adults: number, children: number, married: boolean): number {
	if (adults === 1) return children > 0 ? TYPE.singleParent : TYPE.onePerson;
	if (children > 0) return married ? TYPE.marriedChildren : TYPE.unmarriedChildren;
	return married ? TYPE.married : TYPE.unmarried;
}

export function ageOn(birth: number, date: number): number {
	return Math.floor((date - birth) / 10_000);
}
