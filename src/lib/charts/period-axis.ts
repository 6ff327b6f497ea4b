import { shortPeriod } from '../format/period.ts';
import type { Lang } from '../messages/index.ts';

/** Room that a letter takes, and that keeps names apart. */
const LETTER = 6.4;
const APART = 14;
const LEAST = 64;

/** The name of a period on an axis, its year on a line of its own: a quarter takes less room. */
export function axisName(period: string, locale: string): string {
	const lang: Lang = locale.startsWith('en') ? 'en' : 'nl';
	return shortPeriod(period, lang).replace(/ (?=\d{4}$)/, '\n');
}

/** The periods that an axis this wide has room to name: evenly spaced, the latest among them. */
export function periodTicks(periods: readonly string[], width: number, locale: string): string[] {
	const lines = periods.flatMap((period) => axisName(period, locale).split('\n'));
	const name = Math.max(LEAST, Math.max(...lines.map(({ length }) => length)) * LETTER + APART);
	const least = Math.max(1, Math.ceil((periods.length * name) / width));
	// The same quarter of each year, or of every so many years, once not every other one has room.
	const every = least > 2 && periods.every((period) => /Q[1-4]$/.test(period)) ? Math.ceil(least / 4) * 4 : least;
	return periods.filter((_, i) => (periods.length - 1 - i) % every === 0);
}

/** Room that the names of periods take beyond one line. */
export function roomFor(periods: readonly string[], locale: string): number {
	return periods.some((period) => axisName(period, locale).includes('\n')) ? SECOND_LINE : 0;
}

const SECOND_LINE = 14;

/** What an axis of periods adds to a scale, and the room below it that the names take beyond one line. */
export function periodAxis(periods: readonly string[], width: number, locale: string) {
	return {
		ticks: periodTicks(periods, width, locale),
		tickFormat: (period: string) => axisName(period, locale),
		below: roomFor(periods, locale)
	};
}
