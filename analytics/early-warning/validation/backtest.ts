import type { CardBin, CardRule, CardScores, RuleName } from '../../contract/indicator-card.ts';
import { columnsOf } from '../series/columns.ts';
import type { SignalsInput } from '../series/input.ts';
import { judge } from '../series/judge.ts';
import type { Hyper } from '../series/model.ts';
import { toRatios } from '../series/ratios.ts';
import { signals, type SignalsOutput } from '../series/signals.ts';
import { detection, matchedFlags, type Detection } from './detection.ts';
import { calibrationOf, laterCases, scoreRule, scoresOf, warningsOf } from './later-scores.ts';
import { laterRises } from './later.ts';
import { plainRules, type RuleOutput } from './rules/rules.ts';
import { truthScores, type TruthScores } from './truth-scores.ts';
import type { Truth } from './truth.ts';

/** The model beside plain rules, on series as they were known at each period. */
export interface Backtest {
	readonly id: string;
	readonly freq: number;
	readonly series: number;
	/** Periods that are judged: all after the training periods. */
	readonly judged: number;
	readonly hyper: Hyper;
	/** By what later figures of the series themselves show. */
	readonly rules: readonly CardRule[];
	readonly calibration: readonly CardBin[];
	readonly scores: CardScores | null;
	/** By the truth; null when it is not given. */
	readonly truth: TruthBacktest | null;
}

export interface TruthRule extends Detection {
	readonly rule: RuleName;
	/**
	 * When every rule warns in 1 % of the quiet periods: share of the events found within 6 months, and the median months to
	 * the first warning. The difference of two rules' months is the lead of one over the other.
	 */
	readonly foundAtOnePercent: number | null;
	readonly delayAtOnePercent: number | null;
}

export interface TruthBacktest {
	readonly rules: readonly TruthRule[];
	/** Of the model. */
	readonly model: TruthScores;
}

/**
 * Rolling origin: what is said of a period rests on that period and those before it, because the model is a filter, and the
 * hyperparameters rest on the training periods alone. So one run over the series is what running it anew each period would give.
 * @param hyper fitted on the training periods when absent
 * @throws InputError when there is nothing to fit on
 */
export function backtest(input: SignalsInput, truth: Truth | null, hyper?: Hyper): Backtest {
	const { id, freq, train } = input;
	const out = signals(input, hyper);
	const columns = columnsOf(input);
	const ratios = toRatios(columns);
	const later = laterRises(ratios, freq, train, out.hyper, judge(ratios, freq, train, out.hyper));
	const model = { flags: grid(out, 'signal'), scores: out.lfdr.map((row) => row.map((lfdr) => -(lfdr ?? NaN))) };
	const plain = Object.entries(plainRules).map(([rule, of]) => ({
		rule: rule as RuleName,
		...of(columns, freq, train)
	}));
	const news = { rule: 'model' as const, flags: fresh(out, freq, train), scores: model.scores };
	const capacity = warningsOf(news, later) || null;
	const cases = laterCases(later);
	return {
		id,
		freq,
		series: out.lfdr.length,
		judged: out.lfdr[0]!.length,
		hyper: out.hyper,
		rules: [news, ...plain].map((one) => scoreRule(one.rule, one, later, capacity)),
		calibration: calibrationOf(cases),
		scores: scoresOf(cases),
		truth: truth && {
			rules: [{ rule: 'model' as const, ...model }, ...plain].map((one) => truthRule(one, truth, freq, train)),
			model: truthScores(input, truth, out)
		}
	};
}

function truthRule(
	{ rule, flags, scores }: RuleOutput & { readonly rule: RuleName },
	truth: Truth,
	freq: number,
	train: number
): TruthRule {
	const matched = detection(matchedFlags(scores, truth), truth, freq, train);
	return {
		rule,
		...detection(flags, truth, freq, train),
		foundAtOnePercent: matched.found[6],
		delayAtOnePercent: matched.medianDelay
	};
}

function grid(out: SignalsOutput, column: 'signal' | 'open'): boolean[][] {
	return out[column].map((row) => row.map((flag) => flag === true));
}

/** Open signals of at most half a year: what an older one warned of has come. */
function fresh(out: SignalsOutput, freq: number, train: number): boolean[][] {
	return grid(out, 'open').map((row, i) => row.map((open, k) => open && train + k - out.opened[i]![k]! < freq / 2));
}
