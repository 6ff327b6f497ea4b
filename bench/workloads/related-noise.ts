import { halfOrderMatrix, periodStrategy, type SeriesStrategy } from 'diffprivlib-js';
import { backtest } from '../../analytics/early-warning/validation/backtest.ts';
import type { TruthScores } from '../../analytics/early-warning/validation/truth-scores.ts';
import type { KindName } from '../../analytics/early-warning/validation/worlds/kinds.ts';
import { world, type World } from '../../analytics/early-warning/validation/worlds/world.ts';
import { Random } from '../../analytics/early-warning/statistics/random.ts';
import { fitPeriods } from '../../analytics/plan/periods/series-fit.ts';
import { spellGame } from '../../analytics/plan/periods/spell-game.ts';

/** How the noise of the periods of one release hangs together. */
export type Relation = 'independent' | 'half-order' | 'fitted';

/** Seeds that no other part of the report uses. */
const FIRST_SEED = 20_280_000;

function strategyOf(relation: Relation, periods: number): SeriesStrategy {
	if (relation === 'fitted') return fitPeriods(periods, 1, 'max-variance', spellGame(periods, 1))!;
	const matrix = relation === 'half-order' ? halfOrderMatrix(periods) : undefined;
	return periodStrategy({ strategy: relation, periods, spells: 1, matrix });
}

/**
 * A world whose periods come in releases of `together` periods each, measured as `relation` says: the largest variance of a
 * period is sigma squared, and every period's own variance is told, but not how they are related.
 */
function withNoise({ input, truth }: World, relation: Relation, together: number, sigma: number, seed: number): World {
	const random = new Random(seed);
	const strategy = strategyOf(relation, together);
	const unit = sigma / Math.sqrt(Math.max(...Array.from({ length: together }, (_, t) => strategy.variance(t))));
	const releases = Math.ceil(input.noisy_count[0]!.length / together);
	const noisy_count = input.noisy_count.map((row) => {
		const measured = Float64Array.from({ length: releases * together }, () => unit * random.normal());
		const noise = strategy.decode(measured);
		return row.map((value, t) => (value === null ? null : value + Math.round(noise[t]!)));
	});
	const own = input.noisy_count[0]!.map((_, t) => unit * Math.sqrt(strategy.variance(t % together)));
	return { input: { ...input, noisy_count, sigma: noisy_count.map(() => own) }, truth };
}

export interface RelatedNoise {
	/** Signals per 1,000 series-periods in worlds in which nothing rises. */
	readonly quiet: number;
	/** In worlds with events: part of the signals that is false, found within a year, and coverage of 95 % intervals. */
	readonly falseShare: number;
	readonly found: number;
	readonly levels: number;
	readonly rises: number;
}

/** The model on worlds whose noise is related between periods as it does not know. */
export function relatedNoise(
	kind: KindName,
	relation: Relation,
	{ together, sigma, worlds }: { readonly together: number; readonly sigma: number; readonly worlds: number }
): RelatedNoise {
	const run = (effect: number | undefined) =>
		Array.from({ length: worlds }, (_, k) => {
			const seed = FIRST_SEED + k;
			const clean = world(kind, seed, { sigma: 0, ...(effect === undefined ? {} : { effect }) });
			const { input, truth } = withNoise(clean, relation, together, sigma, seed);
			return backtest(input, truth).truth!;
		});
	const quiet = run(0).map(({ rules }) => rules[0]!.falsePerThousand!);
	const eventful = run(undefined);
	const rules = eventful.map((one) => one.rules[0]!);
	const model = (of: (scores: TruthScores) => number) => mean(eventful.map((one) => of(one.model)));
	const signals = rules.reduce((sum, rule) => sum + rule.signals, 0);
	return {
		quiet: mean(quiet),
		falseShare: rules.reduce((sum, rule) => sum + (rule.falseShare ?? 0) * rule.signals, 0) / signals,
		found: mean(rules.map(({ found }) => found[12]!)),
		levels: model((scores) => scores.levelCoverage),
		rises: model((scores) => scores.riseCoverage)
	};
}

function mean(values: readonly number[]): number {
	return values.reduce((a, b) => a + b, 0) / values.length;
}
