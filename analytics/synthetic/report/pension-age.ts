/** Age at which the state pension begins, in months, by year (Algemene Ouderdomswet, article 7a). */
const MONTHS: Readonly<Record<number, number>> = {
	2011: 780,
	2012: 780,
	2013: 781,
	2014: 782,
	2015: 783,
	2016: 786,
	2017: 789,
	2018: 792,
	2019: 796,
	2020: 796,
	2021: 796,
	2022: 799,
	2023: 802,
	2024: 804
};

/** Whoever was born on this day (YYYYMMDD) or before is of pension age at the end of the year. */
export function pensionBirth(year: number): number {
	const months = year * 12 + 12 - MONTHS[Math.min(2024, Math.max(2011, year))]!;
	return Math.floor(months / 12) * 10_000 + (months % 12) * 100 + 31;
}
