import { CHANCE, phaseOf } from './demography.ts';
import { yearOf } from './months.ts';
import { TYPE, typeOf, type Household, type Person } from './person.ts';
import type { Random } from './random.ts';
import type { Town } from './town.ts';

/** Who moves in with whom in a year: singles wait for the next one of about their age, over the years if need be. */
export class Couples {
	readonly #town: Town;
	readonly #year: number;
	readonly #random: Random;

	constructor(town: Town, year: number, random: Random) {
		this.#town = town;
		this.#year = year;
		this.#random = random;
	}

	/** Waits, unless somebody else does already. */
	wait(household: Household): void {
		const [person] = household.members as [Person];
		const queue = this.#queue(person, person.sex);
		if (this.#ready(queue) === null) this.#town.waiting[queue] = household;
	}

	/** Who waits in a queue, still lives alone, and had no other event this year: else the place is free. */
	#ready(queue: number): Household | null {
		const waiting = this.#town.waiting[queue] ?? null;
		if (waiting === null || waiting.quiet >= this.#year) return null;
		return waiting.type === TYPE.onePerson && waiting.members.length === 1 ? waiting : null;
	}

	#queue(person: Person, sex: number): number {
		return 2 * phaseOf(this.#year - yearOf(person.birth)) + sex - 1;
	}

	/** Whether somebody was waiting, who now moves in. */
	pairUp(household: Household): boolean {
		const person = household.members[0]!;
		const sex = this.#random.next() < CHANCE.sameSex ? person.sex : 3 - person.sex;
		const queue = this.#queue(person, sex);
		const other = this.#ready(queue);
		if (other === null || other === household) return false;
		this.#town.waiting[queue] = null;
		this.#moveIn(other, household);
		return true;
	}

	#moveIn(from: Household, to: Household): void {
		const date = this.#random.date(this.#year);
		to.quiet = this.#year;
		const [person] = from.members as [Person];
		const shared = this.#random.next() < CHANCE.shareHome;
		this.#town.movePersons([person], from.address, date);
		this.#town.recompose(from, date, () => (from.members = []));
		this.#town.leaveDwelling(from.buurt, from.address);
		this.#town.recompose(to, date, () => {
			const children = to.members.length - 1;
			to.members.splice(1, 0, person);
			to.type = shared && children === 0 ? TYPE.other : typeOf(2, children, false);
		});
		to.owner ||= from.owner;
		to.past = [-1, -1, -1];
		to.pastMinimum = [-1, -1, -1];
	}
}
