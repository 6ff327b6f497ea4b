const SECONDS_A_DAY = 86_400;
/** Days from 14 October 1582, where dates of system files begin, to 1 January 1970. */
const DAYS_BEFORE_1970 = 141_428;
/** The first day of the year 10000 after 1 January 1970: dates have four digits for the year. */
const DAYS_TO_10000 = 2_932_897;

/** Seconds since 14 October 1582 as the number YYYYMMDD, without the time of day; NaN when they are no date. */
export function dateNumber(seconds: number): number {
	const day = Math.floor(seconds / SECONDS_A_DAY);
	if (!(day >= 1 && day < DAYS_BEFORE_1970 + DAYS_TO_10000)) return NaN;
	const date = new Date((day - DAYS_BEFORE_1970) * SECONDS_A_DAY * 1000);
	return date.getUTCFullYear() * 10_000 + (date.getUTCMonth() + 1) * 100 + date.getUTCDate();
}
