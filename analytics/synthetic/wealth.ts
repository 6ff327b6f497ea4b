import { yearOf } from './months.ts';
import { TYPE, type Household } from './person.ts';

/** Euros of 2020. */
export interface Wealth {
	/** Bank and savings balances. */
	readonly financial: number;
	readonly home: number;
	readonly mortgage: number;
	readonly otherDebts: number;
}

const NONE: Wealth = { financial: 0, home: 0, mortgage: 0, otherDebts: 0 };

/**
 * Wealth by age, income and an inclination to save: lines of ours around the published medians of 2018 (900 euros with a low income,
 * 59,000 for others, homes included).
 */
export function wealthOf({ members, owner, savings, type }: Household, low: number, year: number): Wealth {
	if (type === TYPE.institution) return NONE;
	const head = members[0]!;
	const age = Math.min(80, year - yearOf(head.birth));
	const inDebt = head.debtSince > 0 || (members.length > 1 && members[1]!.debtSince > 0);
	const financial =
		Math.exp(8.35 + 0.03 * (age - 45) + 1.9 * Math.log(low / 150) + 1.25 * savings) * (inDebt ? 0.1 : 1);
	const home = owner ? 245_000 * Math.exp(0.25 * head.level + 0.1 * savings) : 0;
	const mortgage = home * Math.max(0, Math.min(0.95, 0.9 - 0.018 * (age - 30)));
	return { financial, home, mortgage, otherDebts: inDebt ? 9000 : age < 35 ? 4000 * Math.exp(-savings) : 0 };
}

/** Housing costs a year before the rent allowance, euros of 2020: rent, or interest, taxes and upkeep. */
export function housingCosts({ owner, savings, members }: Household, { mortgage }: Wealth): number {
	if (owner) return 3200 + 0.026 * mortgage;
	return 6300 * Math.exp(0.12 * savings) + 400 * Math.min(4, members.length - 1);
}
