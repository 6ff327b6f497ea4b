// Months are counted from January 1900, quarters likewise; dates are whole numbers YYYYMMDD.

export function monthOf(date: number): number {
	return (Math.floor(date / 10_000) - 1900) * 12 + (Math.floor(date / 100) % 100) - 1;
}

export function firstMonth(year: number): number {
	return (year - 1900) * 12;
}

export function firstDay(month: number): number {
	return (1900 + Math.floor(month / 12)) * 10_000 + ((month % 12) + 1) * 100 + 1;
}

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

export function lastDay(month: number): number {
	const year = 1900 + Math.floor(month / 12);
	const leap = month % 12 === 1 && year % 4 === 0 ? 1 : 0;
	return firstDay(month) - 1 + DAYS[month % 12]! + leap;
}

export function yearOf(date: number): number {
	return Math.floor(date / 10_000);
}

export function ageOn(birth: number, date: number): number {
	return Math.floor((date - birth) / 10_000);
}

/** Last day of a year. */
export function endOf(year: number): number {
	return year * 10_000 + 1231;
}

/** The day before a date; the simulation draws no event on the first of a month, but positions start there. */
export function dayBefore(date: number): number {
	return date % 100 === 1 ? lastDay(monthOf(date) - 1) : date - 1;
}
