import type { CardBin, CardRule, CardScores, RuleName } from '../../contract/indicator-card.ts';
import type { Later } from './later.ts';
import type { RuleOutput } from './rules/rules.ts';
import { auc } from './scores/auc.ts';
import { brierSkill, brier, corp } from './scores/brier.ts';
import { reliabilityBins } from './scores/calibration.ts';
import { meanOf } from './scores/forecasts.ts';

/** [series][period - from]. */
type Grid<T> = readonly (readonly T[])[];

interface RuleCase {
	readonly warned: boolean;
	readonly score: number;
	readonly came: number;
}

/**
 * A rule's warnings against what came; region-periods after which nothing is known are left out.
 * @param capacity number of warnings at which rules are compared: the strongest of each; null to leave that out
 */
export function scoreRule(
	rule: RuleName,
	{ flags, scores }: RuleOutput,
	{ came }: Later,
	capacity: number | null
): CardRule {
	const cases = flags.flatMap((row, i) =>
		row.flatMap((warned, k): RuleCase[] =>
			Number.isNaN(came[i]![k]!) ? [] : [{ warned, score: scores[i]![k]!, came: came[i]![k]! }]
		)
	);
	const warned = cases.filter((one) => one.warned);
	const share = (of: readonly RuleCase[]) => (of.length > 0 ? meanOf(of.map((one) => one.came)) : null);
	const all = cases.reduce((sum, one) => sum + one.came, 0);
	return {
		rule,
		warnings: warned.length,
		cases: cases.length,
		confirmed: share(warned),
		confirmedAtSame: capacity === null ? null : share(strongest(cases, capacity)),
		base: share(cases),
		found: all > 0 ? warned.reduce((sum, one) => sum + one.came, 0) / all : null
	};
}

/** Number of a rule's warnings after which something is known. */
export function warningsOf({ flags }: RuleOutput, { came }: Later): number {
	return flags.flatMap((row, i) => row.filter((warned, k) => warned && !Number.isNaN(came[i]![k]!))).length;
}

/** The cases that a rule would take up first: its warnings, then the rest, by score. Where it cannot tell it takes none. */
function strongest(cases: readonly RuleCase[], capacity: number): RuleCase[] {
	const told = cases.filter(({ score }) => !Number.isNaN(score));
	return told.sort((a, b) => Number(b.warned) - Number(a.warned) || b.score - a.score).slice(0, capacity);
}

/** Forecasts and outcomes of the region-periods that have both, in one list each. */
export interface LaterCases {
	readonly stated: readonly number[];
	readonly came: readonly number[];
}

export function laterCases({ stated, came }: Later): LaterCases {
	const known = (grid: Grid<number>) => grid.flat().filter((value) => !Number.isNaN(value));
	return { stated: known(stated), came: known(came) };
}

export function calibrationOf({ stated, came }: LaterCases): CardBin[] {
	return reliabilityBins(came, stated);
}

/** Fewer region-periods than this make no score. */
const LEAST = 50;

export function scoresOf({ stated, came }: LaterCases): CardScores | null {
	if (stated.length < LEAST) return null;
	const area = auc(came, stated);
	return {
		cases: stated.length,
		brier: brier(came, stated),
		skill: brierSkill(came, stated),
		...corp(came, stated),
		auc: area?.auc ?? null,
		aucLower: area?.lower ?? null,
		aucUpper: area?.upper ?? null
	};
}

/** Mean of what was stated less mean of what came; null without cases. */
export function overstated({ stated, came }: LaterCases): number | null {
	return stated.length > 0 ? meanOf(stated) - meanOf(came) : null;
}
