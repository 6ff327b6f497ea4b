import { arrive } from './arrivals.ts';
import { Couples } from './couples.ts';
import { ADULT, BUY, CHANCE, MOVE, SELL, dies, phaseOf } from './demography.ts';
import { monthOf, yearOf } from './months.ts';
import { liveInInstitution } from './institution.ts';
import type { Places } from './places.ts';
import type { Random } from './random.ts';
import { works } from './secm.ts';
import { TYPE, isMarried, typeOf, type Household, type Person } from './person.ts';
import type { Town } from './town.ts';

/** One year in the life of a town: each household meets at most one event. */
export class Year {
	readonly #town: Town;
	readonly #year: number;
	readonly #places: Places;
	readonly #random: Random;
	readonly #couples: Couples;
	/** The very old who live alone and would go to an institution. */
	readonly #frail: Household[] = [];

	constructor(town: Town, year: number, places: Places, random: Random) {
		this.#town = town;
		this.#year = year;
		this.#places = places;
		this.#random = random;
		this.#couples = new Couples(town, year, random);
	}

	run(): void {
		const { households } = this.#town;
		const present = households.length;
		for (let i = 0; i < present; i++) this.#live(households[i]!);
		for (let i = 0; i < present; i++)
			if (households[i]!.type === TYPE.institution)
				liveInInstitution(this.#town, households[i]!, this.#frail, this.#year, this.#random);
		for (let n = present * CHANCE.arrive - this.#random.next(); n > 0; n--)
			arrive(this.#town, this.#year, this.#places, this.#random);
		let kept = 0;
		for (const household of households) if (household.members.length > 0) households[kept++] = household;
		households.length = kept;
	}

	#live(household: Household): void {
		if (household.quiet >= this.#year || household.members.length === 0 || household.type === TYPE.institution) return;
		this.#comeOfAge(household);
		const { members } = household;
		for (let i = 0; i < members.length; i++)
			if (dies(members[i]!, this.#year, this.#random) && this.#mayDie(household, members[i]!))
				return this.#die(household, members[i]!);
		if (household.type === TYPE.onePerson) this.#liveAlone(household);
		else if (household.type === TYPE.other) this.#shareHome(household);
		else this.#liveTogether(household);
		if (household.members.length > 0 && household.quiet < this.#year) this.#mayMove(household);
	}

	#comeOfAge(household: Household): void {
		const { members } = household;
		for (let i = 1; i < members.length; i++)
			if (members[i]!.child && this.#year - yearOf(members[i]!.birth) === ADULT)
				household.turned18 = monthOf(members[i]!.birth) + ADULT * 12;
	}

	/** Minors left without a parent would need a guardian's household: such deaths do not happen here. */
	#mayDie({ type, members }: Household, person: Person): boolean {
		if (person.child || type !== TYPE.singleParent) return true;
		return members.every((one) => one === person || this.#age(one) > ADULT);
	}

	#age(person: Person): number {
		return this.#year - yearOf(person.birth);
	}

	#date(household: Household): number {
		household.quiet = this.#year;
		return this.#random.date(this.#year);
	}

	#die(household: Household, person: Person): void {
		const date = this.#date(household);
		this.#town.staging.death.row(person.id, date);
		const partner = isMarried(household) || person.spouse !== null ? person.spouse : this.#partnerOf(household, person);
		if (partner !== null) partner.bereaved = monthOf(date);
		this.#town.unmarry(person, date, 2);
		this.#town.depart(person, household.address, date);
		this.#remove(household, [person], date);
	}

	#partnerOf({ members, type }: Household, person: Person): Person | null {
		if (type < TYPE.unmarried || type > TYPE.marriedChildren || person.child) return null;
		return members[0] === person ? members[1]! : members[0]!;
	}

	#emigrate(household: Household): void {
		const date = this.#date(household);
		for (const person of household.members) this.#town.depart(person, household.address, date);
		for (const person of household.members) this.#town.unmarry(person, date, 1);
		this.#remove(household, household.members, date);
	}

	/** Takes persons out of a household; the rest goes on, or the dwelling falls empty. */
	#remove(household: Household, leaving: readonly Person[], date: number): void {
		const married = isMarried(household);
		this.#town.recompose(household, date, () => {
			household.members = household.members.filter((person) => !leaving.includes(person));
			this.#retype(household, married);
		});
		if (household.members.length === 0) this.#town.leaveDwelling(household.buurt, household.address);
	}

	#retype(household: Household, married: boolean): void {
		const { members } = household;
		if (members.length === 0) return;
		if (household.type === TYPE.other) {
			if (members.length === 1) household.type = TYPE.onePerson;
			return;
		}
		const children = members.filter((person) => person.child).length;
		if (children < members.length) household.type = typeOf(members.length - children, children, married);
		else {
			// Grown children stay behind.
			for (const person of members) person.child = false;
			household.type = members.length === 1 ? TYPE.onePerson : TYPE.other;
		}
	}

	#liveAlone(household: Household): void {
		const [person] = household.members as [Person];
		const age = this.#age(person);
		if (age >= 80 && this.#random.next() < 0.04) this.#frail.push(household);
		if (age >= 68) return;
		const drawn = this.#random.next();
		const phase = phaseOf(age);
		const leave = CHANCE.leaveCountry[phase];
		const pair = CHANCE.pairUp[phase];
		if (drawn < leave) this.#emigrate(household);
		else if (drawn < leave + pair && !this.#couples.pairUp(household)) this.#couples.wait(household);
	}

	#shareHome(household: Household): void {
		if (this.#random.next() < CHANCE.leaveShared) this.#leave(household, household.members.at(-1)!);
	}

	#liveTogether(household: Household): void {
		const { members } = household;
		for (let i = 1; i < members.length; i++) {
			const person = members[i]!;
			const years = this.#age(person) - ADULT;
			if (!person.child || years < 0) continue;
			if (this.#random.next() < CHANCE.leaveParents[Math.min(years, CHANCE.leaveParents.length - 1)]!)
				return this.#leave(household, person);
		}
		const [head, partner] = members as [Person, Person?];
		if (partner === undefined || partner.child) {
			if (this.#random.next() < CHANCE.pairUpAgain) this.#couples.pairUp(household);
			return;
		}
		const age = this.#age(head.sex === 2 ? head : partner);
		const drawn = this.#random.next();
		if (age < 65 && drawn < CHANCE.separate) return this.#separate(household, head, partner);
		if (!isMarried(household) && drawn < CHANCE.separate + CHANCE.marry) return this.#marry(household);
		if (age < 20 || age > 42) return;
		const birth = CHANCE.children[age < 27 ? 0 : age < 35 ? 1 : 2][Math.min(members.length - 2, 2)]!;
		if (this.#random.next() < birth) this.#bear(household);
	}

	#separate(household: Household, head: Person, partner: Person): void {
		const date = this.#date(household);
		head.separated = partner.separated = monthOf(date);
		this.#town.unmarry(head, date, 1);
		// The mother mostly stays with the children; who leaves is the other one.
		const leaving = head.sex === 1 && household.members.length > 2 && this.#random.next() < 0.8 ? head : partner;
		household.owner &&= this.#random.next() < 0.6;
		this.#leave(household, leaving, date);
	}

	/** A grown child, a former partner or a housemate starts a household of one. */
	#leave(household: Household, person: Person, date = this.#date(household)): void {
		this.#town.movePersons([person], household.address, date);
		this.#remove(household, [person], date);
		const age = this.#age(person);
		const place = this.#places.next(household.gemeente, age, 1, this.#random);
		const owner = !person.child && household.owner && this.#random.next() < 0.4;
		person.child = false;
		this.#town.found(TYPE.onePerson, [person], date, place, this.#year, owner);
	}

	#marry(household: Household): void {
		const date = this.#date(household);
		this.#town.marry(household.members[0]!, household.members[1]!, date);
		this.#town.recompose(household, date, () => household.type++);
	}

	#bear(household: Household): void {
		const date = this.#date(household);
		const [head, partner] = household.members as [Person, Person];
		const [mother, father] = head.sex === 2 ? [head, partner] : [partner, head];
		this.#town.recompose(household, date, () => {
			const child = this.#town.person(date, 1 + this.#random.below(2), true, date, 0);
			this.#town.staging.parents.row(child.id, mother.id, father.id, date);
			household.members.push(child);
			household.type = typeOf(2, 1, isMarried(household));
		});
		household.birth = monthOf(date);
	}

	/** Who works buys, the more so the higher the standing. */
	#buys({ members }: Household): number {
		const head = members[0]!;
		const chance = BUY * (members.length > 1 ? 0.75 : 0.3) * Math.exp(0.5 * head.level);
		return works(head.position) ? chance : 0.1 * chance;
	}

	#mayMove(household: Household): void {
		const age = this.#age(household.members[0]!);
		const [, , last] = household.past;
		const sells = household.owner && last > 0 && last < 100;
		if (this.#random.next() >= (sells ? SELL : MOVE[age < 35 ? 0 : age < 65 ? 1 : 2]!)) return;
		if (sells) household.owner = false;
		const date = this.#date(household);
		const old = household.address;
		this.#town.movePersons(household.members, old, date);
		this.#town.leaveDwelling(household.buurt, old);
		Object.assign(household, this.#places.next(household.gemeente, age, household.members.length, this.#random));
		household.address = this.#town.dwelling(household.buurt);
		household.owner ||= !sells && this.#random.next() < this.#buys(household);
	}
}
