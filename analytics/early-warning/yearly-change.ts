import type { Figure } from '../contract/figure.ts';
import type { SignalView } from '../contract/published.ts';
import { calendarOf } from './calendar.ts';
import { benjaminiHochberg } from './statistics/fdr.ts';
import { FDR } from './series/model.ts';
import { normalCdf } from './statistics/normal.ts';

export type YearlyChange = Pick<SignalView, 'indicator' | 'region' | 'change' | 'change_se' | 'p_rise' | 'is_signal'>;

type Row = Pick<
	Figure,
	'indicator' | 'region' | 'attribute' | 'code' | 'numerator' | 'denominator' | 'share' | 'shareSe'
>;
type KnownRow = Row & { share: number; shareSe: number };

/** The group total of an indicator in a region, with a share to compare. */
function isComparable(row: Row): row is KnownRow {
	return row.attribute === '' && row.code === '' && row.share !== null && row.shareSe !== null;
}

const keyOf = (...parts: string[]) => JSON.stringify(parts);

/**
 * Variance of the difference of two shares of one region by chance alone: each counted unit is so by itself, with the same
 * chance in both years. Most units are the same ones in both years, and then the shares move less than this: the test is cautious.
 */
function chance(now: KnownRow, before: KnownRow): number {
	const units = now.denominator + before.denominator;
	const share = Math.min(1, Math.max(0, (now.numerator + before.numerator) / units));
	return share * (1 - share) * (1 / now.denominator + 1 / before.denominator);
}

/** Standard errors between the two shares; a change without any noise is certain. */
function standardise(change: number, se: number): number {
	return change === 0 ? 0 : change / se;
}

/**
 * The period that a period is compared with: the same months or quarter of the year before, or the last year before it;
 * null when it is not among the known ones.
 */
export function yearBefore(period: string, known: readonly string[]): string | null {
	const calendar = calendarOf([...known, period]);
	if (calendar === null || calendar.freq === 1)
		return (
			known
				.filter((other) => other < period)
				.sort()
				.at(-1) ?? null
		);
	const before = calendar.periods[calendar.indexOf(period) - calendar.freq];
	return before !== undefined && known.includes(before) ? before : null;
}

/**
 * Change of each share against an earlier period: the noise-aware year-on-year z-score. It is a simple baseline for
 * yearly figures, which are too few for a model of level and season: it counts the privacy noise of the two releases,
 * independent of each other, and who happens to be counted, and knows nothing of a trend or of how regions differ in it.
 *
 * `is_signal` marks rises, by the one-sided p-value 1 - p_rise and Benjamini-Hochberg at 10 % within indicator x level.
 * Rows of groups, rows without a share in either period and regions without a level (undefined) are left out. Order: as `current`.
 */
export function yearlyChanges(
	current: readonly Row[],
	previous: readonly Row[],
	levelOf: (region: string) => string | undefined
): YearlyChange[] {
	const before = new Map(previous.filter(isComparable).map((row) => [keyOf(row.indicator, row.region), row]));
	const families = new Map<string, { at: number; p: number }[]>();
	const changes: YearlyChange[] = [];
	for (const row of current.filter(isComparable)) {
		const old = before.get(keyOf(row.indicator, row.region));
		const level = levelOf(row.region);
		if (old === undefined || level === undefined) continue;
		const change = row.share - old.share;
		const change_se = Math.sqrt(row.shareSe ** 2 + old.shareSe ** 2 + chance(row, old));
		const z = standardise(change, change_se);
		const { indicator, region } = row;
		const family = keyOf(indicator, level);
		const tests = families.get(family) ?? [];
		tests.push({ at: changes.length, p: normalCdf(-z) });
		families.set(family, tests);
		changes.push({ indicator, region, change, change_se, p_rise: normalCdf(z), is_signal: false });
	}
	for (const tests of families.values()) {
		const rejected = benjaminiHochberg(
			tests.map(({ p }) => p),
			FDR
		);
		tests.forEach(({ at }, k) => (changes[at]!.is_signal = rejected[k]!));
	}
	return changes;
}
