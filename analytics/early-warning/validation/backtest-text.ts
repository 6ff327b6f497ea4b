import type { CardRule, RuleName } from '../../contract/indicator-card.ts';
import type { Backtest, TruthBacktest } from './backtest.ts';

const RULES: Readonly<Record<RuleName, string>> = {
	model: 'early-warning model',
	tested: 'change in a year, tested with the noise known',
	year_ago_20: '20 % above the same period last year',
	previous_20: '20 % above the previous period'
};

const percent = (share: number | null) => (share === null ? '-' : `${(100 * share).toFixed(1)} %`);
const months = (delay: number | null) => (delay === null ? '-' : `${delay} months`);
const number = (value: number | null, digits = 3) => (value === null ? '-' : value.toFixed(digits));

function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
	const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
	return [line(head), line(head.map((_, i) => (i === 0 ? '---' : '--:'))), ...rows.map(line)];
}

/** The scorecard as Markdown, which also reads as plain text. */
export function backtestText(result: Backtest): string {
	const { id, series, judged, freq, hyper, rules, truth } = result;
	return [
		`# Scorecard of ${id}`,
		'',
		`${series} series, ${judged} judged periods, ${freq} periods a year. Fitted on the periods before: drift ${hyper.tau2.toPrecision(3)}, dispersion ${hyper.phi.toPrecision(3)}, season ${hyper.ws.toPrecision(3)}.`,
		'What is said of a period rests on that period and those before it.',
		'',
		...laterText(rules),
		...forecastText(result),
		...(truth === null ? [] : truthText(truth))
	].join('\n');
}

function laterText(rules: readonly CardRule[]): string[] {
	return [
		'## Against later figures',
		'',
		'A warning is confirmed when the released figures of the next half year are more than 10 % above those of a year before.',
		'Those figures have noise too, so nobody reaches 100 %. "At equal number": of as many warnings as the model gives.',
		'',
		...table(
			['rule', 'warnings', 'confirmed', 'at equal number', 'without any rule', 'rises found'],
			rules.map((one) => [
				RULES[one.rule],
				`${one.warnings} of ${one.cases}`,
				percent(one.confirmed),
				percent(one.confirmedAtSame),
				percent(one.base),
				percent(one.found)
			])
		),
		''
	];
}

function forecastText({ scores, calibration }: Backtest): string[] {
	if (scores === null) return ['There are too few later periods for scores of the stated probabilities.', ''];
	const { brier, skill, miscalibration, discrimination, uncertainty, auc, aucLower, aucUpper } = scores;
	return [
		'## Stated probability of such a rise',
		'',
		`Brier ${number(brier, 4)} (skill ${number(skill)}) = miscalibration ${number(miscalibration, 4)} - discrimination ${number(discrimination, 4)} + uncertainty ${number(uncertainty, 4)}.`,
		`AUC ${number(auc)}, 95 % interval ${number(aucLower)} to ${number(aucUpper)}.`,
		'',
		...table(
			['stated', 'came', 'cases'],
			calibration.map((bin) => [percent(bin.stated), percent(bin.realised), String(bin.count)])
		),
		''
	];
}

function truthText({ rules, model }: TruthBacktest): string[] {
	return [
		'## Against the truth',
		'',
		`Events: ${rules[0]!.events}. A signal is false where no event has begun within the last 18 months.`,
		'',
		...table(
			[
				'rule',
				'signals',
				'false',
				'per 1,000 quiet',
				'found in 3',
				'6',
				'9',
				'12 months',
				'median delay',
				'6, at 1 % quiet',
				'delay, at 1 % quiet'
			],
			rules.map((one) => [
				RULES[one.rule],
				String(one.signals),
				percent(one.falseShare),
				number(one.falsePerThousand, 2),
				...([3, 6, 9, 12] as const).map((within) => percent(one.found[within])),
				months(one.medianDelay),
				percent(one.foundAtOnePercent),
				months(one.delayAtOnePercent)
			])
		),
		'',
		`95 % intervals hold the level in ${percent(model.levelCoverage)} and the yearly rise in ${percent(model.riseCoverage)}.`,
		`P(rise > 10 %): Brier skill ${number(model.riseSkill)}, precision of the top 5 % ${percent(model.topPrecision)}. Calibration error of events ${number(model.eventCalibration)}.`,
		`Error of the level against the raw ratio: ${number(model.errorAgainstRaw)}.`,
		''
	];
}
