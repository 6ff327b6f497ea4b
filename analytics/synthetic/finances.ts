import { GROUPS, nationalDebts, nationalLowIncome, type Margins, type NationalYear } from './margins.ts';
import { normalCdf, type Random } from './random.ts';
import type { Staging } from './staging.ts';
import { TYPE, ageOn, type Household, type Town } from './town.ts';

/** Correlation of a household's standing with the year before, for income and debts. */
const PERSISTENCE = { income: 0.9, debt: 0.965 };
/** Correlation of the two yearly shocks. */
const SHARED = 0.6;
/** Weight, in households, of the national mix of household types in that of a small town. */
const PRIOR = 200;
/** No group is poorer than this, whatever town and buurt multiply to. */
const HIGHEST = 0.75;
/** Low-income threshold for a person living alone, euros a year, prices of 2020 (CBS). */
const THRESHOLD = 13_200;
/** Years that INHARMLAGL looks back. */
const BURN_IN = 3;

/** How buurten differ within their municipality: factors with mean 1 over households. */
export interface BuurtEffects {
	readonly lowIncome: ArrayLike<number>;
	readonly debt: ArrayLike<number>;
}

/** Codes of the percentages without a value: unknown, institution, student. */
const UNKNOWN = -1;
const INSTITUTION = -2;
const STUDENT = -3;

/** One year's income and debts of a town's households on 31 December, written to the staging tables. */
export function settleAccounts(
	town: Town,
	margins: Margins,
	effects: BuurtEffects,
	year: number,
	random: Random,
	staging: Staging | null
): void {
	const groups = Int8Array.from(town.households, (household) => groupOf(household, year));
	const income = { national: nationalLowIncome(year), ratio: margins.lowIncomeRatio };
	const debt = { national: nationalDebts(year), ratio: margins.debtRatio };
	const [lowBase, debtBase] = [base(income, groups), base(debt, groups)];
	for (const [i, household] of town.households.entries()) {
		advance(household, random);
		const low = Math.min(HIGHEST, lowBase * income.national.groups[groups[i]!]! * effects.lowIncome[household.buurt]!);
		const percentage = percentageOfThreshold(household, low, random);
		if (staging !== null) {
			const inDebt = Math.min(HIGHEST, debtBase * debt.national.groups[groups[i]!]! * effects.debt[household.buurt]!);
			write(household, year, percentage, normalCdf(household.debt) < inDebt, margins, staging);
		}
		household.past = [household.past[1], household.past[2], percentage];
	}
}

/** Gives the households of a town that starts a standing for the years before `year`. */
export function burnIn(town: Town, margins: Margins, effects: BuurtEffects, year: number, random: Random): void {
	for (let before = year - BURN_IN; before < year; before++)
		settleAccounts(town, margins, effects, before, random, null);
}

/** Factor that turns a group's national share into the town's, so that the town's mean is its ratio times the country's. */
function base({ national, ratio }: { national: NationalYear; ratio: number }, groups: Int8Array): number {
	let sum = PRIOR * national.mean;
	for (const group of groups) sum += national.groups[group]!;
	return (ratio * national.all * (groups.length + PRIOR)) / sum;
}

function groupOf({ type, members }: Household, year: number): number {
	const old = ageOn(members[0]!.birth, year * 10_000 + 1231) >= 67;
	if (type === TYPE.onePerson) return GROUPS.indexOf(old ? 'onePersonOld' : 'onePersonYoung');
	if (type === TYPE.unmarried || type === TYPE.married) return GROUPS.indexOf(old ? 'coupleOld' : 'coupleYoung');
	if (type === TYPE.unmarriedChildren || type === TYPE.marriedChildren) return GROUPS.indexOf('coupleChildren');
	return GROUPS.indexOf(type === TYPE.singleParent ? 'singleParent' : 'other');
}

/** Autoregressive steps that leave the standard normal distribution as it is. */
function advance(household: Household, random: Random): void {
	const shock = random.normal();
	const own = SHARED * shock + Math.sqrt(1 - SHARED ** 2) * random.normal();
	household.income = PERSISTENCE.income * household.income + Math.sqrt(1 - PERSISTENCE.income ** 2) * shock;
	household.debt = PERSISTENCE.debt * household.debt + Math.sqrt(1 - PERSISTENCE.debt ** 2) * own;
}

/** Income as a percentage of the threshold, below 100 for a share `low` of households; or the code of why there is none. */
function percentageOfThreshold(household: Household, low: number, random: Random): number {
	if (household.type === TYPE.institution) return INSTITUTION;
	if (household.student) return STUDENT;
	if (random.next() < 0.01) return UNKNOWN;
	const rank = Math.min(1 - 1e-6, Math.max(1e-6, normalCdf(household.income)));
	const odds = (rank / (1 - rank)) * ((1 - low) / low);
	return Math.max(1, Math.min(2000, Math.floor(100 * odds ** 0.3)));
}

function write(
	household: Household,
	year: number,
	percentage: number,
	debts: boolean,
	margins: Margins,
	staging: Staging
): void {
	const { members, past } = household;
	const partner = members[1] !== undefined && !members[1].child && household.source > 0.6 ? 1 : 0;
	const earner = members[partner]!.id;
	// Four years in a row below the threshold means that the highest of the four is.
	const four = percentage < 0 ? percentage : Math.min(...past) < 0 ? UNKNOWN : Math.max(percentage, ...past);
	const adults = members.filter((person) => !person.child).length;
	const factor100 = 100 + 38 * (adults - 1) + 30 * (members.length - adults);
	const standard = percentage < 0 ? 0 : Math.round((percentage * THRESHOLD * 1.025 ** (year - 2020)) / 100);
	staging.income.row(
		year,
		earner,
		members.length,
		percentage,
		four,
		sourceOf(household, percentage, year),
		tenureOf(household, percentage, margins),
		standard,
		factor100
	);
	for (let i = 0; i < members.length; i++) {
		const own = debts && (i === partner || (i < adults && household.tenure < 0.4)) ? 1 : 0;
		staging.member.row(year, members[i]!.id, earner, household.number, household.since, own, debts ? 1 : 0);
	}
}

/** Main source of income, in the codes of SECM. */
function sourceOf(household: Household, percentage: number, year: number): number {
	if (household.student) return 26;
	if (ageOn(household.members[0]!.birth, year * 10_000 + 1231) >= 67) return 25;
	const drawn = household.source;
	if (percentage >= 0 && percentage < 100) return drawn < 0.5 ? 22 : drawn < 0.62 ? 24 : drawn < 0.8 ? 13 : 11;
	return drawn < 0.02 ? 22 : drawn < 0.08 ? 24 : drawn < 0.1 ? 21 : drawn < 0.2 ? 13 : 11;
}

/** INHEHALGR: 1 own house, 2 rented without and 3 with rent benefit, 8 institution, 9 unknown. */
function tenureOf(household: Household, percentage: number, margins: Margins): number {
	if (household.type === TYPE.institution) return 8;
	if (percentage === UNKNOWN) return 9;
	const rented =
		percentage < 100 ? 0.9 : percentage < 160 ? Math.min(0.85, 1.6 * margins.rented) : 0.8 * margins.rented;
	if (household.tenure >= rented) return 1;
	return percentage < 150 ? 3 : 2;
}
