import { UNKNOWN, fourYears, prices, type Account } from './accounts.ts';
import { firstMonth } from './months.ts';
import { SECM, studies, works } from './secm.ts';
import type { StateWriters } from './staging-layout.ts';
import { TYPE, type Household, type Person } from './person.ts';
import { housingCosts } from './wealth.ts';

/** From what people have in hand to what is paid before taxes (ours). */
const GROSS = { household: 1.42, person: 1.4, primary: 1.55 };
/** Bits of `benefits`. */
export const UNEMPLOYMENT_BENEFIT = 1;
export const DISABILITY_BENEFIT = 2;

/** Hands over one household on 31 December: its income and wealth, and each member's. */
export function writeYear(household: Household, account: Account, year: number, writers: StateWriters): void {
	const { members } = household;
	const { earner, low, minimum, income, rent, wealth } = account;
	const price = prices(year);
	const money = (amount: number): number => Math.round(amount * price);
	writers.income.row(
		earner.id,
		members.length,
		low,
		fourYears(low, household.past),
		minimum,
		fourYears(minimum, household.pastMinimum),
		earner.position,
		tenureOf(household, low, rent),
		money(income + rent),
		money(income / account.factor),
		money(income * GROSS.household + rent),
		money(account.primary * GROSS.primary),
		money(wealth.financial),
		money(wealth.home),
		money(wealth.mortgage),
		money(wealth.otherDebts),
		money(Math.max(0, housingCosts(household, wealth) - rent))
	);
	let own = 0;
	let ten = 0;
	for (let i = 0; i < members.length; i++) {
		own |= members[i]!.debtQuarters;
		if (members[i]!.tenCriteria) ten |= members[i]!.debtQuarters;
	}
	const shared = (own << 4) | (ten << 12);
	const december = firstMonth(year) + 11;
	const couple = household.type >= TYPE.unmarried && household.type <= TYPE.marriedChildren;
	for (let i = 0; i < members.length; i++) {
		const person = members[i]!;
		const flags = person.debtQuarters | (person.tenCriteria ? person.debtQuarters << 8 : 0);
		writers.member.row(
			person.id,
			earner.id,
			household.number,
			household.since,
			flags | shared,
			money(person.net * GROSS.person),
			money(person.primary * GROSS.primary),
			person.position,
			positionInHousehold(household, person, earner, i),
			benefitsOf(person, december),
			i === 0 || (couple && i === 1) ? money(account.care) : 0,
			person === earner ? money(rent) : 0,
			person === earner ? money(account.budget) : 0,
			person.birth
		);
	}
}

/** INHEHALGR: 1 own house, 2 rented without and 3 with rent allowance, 8 institution, 9 unknown. */
function tenureOf({ type, owner }: Household, low: number, rent: number): number {
	if (type === TYPE.institution) return 8;
	if (low === UNKNOWN) return 9;
	if (owner) return 1;
	return rent > 0 ? 3 : 2;
}

/** INPPOSHHK: 1 main earner, 2 partner of the main earner, 3 child at home, 4 other member. */
function positionInHousehold({ type }: Household, person: Person, earner: Person, index: number): number {
	if (person === earner) return 1;
	if (person.child) return 3;
	return index < 2 && type >= TYPE.unmarried && type <= TYPE.marriedChildren ? 2 : 4;
}

function benefitsOf(person: Person, month: number): number {
	const { position } = person;
	const unemployed = position === SECM.unemployment || (works(position) && person.topUpUntil >= month);
	const disabled =
		position === SECM.disability || (person.partlyDisabled && position < SECM.pension && !studies(position));
	return (unemployed ? UNEMPLOYMENT_BENEFIT : 0) | (disabled ? DISABILITY_BENEFIT : 0);
}
