import * as Plot from '@observablehq/plot';
import { periodTicks } from './period-ticks.ts';

export interface TrendPoint {
	readonly period: string;
	/** Fraction of 1. */
	readonly share: number;
	readonly se: number;
	/** The figure in words. */
	readonly label: string;
}

export interface TrendInput {
	readonly kind: 'trend';
	readonly locale: string;
	/** Width in pixels when it is known: in the browser. */
	readonly width?: number;
	readonly region: readonly TrendPoint[];
	/** The country, or whatever the region is compared with; empty for the country itself. */
	readonly reference: readonly TrendPoint[];
	readonly referenceName: string;
}

/** Two-sided normal quantiles of the 95, 80 and 50 % bands. */
const bands = [
	{ z: 1.959964, name: 'band-95' },
	{ z: 1.281552, name: 'band-80' },
	{ z: 0.67449, name: 'band-50' }
] as const;

const HEIGHT = 250;
const MARGIN = { top: 18, bottom: 30, left: 46 };
const PADDING = 0.25;
const LINE = 2;

function topOf({ region, reference }: Pick<TrendInput, 'region' | 'reference'>): number {
	return Math.max(...region.map((p) => p.share + bands[0].z * p.se), ...reference.map((p) => p.share)) * 1.08;
}

/** Can a reader see the bands, or do they all hide behind the line? */
export function bandsShow(input: Pick<TrendInput, 'region' | 'reference'>): boolean {
	const pixels = (HEIGHT - MARGIN.top - MARGIN.bottom) / topOf(input);
	return input.region.some((p) => bands[0].z * p.se * pixels > LINE);
}

/**
 * Share per period: a line through the published values on their 50, 80 and 95 % bands, against a thin grey line. The whole
 * column of a period answers to the pointer.
 */
export function trend({ region, reference, referenceName, locale, width = 440 }: TrendInput): Plot.PlotOptions {
	const periods = [...new Set([...region, ...reference].map((p) => p.period))].sort();
	const top = topOf({ region, reference });
	const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
	const last = reference.at(-1);
	const marginRight = last === undefined ? 16 : 76;
	const column = (width - MARGIN.left - marginRight) / Math.max(1, periods.length - 1 + 2 * PADDING);
	return {
		width,
		height: HEIGHT,
		marginLeft: MARGIN.left,
		marginRight,
		marginTop: MARGIN.top,
		marginBottom: MARGIN.bottom,
		x: {
			type: 'point',
			domain: periods,
			label: null,
			padding: PADDING,
			tickSize: 0,
			ticks: periodTicks(periods, width - MARGIN.left - marginRight)
		},
		y: {
			domain: [0, top],
			label: null,
			grid: true,
			ticks: 5,
			tickSize: 0,
			tickFormat: (v: number) => percent.format(v)
		},
		marks: [
			...bands.map(({ z, name }) =>
				Plot.areaY(region, {
					x: 'period',
					y1: (p: TrendPoint) => Math.max(0, p.share - z * p.se),
					y2: (p: TrendPoint) => p.share + z * p.se,
					className: name,
					fill: 'var(--mark)',
					fillOpacity: 0.22
				})
			),
			Plot.ruleX(region, {
				x: 'period',
				y1: (p: TrendPoint) => Math.max(0, p.share - bands[0].z * p.se),
				y2: (p: TrendPoint) => p.share + bands[0].z * p.se,
				stroke: 'var(--mark)',
				strokeWidth: 1.5
			}),
			Plot.lineY(reference, {
				x: 'period',
				y: 'share',
				stroke: 'var(--muted)',
				strokeWidth: 1.25,
				className: 'reference'
			}),
			Plot.text(last === undefined ? [] : [last], {
				x: 'period',
				y: 'share',
				text: () => referenceName,
				dx: 9,
				textAnchor: 'start',
				fill: 'var(--muted)',
				lineWidth: 6,
				textOverflow: 'ellipsis'
			}),
			Plot.lineY(region, { x: 'period', y: 'share', stroke: 'var(--mark)', strokeWidth: LINE, className: 'own' }),
			Plot.dot(region, {
				x: 'period',
				y: 'share',
				r: 4.5,
				fill: 'var(--mark)',
				stroke: 'var(--surface)',
				strokeWidth: 1.5,
				className: 'value'
			}),
			Plot.ruleX(region, {
				x: 'period',
				stroke: 'transparent',
				strokeWidth: column,
				pointerEvents: 'stroke',
				title: 'label',
				className: 'hit'
			})
		]
	};
}
