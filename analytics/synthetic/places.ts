import type { Buurten } from './buurten.ts';
import type { Margins } from './margins.ts';
import { cumulate, type Random } from './random.ts';
import type { Household } from './person.ts';

/** Share of moves that stay within the municipality, below an age and from it on (ours; CBS: about six in ten of all). */
const STAY = { until: 35, young: 0.4, other: 0.6 };
/** Ages of the reference person up to which movers count as young, and from which as old. */
const YOUNG = 27;
const OLD = 60;

export type Place = Pick<Household, 'gemeente' | 'buurt'>;

/** Draws where people go when they move. */
export class Places {
	readonly #buurten: Buurten;
	/**
	 * Running totals over municipalities of the inhabitants who are like the mover, so that what a place is like lasts: young
	 * singles, other singles, couples and families, the old.
	 */
	readonly #attraction: readonly Float64Array[];

	constructor(margins: readonly Margins[], buurten: Buurten) {
		this.#buurten = buurten;
		const by = (weight: (margins: Margins) => number): Float64Array =>
			cumulate(margins.map((one) => one.population * weight(one)));
		this.#attraction = [
			by(({ ages, onePerson }) => ages[1]! ** 2 * onePerson),
			by(({ ages, onePerson }) => ages[2]! * onePerson),
			by(({ ages, onePerson, noChildren }) => ages[0]! ** 2 * (1 - onePerson - noChildren)),
			by(({ ages }) => ages[4]!)
		];
	}

	within(gemeente: number, random: Random): Place {
		return { gemeente, buurt: this.#buurten.drawn[gemeente]!(random) };
	}

	/** A place in the same municipality, or in one where many such households live. */
	next(gemeente: number, age: number, members: number, random: Random): Place {
		const stay = age < STAY.until ? STAY.young : STAY.other;
		return random.next() < stay ? this.within(gemeente, random) : this.anywhere(age, members, random);
	}

	anywhere(age: number, members: number, random: Random): Place {
		const group = age >= OLD ? 3 : members > 1 ? 2 : age >= YOUNG ? 1 : 0;
		return this.within(random.pick(this.#attraction[group]!), random);
	}
}
