import { CHANCES, KIND, row, seasonOf } from './chances.ts';
import { firstDay, firstMonth, monthOf, yearOf } from './months.ts';
import type { Margins } from './margins.ts';
import { monthlyPay } from './pay.ts';
import type { Random } from './random.ts';
import { SECM, pensionAge, works } from './secm.ts';
import { partnerIn, type Household, type Person } from './person.ts';
import type { Town } from './town.ts';

const WORKING_AGE = 15;
/** Share of the self-employed who go on after the pension age (ours). */
const GO_ON = 0.3;
/** Who finds a job keeps some unemployment benefit beside it with this chance, for this many months (ours). */
const TOP_UP = { chance: 0.7, months: 10 };
/** Who goes back to work from disability keeps part of the benefit with this chance (ours). */
const PARTLY_DISABLED = 0.7;

/** Who has no income and no partner either asks for social assistance (a yearly rate) or takes work, sooner than others (ours). */
const DESTITUTE = { assistance: 0.45, work: 4 };

/**
 * How much more often than who has a working partner others lose their job, and how often grown children at home go from work to
 * social assistance against other adults (ours, after the shares of households that published life events tell of).
 */
const LOSES_JOB = { alone: 1.65, child: 1.25 };
const CHILD_TO_ASSISTANCE = 0.6;

/** How much more often than elsewhere and in other years people become unemployed, and so on. */
export interface Climate {
	readonly unemployment: number;
	readonly assistance: number;
	/** Into social assistance from work. */
	readonly assistanceAfterWork: number;
	readonly disability: number;
	/** Ease of finding work again. */
	readonly jobs: number;
}

/**
 * The changes of socio-economic position of a town's inhabitants in a year. Of each person the time to the next change is drawn;
 * changes of the adults of a household happen in the order of their months, because the law looks at the partner's income.
 */
export class Positions {
	readonly #town: Town;
	readonly #start: number;
	readonly #year: number;
	readonly #margins: readonly Margins[];
	readonly #climate: Climate;
	readonly #random: Random;
	/** The next change of each member: month of the year (12 for none) and what it leads to. */
	#months: number[] = [];
	#to: number[] = [];

	constructor(town: Town, year: number, margins: readonly Margins[], climate: Climate, random: Random) {
		this.#town = town;
		this.#year = year;
		this.#start = firstMonth(year);
		this.#margins = margins;
		this.#climate = climate;
		this.#random = random;
	}

	/** Lives the year of a household's present members, up to and including their income of the year. */
	live(household: Household): void {
		const { members } = household;
		let some = false;
		for (let i = 0; i < members.length; i++) {
			const person = members[i]!;
			person.paidUntil = Math.max(0, monthOf(person.positionSince) - this.#start);
			person.net = person.primary = 0;
			this.#plan(household, i, Math.max(0, monthOf(person.positionSince) - this.#start + 1));
			some ||= this.#months[i]! < 12;
		}
		if (some) this.#changes(household);
		const alone = partnerIn(household) === null;
		for (let i = 0; i < members.length; i++) this.#pay(members[i]!, 12, alone);
	}

	#changes(household: Household): void {
		const { members } = household;
		for (;;) {
			let next = 0;
			for (let i = 1; i < members.length; i++) if (this.#months[i]! < this.#months[next]!) next = i;
			const month = this.#months[next]!;
			if (month >= 12) return;
			this.#change(household, next, month, this.#to[next]!);
		}
	}

	#change(household: Household, index: number, month: number, to: number): void {
		const person = household.members[index]!;
		const partner = index < 2 ? partnerOf(household, index) : null;
		let position = to;
		if (to === SECM.assistance && partner !== null) {
			if (partner.position !== SECM.assistance && partner.position !== SECM.noIncome) position = SECM.noIncome;
			else if (partner.position === SECM.noIncome) this.#set(household, 1 - index, month, SECM.assistance);
		} else if (person.position === SECM.assistance && partner?.position === SECM.assistance)
			this.#set(household, 1 - index, month, SECM.noIncome);
		this.#set(household, index, month, position);
	}

