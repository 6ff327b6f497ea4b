import { messagesFor } from '../messages/index.ts';
import type { Lang } from '../messages/index.ts';
import { dateFormat } from './intl.ts';

// Codes of periods ("2024", "2024Q4", "2024M12") in words. Addresses and downloads keep the code.

/** "vierde kwartaal van 2024", for a heading; a year stays a year, and a code that is no period stays as it is. */
export function periodName(period: string, lang: Lang): string {
	const m = messagesFor(lang).period;
	const { year, quarter, month } = partsOf(period);
	if (quarter !== null) return m.quarter(m.ordinals[quarter - 1]!, year);
	return month === null ? period : monthName(year, month, 'long', lang);
}

/** The same in a sentence: "het vierde kwartaal van 2024". */
export function thePeriod(period: string, lang: Lang): string {
	const name = periodName(period, lang);
	return partsOf(period).quarter === null ? name : messagesFor(lang).period.the(name);
}

/** "4e kwartaal 2024", for tables, lists of choices and axes. */
export function shortPeriod(period: string, lang: Lang): string {
	const { year, quarter, month } = partsOf(period);
	if (quarter !== null) return messagesFor(lang).period.shortQuarter(String(quarter), year);
	return month === null ? period : monthName(year, month, 'short', lang);
}

/** First and last of periods, for a heading: "1e kwartaal 2018 – 4e kwartaal 2024"; of one period its name. */
export function periodSpan(periods: readonly string[], lang: Lang): string {
	const known = periods.toSorted();
	return [...new Set([known[0], known.at(-1)])].map((period) => shortPeriod(period ?? '', lang)).join(' – ');
}

/** Periods in order, with those between them that nothing is told of; other codes, or several kinds, only in order. */
export function inOrder(periods: readonly string[]): string[] {
	const known = [...new Set(periods)].sort();
	const [first, last] = [known[0], known.at(-1)];
	if (first === undefined || last === undefined) return [];
	const all = [first];
	for (let next: string | null = first; next !== last && all.length < MOST; all.push(next)) {
		next = after(next);
		if (next === null) return known;
	}
	return known.every((period) => all.includes(period)) ? all : known;
}

/** A longer row has a mistake in the name of a period, not this many periods. */
const MOST = 2_000;

/** The code of the next period, written alike. */
function after(period: string): string | null {
	if (/^\d{4}$/.test(period)) return String(Number(period) + 1);
	const { year, quarter, month } = partsOf(period);
	const [part, parts, digits] = quarter === null ? [month, 12, 2] : [quarter, 4, 1];
	if (part === null) return null;
	const mark = period.slice(4, period.length - digits);
	const [nextYear, nextPart] = part === parts ? [Number(year) + 1, 1] : [year, part + 1];
	return `${nextYear}${mark}${String(nextPart).padStart(digits, '0')}`;
}

function monthName(year: string, month: number, style: 'long' | 'short', lang: Lang): string {
	// Noon on the first day is the same month in every time zone near the Netherlands.
	return dateFormat(lang, { month: style, year: 'numeric' }).format(new Date(Date.UTC(Number(year), month - 1, 1, 12)));
}

/** As `analytics/early-warning/calendar.ts` reads them: "2024Q4" or "2024-Q4", "2024M12" or "2024-12". */
function partsOf(period: string): { year: string; quarter: number | null; month: number | null } {
	const [, year = '', quarter, month] = /^(\d{4})(?:-?Q([1-4])|(?:-|-?M)(0[1-9]|1[0-2]))$/.exec(period) ?? [];
	return {
		year,
		quarter: quarter === undefined ? null : Number(quarter),
		month: month === undefined ? null : Number(month)
	};
}
