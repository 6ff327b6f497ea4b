import { monthOf, firstMonth } from './months.ts';

/** Codes of SECM, the main source of a person's income. */
export const SECM = {
	employee: 11,
	director: 12,
	entrepreneur: 13,
	otherSelfEmployed: 14,
	familyWorker: 15,
	unemployment: 21,
	assistance: 22,
	otherProvision: 23,
	disability: 24,
	pension: 25,
	studentWithIncome: 26,
	studentWithout: 31,
	noIncome: 32
} as const;

export function works(code: number): boolean {
	return code >= SECM.employee && code <= SECM.familyWorker;
}

export function isSelfEmployed(code: number): boolean {
	return code >= SECM.director && code <= SECM.otherSelfEmployed;
}

export function studies(code: number): boolean {
	return code === SECM.studentWithIncome || code === SECM.studentWithout;
}

/** Pension age by year, in months of life (Algemene Ouderdomswet, article 7a); before 2013 it was 65 years. */
const PENSION_AGE: Readonly<Record<number, number>> = {
	2013: 65 * 12 + 1,
	2014: 65 * 12 + 2,
	2015: 65 * 12 + 3,
	2016: 65 * 12 + 6,
	2017: 65 * 12 + 9,
	2018: 66 * 12,
	2019: 66 * 12 + 4,
	2020: 66 * 12 + 4,
	2021: 66 * 12 + 4,
	2022: 66 * 12 + 7,
	2023: 66 * 12 + 10,
	2024: 67 * 12
};

export function pensionAge(year: number): number {
	return PENSION_AGE[year] ?? 65 * 12;
}

/** Whether somebody has the pension age at the end of a year. */
export function isPensioner(birth: number, year: number): boolean {
	return firstMonth(year) + 11 - monthOf(birth) >= pensionAge(year);
}
