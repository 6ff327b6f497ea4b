import type { RuleName } from '../../../contract/indicator-card.ts';
import type { Frequency } from '../../panel.ts';
import { yearOnYear } from '../../series/baseline.ts';
import type { Columns } from '../../series/columns.ts';
import { toRatios } from '../../series/ratios.ts';

/** What a rule says, [series][period - from]: the higher the score, the more it warns; NaN where it cannot tell. */
export interface RuleOutput {
	readonly flags: readonly (readonly boolean[])[];
	readonly scores: readonly (readonly number[])[];
}

export type Rule = (columns: Columns, freq: Frequency, from: number) => RuleOutput;

/** From this relative rise on, the plain rules warn. */
const MUCH = 0.2;

/**
 * What people do without a model. The plain rules compare released rates as if they were exact: with the same period of last
 * year, and with the period before, as food-security forecasts are judged (Backer & Billing, Global Food Security 29, 2021).
 */
export const plainRules: Readonly<Record<Exclude<RuleName, 'model'>, Rule>> = {
	year_ago_20: (columns, freq, from) => riseSince(columns, from, freq),
	previous_20: (columns, _, from) => riseSince(columns, from, 1),
	tested: (columns, freq, from) => {
		const { z, signal } = yearOnYear(toRatios(columns), freq, from);
		return {
			scores: z.map((row) => row.map((value) => value ?? NaN)),
			flags: signal.map((row) => row.map((value) => value === true))
		};
	}
};

/** The rate against that of some periods ago. A rate that was zero or less, as noise may make it, tells nothing. */
function riseSince({ count, exposure }: Columns, from: number, ago: number): RuleOutput {
	const scores = count.map((row, i) => {
		const rate = (t: number) => (row[t] ?? NaN) / (exposure[i]![t] ?? NaN);
		return Array.from(row.subarray(from), (_, k) => {
			const before = rate(from + k - ago);
			return before > 0 ? rate(from + k) / before - 1 : NaN;
		});
	});
	return { scores, flags: scores.map((row) => row.map((score) => score > MUCH)) };
}
