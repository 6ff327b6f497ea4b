import type { CardAudit } from '../../../contract/indicator-card.ts';
import type { Panel } from '../../panel.ts';
import { normalQuantile } from '../../statistics/normal.ts';
import type { LevelModel } from '../../watch/level-model.ts';
import { laterCases, overstated, scoreRule } from '../later-scores.ts';
import { tooSmallShare } from './level.ts';
import { lastOf, median, middleCount } from './median.ts';
import { scoredLevel, type ScoredLevel } from './scored-level.ts';

const Z95 = normalQuantile(0.975);
const FIFTHS = 5;

/** How a group fares at a level. */
export function auditGroup(model: LevelModel): CardAudit {
	const { attribute, code, regions } = model.panel;
	const scored = scoredLevel(model, false);
	return {
		attribute,
		code,
		fifth: null,
		...(scored === null ? auditUnscored(model) : auditOf(scored, [...regions.keys()]))
	};
}

/** Of series that are held against themselves it is only known what they can see, and what they signalled. */
function auditUnscored({ panel, detectable, opened }: LevelModel): Omit<CardAudit, 'attribute' | 'code' | 'fifth'> {
	const periods = opened.flatMap((row) => [...row]);
	return {
		...sizeOf(panel, [...panel.regions.keys()]),
		detectable: median(lastOf(detectable)),
		tooSmall: tooSmallShare(lastOf(detectable)),
		signalled: periods.filter((period) => period >= 0).length / periods.length,
		width: null,
		found: null,
		confirmed: null,
		calibration: null
	};
}

function sizeOf({ level, count, sigma }: Panel, members: readonly number[]) {
	const last = (columns: readonly Float64Array[]) => lastOf(members.map((i) => columns[i]!));
	return { level, series: members.length, count: middleCount(last(count)), noise: median(last(sigma)) };
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
		...sizeOf(scored.panel, members),
		detectable: median(detectable),
		tooSmall: tooSmallShare(detectable),
		signalled: periods.filter(Boolean).length / periods.length,
		width: widths.length > 0 ? widths.reduce((a, b) => a + b, 0) / widths.length : null,
		found,
		confirmed,
		calibration: overstated(laterCases(later))
	};
}
