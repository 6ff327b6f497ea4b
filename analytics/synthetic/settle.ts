import type { Margins } from './margins.ts';
import { endOf, firstDay, firstMonth, monthOf } from './months.ts';
import type { Places } from './places.ts';
import { cumulate, type Random } from './random.ts';
import { firstPosition } from './first-position.ts';
import { SECM } from './secm.ts';
import { TEMPLATES, draft, type Draft } from './templates.ts';
import { TYPE, partnerIn, type Household, type Person } from './person.ts';
import type { Town } from './town.ts';
import { drifted, weigh } from './weighing.ts';

/** Oldest start of a spell. */
const EARLIEST = 1995;
/** Share of households that are institutions, and of those that are of a kind of their own ("other"); ours, after CBS. */
const INSTITUTION = 0.0011;
const OTHER = 0.006;

/** Fills a town with households until it has exactly `persons` inhabitants, as of the end of the year before `year`. */
export class Settlement {
	readonly #town: Town;
	readonly #gemeente: number;
	readonly #margins: Margins;
	readonly #places: Places;
	readonly #random: Random;
	readonly #year: number;
	readonly #kinds: Float64Array;

	constructor(town: Town, gemeente: number, margins: Margins, places: Places, year: number, random: Random) {
		this.#town = town;
		this.#gemeente = gemeente;
		this.#margins = margins;
		this.#places = places;
		this.#random = random;
		this.#year = year;
		this.#kinds = cumulate(weigh(drifted(margins, year)));
	}

	settle(persons: number): void {
		for (let left = persons; left > 0;) left -= this.#household(left).members.length;
	}

	#household(room: number): Household {
		const random = this.#random;
		const { type, adults, children } = this.#draft(room);
		const married = type === TYPE.married || type === TYPE.marriedChildren;
		const head = this.#person(adults[0]!, false, random.next() < headIsMale(type) ? 1 : 2);
		const members = [head];
		for (const age of adults.slice(1))
			members.push(this.#person(age, false, type < TYPE.singleParent ? 3 - head.sex : 1 + random.below(2)));
		const parents = [...members];
		for (const age of children) {
			const child = this.#person(age, true, 1 + random.below(2));
			const mother = parents.find(({ sex }) => sex === 2) ?? parents[0]!;
			const father = parents.find((parent) => parent !== mother);
			this.#town.staging.parents.row(child.id, mother.id, father?.id ?? -1, child.birth);
			members.push(child);
		}
		const grownUp = Math.min(head.birth + 170_000, endOf(this.#year - 1) - 10_000);
		const arrival = Math.max(this.#longAgo(12), grownUp);
		for (const person of members) person.addressSince = Math.max(arrival, person.birth);
		const youngest = Math.max(...members.map((person) => (person.child ? person.birth : 0)));
		const since = Math.max(this.#longAgo(married ? 15 : 6), grownUp, youngest);
		if (married) this.#town.marry(head, members[1]!, since);
		const place = this.#places.within(this.#gemeente, random);
		const household = this.#town.found(type, members, since, place, this.#year - 1, false);
		this.#positions(household);
		household.owner = random.next() >= this.#rented(household, adults[0]!);
		return household;
	}

	#draft(room: number): Draft {
		const random = this.#random;
		const drawn = random.next();
		if (drawn < INSTITUTION && room >= 8)
			return { type: TYPE.institution, adults: this.#ages(Math.min(room, 8 + random.below(40)), 66, 30), children: [] };
		if (drawn < INSTITUTION + OTHER && room >= 2)
			return { type: TYPE.other, adults: this.#ages(Math.min(room, 2 + random.below(3)), 20, 50), children: [] };
		return draft(TEMPLATES[random.pick(this.#kinds)]!, room, random);
	}

	#ages(count: number, from: number, range: number): number[] {
		return Array.from({ length: count }, () => from + this.#random.below(range));
	}

	#person(age: number, child: boolean, sex: number): Person {
		const random = this.#random;
		const birth = (this.#year - 1 - age) * 10_000 + (1 + random.below(12)) * 100 + 1 + random.below(28);
		return this.#town.person(birth, sex, child, birth, foreignParents(random));
	}

	/** A date that lies exponentially far back, `mean` years on average. */
	#longAgo(mean: number): number {
		const years = Math.floor(-mean * Math.log(1 - this.#random.next()));
		return this.#random.date(Math.max(EARLIEST, this.#year - 1 - years));
	}

	/** Chance to rent: the town's share, higher for the young, for single persons and for whoever stands low. */
	#rented({ type, members }: Household, age: number): number {
		const { rented } = this.#margins;
		const head = members[0]!;
		const kind = type === TYPE.onePerson || type === TYPE.singleParent ? 1.9 : 0.42;
		const source = head.position === SECM.assistance ? 30 : head.position === SECM.disability ? 4 : 1;
		const standing = Math.exp(-0.9 * head.level);
		const odds = (rented / (1 - rented)) * kind * source * standing * (age < 28 ? 3.5 : 1);
		return odds / (1 + odds);
	}

	#positions(household: Household): void {
		const { members, type } = household;
		const random = this.#random;
		for (const person of members) {
			person.position = firstPosition(person, this.#year - 1, type, this.#margins, random);
			const start = firstMonth(this.#year) - 1 - Math.floor(-60 * Math.log(1 - random.next()));
			person.positionSince = Math.max(firstDay(Math.max(start, firstMonth(EARLIEST))), person.birth);
			const fifteen = monthOf(person.birth) + 15 * 12;
			if (person.position !== 31 && fifteen < firstMonth(this.#year))
				person.positionSince = Math.max(person.positionSince, firstDay(fifteen));
		}
		// A partner's wage keeps a household out of social assistance.
		const partner = partnerIn(household);
		if (partner === null) return;
		const [head] = members as [Person];
		for (const [one, other] of [
			[head, partner],
			[partner, head]
		] as const)
			if (one.position === 22 && other.position !== 22 && other.position !== 32) one.position = 32;
			else if (one.position === 22) other.position = 22;
	}
}

function headIsMale(type: number): number {
	return type === TYPE.singleParent ? 0.17 : type === TYPE.onePerson ? 0.48 : type <= TYPE.marriedChildren ? 0.85 : 0.5;
}

export function foreignParents(random: Random): number {
	const drawn = random.next();
	return drawn < 0.73 ? 0 : drawn < 0.82 ? 1 : 2;
}
