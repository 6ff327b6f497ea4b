import type { Panel } from '../panel.ts';
import { structural } from '../structural/structural.ts';
import type { Stand } from './stand.ts';

/**
 * A level of few regions by a structural model of each series: variances from the periods before `from`, stands from
 * `judgedFrom` on. [series][period - judgedFrom]; null where a series cannot be judged.
 */
export function structuralLevel(panel: Panel, judgedFrom: number, from: number): (Stand | null)[][] {
	const { freq, periods } = panel;
	return panel.regions.map((_, i) => {
		const [count, sigma] = [panel.count[i]!, panel.sigma[i]!];
		const [exposure, exposureSigma] = [panel.exposure[i]!, panel.exposureSigma[i]!];
		const breaks = new Set(panel.breaks.filter(({ series }) => series === i).map(({ period }) => period));
		const told = structural({ count, sigma, exposure, exposureSigma, freq, breaks, from: judgedFrom, fitTo: from });
		return Array.from({ length: periods.length - judgedFrom }, (_, k) => {
			const period = told[k];
			if (period === undefined) return null;
			const t = judgedFrom + k;
			const units = Number.isNaN(count[t]!) ? NaN : period.estimate * exposure[t]!;
			return { ...period, lfdr: 1 - period.pEvent, units };
		});
	});
}
