import type { CardRule, IndicatorCard } from '../../../contract/indicator-card.ts';
import type { Panel } from '../../panel.ts';
import type { LevelModel } from '../../watch/level-model.ts';
import { calibrationOf, laterCases, scoreRule, scoresOf, warningsOf } from '../later-scores.ts';
import { plainRules } from '../rules/rules.ts';
import { auditGroup, auditSizes } from './audit.ts';
import { cardLevel, tooSmallShare } from './level.ts';
import { lastOf } from './median.ts';
import { scoredLevel, type ScoredLevel } from './scored-level.ts';

/**
 * The card of one indicator: what its levels can and cannot see, how warnings and plain rules would have done, and whom they
 * serve less well. Everything follows from released counts; the same input gives the same card.
 * @param panels all levels and groups of the indicator, those of all units together included
 * @param models of the panels that could be judged, as `watch` gives them
 */
export function indicatorCard(panels: readonly Panel[], models: readonly LevelModel[]): IndicatorCard {
	const totals = panels.filter(({ attribute }) => attribute === '');
	const modelOf = (panel: Panel) => models.find((model) => model.panel === panel) ?? null;
	const best = mostTelling(totals.map(modelOf).filter((model) => model !== null));
	const scored = best && scoredLevel(best, true);
	const { periods, freq } = panels[0]!;
	return {
		freq: models.length > 0 ? freq : null,
		from: periods[0]!,
		to: periods.at(-1)!,
		toldFrom: models.length > 0 ? periods[models[0]!.from]! : null,
		levels: totals.map((panel) => cardLevel(panel, modelOf(panel))).sort((a, b) => a.regions - b.regions),
		...scores(scored),
		groups: groupsOf(models, scored?.panel.level ?? null),
		sizes: scored === null ? [] : auditSizes(scored)
	};
}

/** Of the levels held against the nation the one with the fewest regions that are too small; of equals the first. */
function mostTelling(models: readonly LevelModel[]): LevelModel | null {
	const judged = models
		.filter(({ hyper }) => hyper !== null)
		.map((model) => ({ model, tooSmall: tooSmallShare(lastOf(model.detectable)) }))
		.sort((a, b) => a.tooSmall - b.tooSmall);
	return judged[0]?.model ?? null;
}

function scores(
	scored: ScoredLevel | null
): Pick<IndicatorCard, 'scored' | 'scoredFrom' | 'scoredTo' | 'rules' | 'calibration' | 'scores'> {
	const checked = scored === null ? [] : checkedPeriods(scored);
	if (scored === null || checked.length === 0)
		return {
			scored: scored?.panel.level ?? null,
			scoredFrom: null,
			scoredTo: null,
			rules: [],
			calibration: [],
			scores: null
		};
	const cases = laterCases(scored.later);
	return {
		scored: scored.panel.level,
		scoredFrom: checked[0]!,
		scoredTo: checked.at(-1)!,
		rules: rules(scored),
		calibration: calibrationOf(cases),
		scores: scoresOf(cases)
	};
}

/** Periods after which something can be checked. */
function checkedPeriods({ panel, from, later }: ScoredLevel): string[] {
	return panel.periods.slice(from).filter((_, k) => later.came.some((row) => !Number.isNaN(row[k]!)));
}

/** The model beside the plain rules. */
function rules({ panel, from, beliefs, fresh, later }: ScoredLevel): CardRule[] {
	const model = {
		flags: fresh,
		scores: beliefs.map((row) => row.map((belief) => (belief === null ? NaN : -belief.lfdr)))
	};
	const capacity = warningsOf(model, later) || null;
	const plain = (Object.keys(plainRules) as (keyof typeof plainRules)[]).map((rule) =>
		scoreRule(rule, plainRules[rule](panel, panel.freq, from), later, capacity)
	);
	return [scoreRule('model', model, later, capacity), ...plain];
}

/** Each group at the scored level; one that is not watched there at the most detailed level that it is. */
function groupsOf(models: readonly LevelModel[], scored: string | null): IndicatorCard['groups'] {
	const groups = models.filter(({ panel }) => panel.attribute !== '');
	const byGroup = Map.groupBy(groups, ({ panel }) => JSON.stringify([panel.attribute, panel.code]));
	return [...byGroup.values()].map((levels) => {
		const detailed = levels.toSorted((a, b) => b.panel.regions.length - a.panel.regions.length)[0]!;
		return auditGroup(levels.find(({ panel }) => panel.level === scored) ?? detailed);
	});
}
