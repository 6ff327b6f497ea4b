import type { Random } from './random.ts';
import { SECM } from './secm.ts';

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

/** Months and quarters as in months.ts; 0 for never. */
export interface Person {
	readonly id: number;
	readonly birth: number;
	readonly sex: number;
	/** Latent standing for life, standard normal: wages, chance of losing a job. */
	readonly level: number;
	child: boolean;
	addressSince: number;
	/** SECM, and the first day of its present spell. */
	position: number;
	positionSince: number;
	/** Month until which this year's income is counted, and that income, euros of 2020. */
	paidUntil: number;
	net: number;
	primary: number;
	/** Standardised income of the year before, euros of that year; and the latest year in which it fell much. */
	standard: number;
	dropYear: number;
	spouse: Person | null;
	marriedSince: number;
	partnership: number;
	/** Year of arrival from abroad; 0 for who was born here, or lived here at the start. */
	arrived: number;
	/** Last month of unemployment benefit beside a job, and whether there is a partial disability benefit. */
	topUpUntil: number;
	partlyDisabled: boolean;
	/** Months of the latest events. */
	jobLoss: number;
	assistanceStart: number;
	disabled: number;
	separated: number;
	bereaved: number;
	/** Quarter in which the person's own registered debts began, and whether the ten criteria see them. */
	debtSince: number;
	tenCriteria: boolean;
	/** Own debts at the ends of the quarters of the year, a bit each. */
	debtQuarters: number;
	/** First days of the spells that go with debts. */
	defaultSince: number;
	wsnpSince: number;
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
	/** Index of the municipality it lives in. */
	gemeente: number;
	/** Year of the last event: one event a year keeps the dates in order. */
	quiet: number;
	owner: boolean;
	/** Slowly moving inclinations, standard normal: to have more income than positions tell, and to save. */
	luck: number;
	savings: number;
	/** Percentages of the low-income threshold and of the social minimum in the three years before; -1 where there was none. */
	past: [number, number, number];
	pastMinimum: [number, number, number];
	/** Latest months in which a child was born, and in which one at home turned 18. */
	birth: number;
	turned18: number;
}

/** Somebody new. Numbers that are no whole ones start as fractions, so that engines keep them in one form. */
export function newPerson(
	id: number,
	birth: number,
	sex: number,
	child: boolean,
	registered: number,
	random: Random
): Person {
	return {
		id,
		birth,
		sex,
		level: random.normal(),
		child,
		addressSince: registered,
		position: SECM.studentWithout,
		positionSince: registered,
		paidUntil: 0,
		net: 0.1,
		primary: 0.1,
		standard: 0.1,
		dropYear: 0,
		spouse: null,
		marriedSince: 0,
		partnership: 0,
		arrived: 0,
		topUpUntil: 0,
		partlyDisabled: false,
		jobLoss: 0,
		assistanceStart: 0,
		disabled: 0,
		separated: 0,
		bereaved: 0,
		debtSince: 0,
		tenCriteria: false,
		debtQuarters: 0,
		defaultSince: 0,
		wsnpSince: 0
	};
}

/** TYPHH from the adults and children of a household that is neither "other" nor an institution. */
export function typeOf(adults: number, children: number, married: boolean): number {
	if (adults === 1) return children > 0 ? TYPE.singleParent : TYPE.onePerson;
	if (children > 0) return married ? TYPE.marriedChildren : TYPE.unmarriedChildren;
	return married ? TYPE.married : TYPE.unmarried;
}

export function isMarried({ type }: Household): boolean {
	return type === TYPE.married || type === TYPE.marriedChildren;
}

/** The second adult of a couple. */
export function partnerIn({ members, type }: Household): Person | null {
	return type >= TYPE.unmarried && type <= TYPE.marriedChildren ? members[1]! : null;
}
