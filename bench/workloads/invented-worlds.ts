import { backtest, type Backtest, type TruthRule } from '../../analytics/early-warning/validation/backtest.ts';
import type { TruthScores } from '../../analytics/early-warning/validation/truth-scores.ts';
import type { KindName } from '../../analytics/early-warning/validation/worlds/kinds.ts';
import { withSupplyBreak, world } from '../../analytics/early-warning/validation/worlds/world.ts';
import type { RuleName } from '../../analytics/contract/indicator-card.ts';

/** Seeds of worlds that no model was made on; those without events are others. */
const FIRST_SEED = 20_261_123;
const FIRST_QUIET_SEED = 20_270_000;
const BROKEN_SERIES = 60;

/** Means over worlds of one kind, each with hyperparameters of its own, fitted on its training periods. */
export class WorldResults {
	readonly #results: readonly Backtest[];

	constructor(kind: KindName, worlds: number) {
		this.#results = Array.from({ length: worlds }, (_, k) => {
			const { input, truth } = world(kind, FIRST_SEED + k);
			return backtest(input, truth);
		});
	}

	get events(): number {
		return this.#results.reduce((sum, { truth }) => sum + truth!.rules[0]!.events, 0);
	}

	/** Of a rule's detection, the mean over the worlds that have it. */
	rule(name: RuleName, of: (rule: TruthRule) => number | null): number {
		return mean(this.#results.flatMap(({ truth }) => of(truth!.rules.find(({ rule }) => rule === name)!) ?? []));
	}

	model(of: (scores: TruthScores) => number | null): number {
		return mean(this.#results.flatMap(({ truth }) => of(truth!.model) ?? []));
	}

	/** False signals over all signals of all worlds together: a world with few signals counts for little. */
	get falseShare(): number {
		const rules = this.#results.map(({ truth }) => truth!.rules[0]!);
		const signals = rules.reduce((sum, rule) => sum + rule.signals, 0);
		return rules.reduce((sum, rule) => sum + (rule.falseShare ?? 0) * rule.signals, 0) / signals;
	}

	/** Part of the later rises that follow as many warnings as the model gives, of the model and of the best plain rule. */
	get confirmed(): { readonly model: number; readonly best: number } {
		const at = (name: RuleName) =>
			mean(this.#results.flatMap(({ rules }) => rules.find(({ rule }) => rule === name)!.confirmedAtSame ?? []));
		return { model: at('model'), best: Math.max(at('tested'), at('year_ago_20'), at('previous_20')) };
	}

	get skill(): number {
		return mean(this.#results.flatMap(({ scores }) => scores?.skill ?? []));
	}
}

/** Signals per 1,000 series-periods of worlds in which nothing rises. */
export function quietSignals(kind: KindName, worlds: number): number {
	return mean(
		Array.from({ length: worlds }, (_, k) => {
			const { input, truth } = world(kind, FIRST_QUIET_SEED + k, { effect: 0 });
			return backtest(input, truth).truth!.rules[0]!.falsePerThousand!;
		})
	);
}

/** Signals in a quiet world with a break in supply in sixty series, a year after training. */
export function breakSignals(declared: boolean): number {
	const quiet = world('A', FIRST_QUIET_SEED, { effect: 0 });
	const { input, truth } = withSupplyBreak(quiet, quiet.input.train + quiet.input.freq, BROKEN_SERIES, declared);
	return backtest(input, truth).truth!.rules[0]!.signals;
}

function mean(values: readonly number[]): number {
	return values.reduce((a, b) => a + b, 0) / values.length;
}
