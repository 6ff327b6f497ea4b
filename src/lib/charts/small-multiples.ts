import * as Plot from '@observablehq/plot';
import { periodsOf, withGaps } from './gaps.ts';
import { axisName, roomFor } from './period-axis.ts';
import type { LinePoint, TrendPoint } from './trend.ts';

export interface SmallSeries {
	readonly name: string;
	/** Its own page, for a region. */
	readonly href?: string;
	readonly points: readonly TrendPoint[];
	/** The latest figure in words. */
	readonly label: string;
}

export interface SmallMultiplesInput {
	readonly kind: 'small-multiples';
	readonly locale: string;
	/** Width in pixels when it is known: in the browser. */
	readonly width?: number;
	/** In the order in which they are shown. */
	readonly series: readonly SmallSeries[];
	/** The whole that each is held against: the grey line. */
	readonly reference: readonly LinePoint[];
}

/** Two-sided normal quantile of the 95 % band; one band is what a small panel has room for. */
const Z95 = 1.959964;

const PANEL = { width: 120, height: 92, top: 22, gap: 14 };
const MARGIN = { top: 4, right: 6, bottom: 26, left: 44 };
/** Room that a letter of a name takes. */
const LETTER = 7.4;

/** Without a share where there is too little to say: lines and bands break there. */
interface Cell extends Partial<TrendPoint> {
	readonly column: number;
	readonly row: number;
}

/**
 * The same trend for several regions or groups, each on its own bands against the whole, all on the same axes: heights may be
 * compared from panel to panel. A panel leads to its region.
 */
export function smallMultiples({ series, reference, locale, width = 640 }: SmallMultiplesInput): Plot.PlotOptions {
	const columns = Math.max(1, Math.min(4, series.length, Math.floor((width - MARGIN.left) / PANEL.width)));
	const rows = Math.ceil(series.length / columns);
	const letters = Math.floor(((width - MARGIN.left - MARGIN.right) * 0.88) / columns / LETTER);
	const periods = periodsOf(reference, ...series.map((one) => one.points));
	const tickFormat = (period: string) => axisName(period, locale);
	const below = roomFor(periods, locale);
	const points = series.flatMap((one) => one.points);
	const top = Math.max(0.001, ...points.map((p) => p.share + Z95 * p.se), ...reference.map((p) => p.share));
	const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
	const placed = series.map((one, i) => ({ ...one, column: i % columns, row: Math.floor(i / columns) }));
	const cells = placed.flatMap(({ column, row, points: own }): Cell[] =>
		withGaps(own, periods).map((p) => ({ ...p, column, row }))
	);
	const whole = withGaps(reference, periods);
	const behind = placed.flatMap(({ column, row }): Cell[] => whole.map((p) => ({ ...p, column, row })));
	const facet = { fx: 'column', fy: 'row' } as const;
	const line = { ...facet, x: 'period', y: 'share', z: (p: Cell) => `${p.column}-${p.row}` } as const;
	return {
		width,
		height: rows * (PANEL.height + PANEL.top) + (rows - 1) * PANEL.gap + MARGIN.top + MARGIN.bottom + below,
		marginTop: MARGIN.top,
		marginRight: MARGIN.right,
		marginBottom: MARGIN.bottom + below,
		marginLeft: MARGIN.left,
		fx: { domain: Array.from({ length: columns }, (_, i) => i), axis: null, padding: 0.12 },
		fy: { domain: Array.from({ length: rows }, (_, i) => i), axis: null, padding: 0.06 },
		x: { type: 'point', domain: periods, padding: 0.3 },
		y: { domain: [0, top * 1.3] },
		marks: [
			Plot.axisX(periods.slice(0, 1), {
				facetAnchor: 'bottom',
				tickSize: 0,
				label: null,
				textAnchor: 'start',
				tickFormat
			}),
			Plot.axisX(periods.slice(1).slice(-1), {
				facetAnchor: 'bottom',
				tickSize: 0,
				label: null,
				textAnchor: 'end',
				tickFormat
			}),
			Plot.axisY({
				facetAnchor: 'left',
				ticks: 3,
				tickSize: 0,
				label: null,
				tickFormat: (v: number) => (v > top * 1.05 ? '' : percent.format(v))
			}),
			Plot.ruleY([0], { stroke: 'var(--line)' }),
			Plot.areaY(cells, {
				...facet,
				x: 'period',
				z: line.z,
				y1: ({ share = NaN, se = NaN }: Cell) => Math.max(0, share - Z95 * se),
				y2: ({ share = NaN, se = NaN }: Cell) => share + Z95 * se,
				fill: 'var(--mark)',
				fillOpacity: 0.3,
				className: 'band-95'
			}),
			Plot.lineY(behind, { ...line, stroke: 'var(--muted)', strokeWidth: 1.25, className: 'reference' }),
			Plot.lineY(cells, { ...line, stroke: 'var(--mark)', strokeWidth: 2, className: 'own' }),
			Plot.text(placed, {
				...facet,
				frameAnchor: 'top-left',
				text: (one: SmallSeries) => short(one.name, letters),
				fill: 'currentColor',
				fontWeight: 600
			}),
			Plot.rect(placed, {
				...facet,
				x1: () => periods[0],
				x2: () => periods.at(-1),
				y1: 0,
				y2: top * 1.3,
				inset: -8,
				fill: 'transparent',
				pointerEvents: 'all',
				title: 'label',
				...(series.some((one) => one.href !== undefined) && { href: 'href' }),
				className: 'hit'
			})
		]
	};
}

const short = (name: string, most: number) => (name.length > most ? `${name.slice(0, most - 1).trimEnd()}…` : name);
