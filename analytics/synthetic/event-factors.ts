import type { Calibration } from './calibration.ts';
import { firstMonth, yearOf } from './months.ts';
import { works } from './secm.ts';
import { partnerIn, type Household, type Person } from './person.ts';

/** Events work for this long, as the published chances count them. */
const MONTHS = 36;
/** Whatever comes together, debts do not begin more often than this many times as often. */
const HIGHEST = 40;

/** The events of a person whose factors are set by the calibration; `own` of the reference person, `other` of somebody else. */
const OF_PERSONS = ['social_assistance_start', 'job_loss', 'disability', 'separation', 'partner_died'] as const;

/** How much more often debts begin after life events, by quarter of a year. */
export class EventFactors {
	readonly #start: number;
	readonly #year: number;
	readonly #own: readonly number[];
	readonly #other: readonly number[];
	/** Job loss of somebody whose partner works. */
	readonly #ownBeside: number;
	readonly #otherBeside: number;
	readonly #child: number;
	readonly #turned18: number;
	readonly #drop: number;
	readonly #quarters = [1, 1, 1, 1];

	constructor(year: number, calibration: Calibration) {
		const factor = (key: string): number => calibration.get('event', key, year, 1);
		this.#start = firstMonth(year);
		this.#year = year;
		this.#own = OF_PERSONS.map((event) => factor(`${event} own`));
		this.#other = OF_PERSONS.map((event) => factor(`${event} other_member`));
		this.#ownBeside = factor('job_loss_beside_worker own');
		this.#otherBeside = factor('job_loss_beside_worker other_member');
		this.#child = factor('child own');
		this.#turned18 = factor('child_turned_18 own');
		this.#drop = factor('income_drop own');
	}

	/** Factors in the four quarters; the answer is overwritten by the next call. */
	of(household: Household): readonly number[] {
		const quarters = this.#quarters;
		quarters[0] = quarters[1] = quarters[2] = quarters[3] = 1;
		const { members } = household;
		const adults = partnerIn(household) === null ? this.#adults(members) : 2;
		for (let i = 0; i < members.length; i++) {
			const person = members[i]!;
			const own = i === 0 ? this.#own : this.#other;
			this.#since(person.assistanceStart, own[0]!);
			if (this.#recent(person.jobLoss)) this.#since(person.jobLoss, this.#jobLoss(household, person, i));
			// Of these, chances of persons are known: of the only adult, an event is the household's own.
			const alone = i === 0 && adults === 1 ? this.#own : this.#other;
			this.#since(person.disabled, alone[2]!);
			this.#since(person.separated, alone[3]!);
			this.#since(person.bereaved, alone[4]!);
		}
		this.#since(household.birth, this.#child);
		this.#since(household.turned18, this.#turned18);
		// Told by the years before: this year's income is known when it is over.
		if (this.#year - members[0]!.dropYear <= 3) this.#since(this.#start - 1, this.#drop);
		for (let q = 0; q < 4; q++) quarters[q] = Math.min(HIGHEST, quarters[q]!);
		return quarters;
	}

	#jobLoss(household: Household, person: Person, index: number): number {
		const partner = partnerIn(household);
		const other = index === 0 ? partner : person === partner ? household.members[0]! : null;
		if (other !== null && works(other.position)) return index === 0 ? this.#ownBeside : this.#otherBeside;
		return (index === 0 ? this.#own : this.#other)[1]!;
	}

	#adults(members: readonly Person[]): number {
		let adults = 1;
		for (let i = 1; i < members.length; i++) if (this.#year - yearOf(members[i]!.birth) >= 18) adults++;
		return adults;
	}

	#recent(month: number): boolean {
		return month > this.#start + 11 - MONTHS;
	}

	#since(month: number, factor: number): void {
		if (!this.#recent(month)) return;
		for (let q = Math.max(0, Math.floor((month - this.#start) / 3)); q < 4; q++) this.#quarters[q]! *= factor;
	}
}
