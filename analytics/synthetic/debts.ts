import type { Effects } from './buurten.ts';
import type { Calibration } from './calibration.ts';
import { EventFactors } from './event-factors.ts';
import type { Margins } from './margins.ts';
import { firstDay, firstMonth, lastDay, yearOf } from './months.ts';
import type { Random } from './random.ts';
import { SECM, isSelfEmployed } from './secm.ts';
import { TYPE, type Household, type Person } from './person.ts';
import type { Town } from './town.ts';

/** Quarterly chance that debts begin, before all factors (ours, as all figures here; the calibration brings out the published). */
const BEGIN = 0.0045;
/** By TYPHH. */
const TYPES = [0, 1.25, 0.75, 0.5, 1.1, 0.75, 1.7, 1.3, 0.8];
/** By age of the reference person, and by the last known percentage of the low-income threshold: [up to, factor]. */
const AGES = [
	[24, 0.75],
	[34, 1.35],
	[44, 1.35],
	[54, 1.15],
	[64, 0.85],
	[74, 0.4],
	[150, 0.2]
] as const;
const INCOMES = [
	[0, 1.2],
	[100, 1.9],
	[130, 1.75],
	[160, 1.35],
	[210, 0.85],
	[280, 0.55],
	[1e9, 0.32]
] as const;
const POSITIONS: Readonly<Record<number, number>> = {
	[SECM.assistance]: 1.8,
	[SECM.unemployment]: 1.2,
	[SECM.disability]: 1.5,
	[SECM.noIncome]: 1.3,
	[SECM.studentWithIncome]: 0.5,
	[SECM.studentWithout]: 0.5
};
const SELF_EMPLOYED = 1.7;
/** Standing for life: debts run ahead of what incomes tell. */
const LEVEL = 0.35;
/** Quarterly chance that debts end, by years since they began: the longer they last, the longer they stay. */
const END = [0.058, 0.056, 0.046, 0.036, 0.03];
/** With a partner, debts begin with both in this share; of the rest, the reference person's share. */
const BOTH = 0.24;
const REFERENCE = 0.6;
/** Where a grown child lives at home, the debts are the child's in this share. */
const CHILD = 0.3;
/** Debts that the ten criteria see too (2021-2023: 97 to 98 %). */
const TEN_CRITERIA = 0.972;
/** Debts that begin with half a year of unpaid health insurance, and the yearly chance that this ends. */
const DEFAULT = { begins: 0.27, ends: 0.24 };
/** Yearly chance that a statutory debt restructuring begins. */
const WSNP = 0.004;
const SHORT_WSNP = 2023;

const QUARTERS = 4;

/** The registered problematic debts of a town's inhabitants in a year. */
export class Debts {
	readonly #town: Town;
	readonly #year: number;
	readonly #quarter: number;
	readonly #margins: readonly Margins[];
	readonly #effects: Effects;
	readonly #events: EventFactors;
	readonly #begin: number;
	readonly #end: number;
	readonly #start: number;
	readonly #defaults: number;
	/** Of the last quarter, against the mean of the year, and of each other one. */
	readonly #lastQuarter: number;
	readonly #otherQuarters: number;
	readonly #random: Random;

	constructor(
		town: Town,
		year: number,
		margins: readonly Margins[],
		effects: Effects,
		calibration: Calibration,
		random: Random
	) {
		this.#town = town;
		this.#year = year;
		this.#quarter = firstMonth(year) / 3;
		this.#margins = margins;
		this.#effects = effects;
		this.#events = new EventFactors(year, calibration);
		this.#begin = BEGIN * calibration.get('debts_begin', '', year, 1);
		this.#end = calibration.get('debts_end', '', year, 1);
		this.#start = calibration.get('debts_start', '', year, 1);
		this.#lastQuarter = calibration.get('debts_begin', 'last_quarter', year, 1);
		this.#otherQuarters = (QUARTERS - this.#lastQuarter) / (QUARTERS - 1);
		this.#defaults = DEFAULT.begins * calibration.get('defaults', '', year, 1);
		this.#random = random;
	}

