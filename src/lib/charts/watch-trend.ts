import * as Plot from '@observablehq/plot';
import { periodsOf, withGaps } from './gaps.ts';
import { periodAxis } from './period-axis.ts';

/** What the model of early warning makes of one period. */
export interface WatchPoint {
	readonly period: string;
	/** Season-free share as a fraction of 1, or ratio to the country. */
	readonly level: number;
	readonly sd: number;
	/** The level in words. */
	readonly label: string;
}

export interface WatchTrendInput {
	readonly kind: 'watch-trend';
	readonly locale: string;
	/** Width in pixels when it is known: in the browser. */
	readonly width?: number;
	/** Whether levels are ratios to the country, which 1 stands for, or shares. */
	readonly against: 'nation' | 'itself';
	readonly levels: readonly WatchPoint[];
	/** Figures as they were published, on the same scale. */
	readonly published: readonly { readonly period: string; readonly value: number }[];
	/** First periods after a declared break in supply. */
	readonly breaks: readonly string[];
}

/** Two-sided normal quantiles of the 95, 80 and 50 % bands. */
const bands = [
	{ z: 1.959964, name: 'band-95' },
	{ z: 1.281552, name: 'band-80' },
	{ z: 0.67449, name: 'band-50' }
] as const;

const HEIGHT = 230;
const MARGIN = { top: 18, right: 16, bottom: 30, left: 46 };

/**
 * Shares start at zero. Ratios stand around 1, with at least a tenth on either side; nothing goes below zero, although noise
 * can take figures there.
 */
function rangeOf(
	against: WatchTrendInput['against'],
	levels: WatchTrendInput['levels'],
	published: WatchTrendInput['published']
): [low: number, high: number] {
	const z = bands[0].z;
	const values = [...published.map((p) => p.value), ...levels.flatMap((p) => [p.level - z * p.sd, p.level + z * p.sd])];
	if (against === 'itself') return [0, Math.max(...values) * 1.05];
	const [lowest, highest] = [Math.min(0.9, ...values), Math.max(1.1, ...values)];
	const room = 0.05 * (highest - lowest);
	return [Math.max(0, lowest - room), highest + room];
}

/**
 * Level per period on its 50, 80 and 95 % bands, without season and noise, broken where a period has none; published figures are
 * pale dots that no line joins.
 * Ratios to the country have a grey line at 1; a break in supply is a dotted line.
 */
export function watchTrend({
	against,
	levels,
	published,
	breaks,
	locale,
	width = 440
}: WatchTrendInput): Plot.PlotOptions {
	const periods = periodsOf(levels, published);
	const line = withGaps(levels, periods) as readonly Partial<WatchPoint>[];
	const [low, high] = rangeOf(against, levels, published);
	const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
	const ratio = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
	const format = against === 'nation' ? ratio : percent;
	const { ticks, tickFormat, below } = periodAxis(periods, width - MARGIN.left - MARGIN.right, locale);
	const step = (width - MARGIN.left - MARGIN.right) / Math.max(1, periods.length);
	return {
		width,
		height: HEIGHT + below,
		marginLeft: MARGIN.left,
		marginRight: MARGIN.right,
		marginTop: MARGIN.top,
		marginBottom: MARGIN.bottom + below,
		x: {
			type: 'point',
			domain: periods,
			label: null,
			padding: 0.25,
			tickSize: 0,
			ticks,
			tickFormat
		},
		y: {
			domain: [low, high],
			label: null,
			grid: true,
			ticks: 5,
			tickSize: 0,
			tickFormat: (v: number) => format.format(v)
		},
		marks: [
			Plot.ruleY(against === 'nation' ? [1] : [], {
				stroke: 'var(--muted)',
				strokeWidth: 1.25,
				className: 'reference'
			}),
			Plot.ruleX(
				breaks.filter((period) => periods.includes(period)),
				{
					dx: -step / 2,
					stroke: 'var(--warn)',
					strokeWidth: 1.5,
					strokeDasharray: '2 3',
					className: 'break'
				}
			),
			Plot.dot(published, {
				x: 'period',
				y: (p: { value: number }) => Math.max(low, p.value),
				r: 2.5,
				fill: 'var(--mark)',
				fillOpacity: 0.45,
				className: 'published'
			}),
			...bands.map(({ z, name }) =>
				Plot.areaY(line, {
					x: 'period',
					y1: ({ level = NaN, sd = NaN }: Partial<WatchPoint>) => Math.max(low, level - z * sd),
					y2: ({ level = NaN, sd = NaN }: Partial<WatchPoint>) => Math.max(low, level + z * sd),
					className: name,
					fill: 'var(--mark)',
					fillOpacity: 0.22
				})
			),
			Plot.lineY(line, {
				x: 'period',
				y: ({ level = NaN }: Partial<WatchPoint>) => Math.max(low, level),
				stroke: 'var(--mark)',
				strokeWidth: 2,
				className: 'own'
			}),
			Plot.ruleX(levels, {
				x: 'period',
				stroke: 'transparent',
				strokeWidth: step,
				pointerEvents: 'stroke',
				title: 'label',
				className: 'hit'
			})
		]
	};
}
