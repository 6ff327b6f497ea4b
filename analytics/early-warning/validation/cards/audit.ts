import type { CardAudit } from '../../../contract/indicator-card.ts';
import { normalQuantile } from '../../statistics/normal.ts';
import { laterCases, overstated, scoreRule } from '../later-scores.ts';
import { tooSmallShare } from './level.ts';
import { median } from './median.ts';
import type { ScoredLevel } from './scored-level.ts';

const Z95 = normalQuantile(0.975);
const FIFTHS = 5;

/** How a group fares at the scored level. */
export function auditGroup(scored: ScoredLevel): CardAudit {
	const { attribute, code, regions } = scored.panel;
	return { attribute, code, fifth: null, ...auditOf(scored, [...regions.keys()]) };
}

/** How the regions fare from small to large, in fifths by their count over all periods. */
export function auditSizes(scored: ScoredLevel): CardAudit[] {
	const size = scored.panel.count.map((row) => median(row) ?? -Infinity);
	const order = [...size.keys()].sort((i, j) => size[i]! - size[j]! || i - j);
	return Array.from({ length: FIFTHS }, (_, k) => {
		const edge = (part: number) => Math.round((part * order.length) / FIFTHS);
		return { attribute: '', code: '', fifth: k + 1, ...auditOf(scored, order.slice(edge(k), edge(k + 1))) };
	});
}

function auditOf(scored: ScoredLevel, members: readonly number[]): Omit<CardAudit, 'attribute' | 'code' | 'fifth'> {
	const of = <T>(rows: readonly T[]) => members.map((i) => rows[i]!);
	const open = of(scored.open);
	const later = { came: of(scored.later.came), stated: of(scored.later.stated) };
	const beliefs = of(scored.beliefs);
	const detectable = beliefs.map((row) => row.at(-1)?.detectable ?? NaN);
	const widths = beliefs
		.flat()
		.flatMap((belief) => (belief === null ? [] : [2 * Z95 * Math.sqrt(belief.levelVariance)]));
	const periods = open.flat();
	const fresh = of(scored.fresh);
	const { found, confirmed } = scoreRule('model', { flags: fresh, scores: later.stated }, later, null);
	return {
		series: members.length,
		count: median(of(scored.panel.count).map((row) => row.at(-1) ?? NaN)),
		detectable: median(detectable),
		tooSmall: tooSmallShare(detectable),
		signalled: periods.filter(Boolean).length / periods.length,
		width: widths.length > 0 ? widths.reduce((a, b) => a + b, 0) / widths.length : null,
		found,
		confirmed,
		calibration: overstated(laterCases(later))
	};
}