	#set(household: Household, index: number, month: number, to: number): void {
		const person = household.members[index]!;
		const from = person.position;
		const at = this.#start + month;
		if (to !== from && firstDay(at) > person.positionSince) {
			this.#pay(person, month, partnerIn(household) === null);
			this.#town.changePosition(person, firstDay(at), to);
			this.#remember(person, from, to, at);
		}
		this.#plan(household, index, month + 1);
	}

	#remember(person: Person, from: number, to: number, month: number): void {
		if (works(from)) {
			if (to === SECM.unemployment) person.jobLoss = month;
			else if (to === SECM.assistance) person.assistanceStart = month;
			else if (to === SECM.disability) person.disabled = month;
		} else if (to === SECM.employee) {
			if (from === SECM.unemployment && this.#random.next() < TOP_UP.chance) person.topUpUntil = month + TOP_UP.months;
			if (from === SECM.disability) person.partlyDisabled = this.#random.next() < PARTLY_DISABLED;
		}
	}

	#pay(person: Person, until: number, alone: boolean): void {
		const months = until - person.paidUntil;
		if (months <= 0) return;
		const pay = months * monthlyPay(person, this.#year, alone);
		person.net += pay;
		if (works(person.position)) person.primary += pay;
		person.paidUntil = until;
	}

	#plan(household: Household, index: number, from: number): void {
		const person = household.members[index]!;
		this.#months[index] = 12;
		const age = this.#year - yearOf(person.birth);
		const { position } = person;
		if (age < WORKING_AGE || from >= 12 || (position === SECM.pension && age > 0)) return;
		const retiring = monthOf(person.birth) + pensionAge(this.#year) - this.#start;
		if (retiring < 12 && !this.#goesOn(person, retiring)) {
			this.#months[index] = Math.max(from, retiring, 0);
			this.#to[index] = SECM.pension;
			if (retiring <= from) return;
		}
		this.#draw(household, index, from, age, Math.min(12, Math.max(retiring, from)));
	}

	/** The self-employed of high standing go on, until seventy. */
	#goesOn(person: Person, retiring: number): boolean {
		const selfEmployed = person.position === SECM.director || person.position === SECM.entrepreneur;
		return selfEmployed && retiring > -48 && (person.id * 0.618033988749895) % 1 < GO_ON;
	}

	#draw(household: Household, index: number, from: number, age: number, until: number): void {
		const person = household.members[index]!;
		const { rates, others } = CHANCES;
		const at = row(person.position, age);
		const { unemploymentRatio, assistanceRatio, disabilityRatio } = this.#margins[household.gemeente]!;
		const climate = this.#climate;
		// Whoever stands low is nearer to benefits, and further from work.
		const risk = riskOf(person.level);
		const working = works(person.position);
		const unemployment =
			rates[KIND.unemployment][at]! *
			climate.unemployment *
			unemploymentRatio *
			risk *
			(working ? losesJob(household, index) : 1);
		const destitute = person.position === SECM.noIncome && !person.child && partnerIn(household) === null;
		const assistance =
			rates[KIND.assistance][at]! *
				(working ? climate.assistanceAfterWork * (person.child ? CHILD_TO_ASSISTANCE : 1) : climate.assistance) *
				assistanceRatio *
				risk +
			(destitute ? DESTITUTE.assistance : 0);
		const other = rates[KIND.other][at]! * this.#ease(person.position, destitute, risk);
		const disability = rates[KIND.disability][at]! * climate.disability * disabilityRatio * risk;
		const total = other + unemployment + assistance + disability;
		const drawn = this.#random.next();
		if (drawn >= 1 - Math.exp((-total * (12 - from)) / 12)) return;
		let which = this.#random.next() * total;
		let to: number;
		if ((which -= unemployment) < 0) to = SECM.unemployment;
		else if ((which -= assistance) < 0) to = SECM.assistance;
		else if ((which -= disability) < 0) to = SECM.disability;
		else to = pickOther(others[at]!, (which / other) * rates[KIND.other][at]!);
		const month = this.#month(seasonOf(person.position, to), from);
		if (month < until) {
			this.#months[index] = month;
			this.#to[index] = to;
		}
	}

	/** Factor on all changes but those into benefits: mostly into work. */
	#ease(position: number, destitute: boolean, risk: number): number {
		if (destitute) return DESTITUTE.work;
		const seeks = position === SECM.unemployment || position === SECM.assistance;
		return seeks ? this.#climate.jobs / Math.sqrt(risk) : 1;
	}

	#month(cumulative: Float64Array, from: number): number {
		const before = from === 0 ? 0 : cumulative[from - 1]!;
		const target = before + this.#random.next() * (12 - before);
		let month = from;
		while (month < 11 && cumulative[month]! <= target) month++;
		return month;
	}
}

/** Factor on the chance of a worker to lose the job. */
function losesJob(household: Household, index: number): number {
	const person = household.members[index]!;
	if (person.child) return LOSES_JOB.child;
	const partner = index < 2 ? partnerOf(household, index) : null;
	return partner !== null && works(partner.position) ? 1 : LOSES_JOB.alone;
}

function partnerOf({ members, type }: Household, index: number): Person | null {
	return type >= 2 && type <= 5 ? members[1 - index]! : null;
}

/** Mean about 1 over the standard normal levels. */
export function riskOf(level: number): number {
	return Math.exp(-0.45 * level - 0.1);
}

function pickOther(list: readonly (readonly [number, number])[], target: number): number {
	for (const [cumulative, to] of list) if (target < cumulative) return to;
	return list.at(-1)![1];
}