	/** Gives a household that starts the debts that it would have by now. */
	start(household: Household): void {
		if (household.type === TYPE.institution) return;
		// Stock = inflow x mean duration, here about six years.
		if (this.#random.next() >= Math.min(0.7, 24 * this.#start * this.#chance(household))) return;
		const since = this.#quarter - 1 - Math.min(40, Math.floor(-24 * Math.log(1 - this.#random.next())));
		this.#fall(household, since);
	}

	live(household: Household): void {
		const { members } = household;
		let oldest = 0;
		for (let i = 0; i < members.length; i++) {
			const { debtSince } = members[i]!;
			members[i]!.debtQuarters = 0;
			if (debtSince > 0 && (oldest === 0 || debtSince < oldest)) oldest = debtSince;
		}
		if (oldest > 0) this.#last(household, oldest);
		else if (household.type !== TYPE.institution) this.#mayFall(household);
	}

	/** A year of a household with debts. */
	#last(household: Household, oldest: number): void {
		const years = Math.floor((this.#quarter - oldest) / QUARTERS);
		const chance = this.#end * END[Math.max(0, Math.min(END.length - 1, years))]!;
		let ended = QUARTERS;
		for (let q = 0; q < QUARTERS && ended === QUARTERS; q++) if (this.#random.next() < chance) ended = q;
		for (const person of household.members) {
			if (person.debtSince === 0) continue;
			person.debtQuarters = (1 << ended) - 1;
			if (ended < QUARTERS) this.#town.endDebts(person, lastDay((this.#quarter + ended) * 3 + this.#random.below(3)));
			else this.#accompany(person);
		}
	}

	/** Spells that go with debts which go on. */
	#accompany(person: Person): void {
		const random = this.#random;
		if (person.defaultSince > 0 && random.next() < DEFAULT.ends) {
			this.#town.staging.default_spell.row(
				person.id,
				person.defaultSince,
				lastDay(this.#quarter * 3 + random.below(12))
			);
			person.defaultSince = 0;
		}
		if (person.wsnpSince > 0) {
			const years = this.#year >= SHORT_WSNP ? 1 : 3;
			if (this.#year - yearOf(person.wsnpSince) >= years) {
				this.#town.endDebts(person, lastDay(this.#quarter * 3 + 5));
				person.debtQuarters = 0b0001;
			}
		} else if (random.next() < WSNP) person.wsnpSince = firstDay(this.#quarter * 3 + random.below(12));
	}

	#mayFall(household: Household): void {
		const chance = this.#chance(household);
		const random = this.#random;
		const events = this.#events.of(household);
		let hazard = 0;
		for (let q = 0; q < QUARTERS; q++) hazard += chance * this.#season(q) * events[q]!;
		let drawn = -Math.log(1 - random.next());
		if (drawn >= hazard) return;
		let quarter = 0;
		while (quarter < QUARTERS - 1 && (drawn -= chance * this.#season(quarter) * events[quarter]!) >= 0) quarter++;
		this.#fall(household, this.#quarter + quarter);
	}

	#season(quarter: number): number {
		return quarter === QUARTERS - 1 ? this.#lastQuarter : this.#otherQuarters;
	}

	#fall(household: Household, quarter: number): void {
		const { members, type } = household;
		const random = this.#random;
		const last = members.at(-1)!;
		const grownChild = last.child && members.find((one) => one.child && this.#year - yearOf(one.birth) > 18);
		if (grownChild !== undefined && grownChild !== false && random.next() < CHILD)
			return this.#owe(grownChild, quarter);
		const couple = type >= TYPE.unmarried && type <= TYPE.marriedChildren;
		if (!couple) return this.#owe(members[0]!, quarter);
		const drawn = random.next();
		const reference = BOTH + (1 - BOTH) * REFERENCE;
		if (drawn < reference) this.#owe(members[0]!, quarter);
		if (drawn < BOTH || drawn >= reference) this.#owe(members[1]!, quarter);
	}

	#owe(person: Person, quarter: number): void {
		const random = this.#random;
		person.debtSince = quarter;
		person.tenCriteria = random.next() < TEN_CRITERIA;
		const from = Math.max(0, quarter - this.#quarter);
		person.debtQuarters = (0b1111 << from) & 0b1111;
		if (random.next() < this.#defaults) person.defaultSince = firstDay(quarter * 3 + random.below(3));
	}

	/** Quarterly chance without life events. */
	#chance({ members, type, gemeente, buurt, past }: Household): number {
		const head = members[0]!;
		const age = this.#year - yearOf(head.birth);
		const { position } = head;
		const factor = isSelfEmployed(position) ? SELF_EMPLOYED : (POSITIONS[position] ?? 1);
		return (
			this.#begin *
			this.#margins[gemeente]!.debtRatio *
			this.#effects.debt[buurt]! *
			TYPES[type]! *
			upTo(AGES, age) *
			upTo(INCOMES, past[2]) *
			factor *
			Math.exp(-LEVEL * head.level)
		);
	}
}

function upTo(steps: readonly (readonly [number, number])[], value: number): number {
	for (const [limit, factor] of steps) if (value <= limit) return factor;
	return 1;
}
