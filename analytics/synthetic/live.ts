import { found } from './settle.ts';
import type { Random } from './random.ts';
import { TYPE, ageOn, typeOf, type Household, type Person, type Town } from './town.ts';

/** Yearly chances: rough figures of ours, chosen so that numbers and types of households stay about level. */
const CHANCE = {
	pairUp: 0.13,
	leaveCountry: 0.006,
	arrive: 0.013,
	separate: 0.013,
	marry: 0.07,
	firstChild: 0.1,
	secondChild: 0.16,
	laterChild: 0.03,
	leaveParents: 0.1
};
/** How far a separation or a first home of one's own lowers the latent standing. */
const SETBACK = 0.3;

/** One year in the life of a town: each household meets at most one event. */
export class Year {
	readonly #town: Town;
	readonly #year: number;
	readonly #buurt: () => number;
	readonly #random: Random;
	/** A single who is ready to move in with the next one. */
	#waiting: Household | null = null;

	constructor(town: Town, year: number, buurt: () => number, random: Random) {
		this.#town = town;
		this.#year = year;
		this.#buurt = buurt;
		this.#random = random;
	}

	run(): void {
		const { households } = this.#town;
		const present = households.length;
		for (let i = 0; i < present; i++) this.#live(households[i]!);
		for (let n = present * CHANCE.arrive - this.#random.next(); n > 0; n--) this.#arrive();
		let kept = 0;
		for (const household of households) if (household.members.length > 0) households[kept++] = household;
		households.length = kept;
	}

	#live(household: Household): void {
		if (this.#year - Math.floor(household.members[0]!.birth / 10_000) >= 25) household.student = false;
		if (household.quiet >= this.#year || household.members.length === 0 || household.type === TYPE.institution) return;
		const dying = household.type === TYPE.other ? undefined : household.members.find((person) => this.#dies(person));
		if (dying !== undefined && this.#mayDie(household, dying)) return this.#die(household, dying);
		if (household.type === TYPE.onePerson) this.#liveAlone(household);
		else if (household.type !== TYPE.other) this.#liveTogether(household);
		if (household.members.length > 0 && household.quiet < this.#year) this.#mayMove(household);
	}

	/** A hazard that grows tenfold in about 23 years of age (B. Gompertz 1825). */
	#dies({ birth }: Person): boolean {
		return this.#random.next() < Math.exp(0.1 * (this.#year - Math.floor(birth / 10_000)) - 11.1);
	}

	/** Children left without a parent would need a guardian's household: such deaths do not happen here. */
	#mayDie({ type }: Household, person: Person): boolean {
		return person.child || type !== TYPE.singleParent;
	}

	#date(household: Household): number {
		household.quiet = this.#year;
		return this.#random.date(this.#year);
	}

	#die(household: Household, person: Person): void {
		const date = this.#date(household);
		this.#town.writeAddress(person, household.address, date - 1);
		this.#depart(household, [person], date);
	}

	/** Takes persons out of a household; the rest goes on, or the dwelling falls empty. */
	#depart(household: Household, leaving: readonly Person[], date: number): void {
		const married = isMarried(household);
		this.#town.recompose(household, date, () => {
			household.members = household.members.filter((person) => !leaving.includes(person));
			const children = household.members.filter((person) => person.child).length;
			if (household.members.length > 0) household.type = typeOf(household.members.length - children, children, married);
		});
		if (household.members.length === 0) this.#town.leaveDwelling(household);
	}

	#liveAlone(household: Household): void {
		const [person] = household.members as [Person];
		const age = this.#year - Math.floor(person.birth / 10_000);
		if (age >= 60) return;
		const drawn = this.#random.next();
		if (drawn < CHANCE.leaveCountry) this.#die(household, person);
		else if (drawn < CHANCE.leaveCountry + CHANCE.pairUp) {
			if (this.#waiting === null) {
				this.#waiting = household;
				household.quiet = this.#year;
			} else {
				this.#moveIn(this.#waiting, household);
				this.#waiting = null;
			}
		}
	}

	#moveIn(from: Household, to: Household): void {
		const date = this.#date(to);
		const [person] = from.members as [Person];
		this.#town.movePersons([person], from.address, date);
		this.#town.recompose(from, date, () => (from.members = []));
		this.#town.leaveDwelling(from);
		this.#town.recompose(to, date, () => {
			to.members.push(person);
			to.type = TYPE.unmarried;
			to.student = false;
		});
		// Two incomes: the couple stands where its better-off half stood.
		to.income = Math.max(from.income, to.income);
	}

	#liveTogether(household: Household): void {
		const { members } = household;
		const grown = members.find((person) => person.child && ageOn(person.birth, this.#year * 10_000) >= 18);
		if (grown !== undefined && this.#random.next() < CHANCE.leaveParents) return this.#leave(household, grown);
		const [head, partner] = members as [Person, Person?];
		if (partner === undefined || partner.child) return;
		const age = this.#year - Math.floor(Math.max(head.birth, partner.birth) / 10_000);
		const drawn = this.#random.next();
		if (age < 65 && drawn < CHANCE.separate) return this.#leave(household, partner);
		if (!isMarried(household) && drawn < CHANCE.separate + CHANCE.marry) return this.#marry(household);
		const children = members.length - 2;
		const birth = [CHANCE.firstChild, CHANCE.secondChild][children] ?? CHANCE.laterChild;
		if (age >= 22 && age < 41 && this.#random.next() < birth) this.#bear(household);
	}

	/** A child or a partner starts a household of one. */
	#leave(household: Household, person: Person): void {
		const date = this.#date(household);
		this.#town.movePersons([person], household.address, date);
		this.#depart(household, [person], date);
		person.child = false;
		const own = found(this.#town, TYPE.onePerson, [person], date, this.#buurt(), this.#random, this.#year);
		own.income -= SETBACK;
		own.debt = 0.7 * household.debt + Math.sqrt(0.51) * this.#random.normal() - SETBACK / 2;
		household.income -= SETBACK / 2;
		this.#town.households.push(own);
	}

	#marry(household: Household): void {
		this.#town.recompose(household, this.#date(household), () => household.type++);
	}

	#bear(household: Household): void {
		const date = this.#date(household);
		this.#town.recompose(household, date, () => {
			household.members.push(this.#town.person(date, 1 + this.#random.below(2), true, date, 0));
			household.type = typeOf(2, 1, isMarried(household));
		});
	}

	#arrive(): void {
		const date = this.#random.date(this.#year);
		const birth = (this.#year - 19 - this.#random.below(26)) * 10_000 + 101 + this.#random.below(28);
		const person = this.#town.person(birth, 1 + this.#random.below(2), false, date, 2);
		this.#town.households.push(
			found(this.#town, TYPE.onePerson, [person], date, this.#buurt(), this.#random, this.#year)
		);
	}

	#mayMove(household: Household): void {
		const age = this.#year - Math.floor(household.members[0]!.birth / 10_000);
		if (this.#random.next() >= (age < 35 ? 0.16 : age < 65 ? 0.07 : 0.03)) return;
		const date = this.#date(household);
		this.#town.movePersons(household.members, household.address, date);
		const [address, buurt] = [household.address, this.#buurt()];
		household.address = this.#town.dwelling(buurt);
		this.#town.leaveDwelling({ ...household, address });
		household.buurt = buurt;
	}
}

function isMarried({ type }: Household): boolean {
	return type === TYPE.married || type === TYPE.marriedChildren;
}
