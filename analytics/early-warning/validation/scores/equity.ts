import { auc } from './auc.ts';
import { meanOf, requireForecasts } from './forecasts.ts';

/** How one group fares; a rate over nobody is null. */
export interface GroupScores {
	readonly group: string;
	readonly count: number;
	readonly baseRate: number;
	readonly selectionRate: number;
	/** Share of the events that are selected, and of the non-events. */
	readonly truePositiveRate: number | null;
	readonly falsePositiveRate: number | null;
	/** Share of the selected that are events. */
	readonly precision: number | null;
	readonly meanForecast: number;
	/** Mean forecast less base rate: above 0, risk is overstated for the group. */
	readonly calibrationInTheLarge: number;
	readonly auc: number | null;
}

export interface EquityAudit {
	readonly groups: readonly GroupScores[];
	/** Largest difference in true positive rate (Hardt, Price & Srebro, NeurIPS 2016); null when fewer than two have one. */
	readonly equalOpportunityGap: number | null;
	/** Least selection rate over the largest: below 0.8 is a warning. Null when nothing is selected. */
	readonly selectionRatio: number | null;
}

/** Scores per group, in order of name; selected are the forecasts of at least the threshold. */
export function equityAudit(
	outcomes: readonly number[],
	forecasts: readonly number[],
	groups: readonly string[],
	threshold: number
): EquityAudit {
	requireForecasts(outcomes, forecasts);
	if (groups.length !== outcomes.length) throw new RangeError('an audit needs the group of each case');
	const scored = [...new Set(groups)].sort().map((group): GroupScores => {
		const members = groups.flatMap((one, i) => (one === group ? [i] : []));
		const happened = members.map((i) => outcomes[i]!);
		const stated = members.map((i) => forecasts[i]!);
		const selected = stated.map((p) => (p >= threshold ? 1 : 0));
		const rate = (values: readonly number[]) => (values.length > 0 ? meanOf(values) : null);
		return {
			group,
			count: members.length,
			baseRate: meanOf(happened),
			selectionRate: meanOf(selected),
			truePositiveRate: rate(selected.filter((_, k) => happened[k] === 1)),
			falsePositiveRate: rate(selected.filter((_, k) => happened[k] === 0)),
			precision: rate(happened.filter((_, k) => selected[k] === 1)),
			meanForecast: meanOf(stated),
			calibrationInTheLarge: meanOf(stated) - meanOf(happened),
			auc: auc(happened, stated)?.auc ?? null
		};
	});
	const rates = scored.flatMap(({ truePositiveRate }) => truePositiveRate ?? []);
	const selection = scored.map(({ selectionRate }) => selectionRate);
	const most = Math.max(...selection);
	return {
		groups: scored,
		equalOpportunityGap: rates.length > 1 ? Math.max(...rates) - Math.min(...rates) : null,
		selectionRatio: most > 0 ? Math.min(...selection) / most : null
	};
}
