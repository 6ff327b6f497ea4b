import type { Panel } from '../panel.ts';
import { structural } from '../structural/structural.ts';
import type { StructuralInput } from '../structural/types.ts';
import type { Stand } from './stand.ts';

/** Series `i` of a level as the structural model takes it. */
export function structuralInput(panel: Panel, i: number, judgedFrom: number, from: number): StructuralInput {
	return {
		count: panel.count[i]!,
		sigma: panel.sigma[i]!,
		exposure: panel.exposure[i]!,
		exposureSigma: panel.exposureSigma[i]!,
		freq: panel.freq,
		breaks: new Set(panel.breaks.filter(({ series }) => series === i).map(({ period }) => period)),
		from: judgedFrom,
		fitTo: from
	};
}

/**
 * A level of few regions by a structural model of each series: variances from the periods before `from`, stands from
 * `judgedFrom` on. [series][period - judgedFrom]; null where a series cannot be judged.
 */
export function structuralLevel(panel: Panel, judgedFrom: number, from: number): (Stand | null)[][] {
	return panel.regions.map((_, i) => {
		const input = structuralInput(panel, i, judgedFrom, from);
		const told = structural(input);
		return Array.from({ length: panel.periods.length - judgedFrom }, (_, k) => {
			const period = told[k];
			if (period === undefined) return null;
			const t = judgedFrom + k;
			const units = Number.isNaN(input.count[t]!) ? NaN : period.estimate * input.exposure[t]!;
			return { ...period, lfdr: 1 - period.pEvent, units };
		});
	});
}
