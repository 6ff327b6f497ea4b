/** Whole numbers YYYYMMDD. A figure of a date is the stand at the end of the day before: 20240101 is 31 December 2023. */
export function toNumber(date: string): number {
	return Number(date.replaceAll('-', ''));
}

/** The last day of a year as the date of its stand: 2023 gives 20240101. */
export function endOf(year: number): number {
	return (year + 1) * 10_000 + 101;
}

export function dayBefore(date: number): number {
	const day = new Date(Date.UTC(Math.floor(date / 10_000), (Math.floor(date / 100) % 100) - 1, (date % 100) - 1));
	return day.getUTCFullYear() * 10_000 + (day.getUTCMonth() + 1) * 100 + day.getUTCDate();
}

/** The year whose files hold the stand of a date. */
export function fileYear(date: number): number {
	return Math.floor(dayBefore(date) / 10_000);
}

export function yearsBefore(date: number, years: number): number {
	return date - years * 10_000;
}

/** The same with dashes. */
export function written(date: number): string {
	const text = String(date);
	return `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`;
}
