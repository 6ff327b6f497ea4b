// Allowances a year, euros of 2020, as simple lines around the rules of 2020 (Belastingdienst/Toeslagen): ours.

/** Care allowance of one adult: full below a limit, then falling to nothing. */
export function careAllowance(householdNet: number, adults: number): number {
	const alone = adults === 1;
	const over = Math.max(0, householdNet - (alone ? 19_500 : 20_500));
	return Math.max(0, (alone ? 1250 : 1200) - 0.11 * over * (alone ? 1 : 0.5));
}

/** Rent allowance of a household that rents. */
export function rentAllowance(householdNet: number, members: number): number {
	const full = members === 1 ? 15_500 : members === 2 ? 20_000 : 22_500;
	return Math.max(0, 3100 - 0.42 * Math.max(0, householdNet - full));
}

/** Child budget of a household, by its minors. */
export function childBudget(householdNet: number, minors: number, single: boolean): number {
	if (minors === 0) return 0;
	const full = 1190 + 1015 * Math.min(1, minors - 1) + 290 * Math.max(0, minors - 2) + (single ? 3190 : 0);
	return Math.max(0, full - 0.0675 * Math.max(0, householdNet - (single ? 19_000 : 29_000)) * 1.3);
}

/** Child benefit of a household, by its minors; everybody gets it. */
export function childBenefit(minors: number): number {
	return 1000 * minors;
}
