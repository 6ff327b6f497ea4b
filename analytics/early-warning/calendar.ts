import type { Frequency } from './panel.ts';

/** Consecutive periods of one kind, so that a series has a place for each, filled or not. */
export interface Calendar {
	readonly freq: Frequency;
	/** Ascending, without gaps. */
	readonly periods: readonly string[];
	indexOf(period: string): number;
}

/** How periods are named: a year, "2023Q1" or "2023-Q1", "2023M01" or "2023-01". */
const forms: readonly {
	freq: Frequency;
	pattern: RegExp;
	name: (year: number, part: number, mark: string) => string;
}[] = [
	{ freq: 1, pattern: /^(\d{4})()()$/, name: (year) => String(year) },
	{ freq: 4, pattern: /^(\d{4})(-?Q)([1-4])$/, name: (year, part, mark) => `${year}${mark}${part}` },
	{
		freq: 12,
		pattern: /^(\d{4})(-|M|-M)(0[1-9]|1[0-2])$/,
		name: (year, part, mark) => `${year}${mark}${String(part).padStart(2, '0')}`
	}
];

/** A longer span has a mistake in a period's name, not this many periods. */
const MOST_YEARS = 200;

/** The calendar from the first to the last of these periods; null when they are not years, quarters or months of one kind. */
export function calendarOf(names: readonly string[]): Calendar | null {
	const form = forms.find(({ pattern }) => names.length > 0 && names.every((name) => pattern.test(name)));
	if (form === undefined) return null;
	const read = names.map((name) => form.pattern.exec(name)!);
	const mark = read[0]![2]!;
	if (read.some((match) => match[2] !== mark)) return null;
	const numbers = read.map((match) => Number(match[1]) * form.freq + (match[3] === '' ? 0 : Number(match[3]) - 1));
	const first = Math.min(...numbers);
	const length = Math.max(...numbers) - first + 1;
	if (length > MOST_YEARS * form.freq) return null;
	const periods = Array.from({ length }, (_, i) => {
		const number = first + i;
		return form.name(Math.floor(number / form.freq), (number % form.freq) + 1, mark);
	});
	const index = new Map(periods.map((period, i) => [period, i]));
	return { freq: form.freq, periods, indexOf: (period) => index.get(period) ?? -1 };
}

/** Why these periods make no series, as a sentence without its stop; null when they make one. */
export function whyNoSeries(names: readonly string[]): string | null {
	if (calendarOf(names) !== null) return null;
	const strange = names.find((name) => calendarOf([name]) === null);
	if (strange !== undefined)
		return `period ${strange} is no year (2023), quarter (2023Q1 or 2023-Q1) or month (2023M01 or 2023-01)`;
	const other = names.find((name) => calendarOf([names[0]!, name]) === null);
	return `periods ${names[0]!} and ${other ?? names.at(-1)!} are not of one kind, or lie more than ${MOST_YEARS} years apart`;
}
