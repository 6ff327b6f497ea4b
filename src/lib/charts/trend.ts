import * as Plot from '@observablehq/plot';
import { periodsOf, withGaps } from './gaps.ts';
import type { MissingPeriod } from './gaps.ts';
import { periodAxis } from './period-axis.ts';
import { spread } from './spread.ts';

export interface TrendPoint {
	readonly period: string;
	/** Fraction of 1. */
	readonly share: number;
	readonly se: number;
	/** The figure in words. */
	readonly label: string;
}

/** A point of a line without bands. */
export type LinePoint = Pick<TrendPoint, 'period' | 'share'>;

export interface TrendInput {
	readonly kind: 'trend';
	readonly locale: string;
	/** Width in pixels when it is known: in the browser. */
	readonly width?: number;
	readonly region: readonly TrendPoint[];
	/** Periods of the region of which there is too little to say: its line and bands break there. */
	readonly missing?: readonly MissingPeriod[];
	/** The country, or whatever the region is compared with; empty for the country itself. */
	readonly reference: readonly LinePoint[];
	readonly referenceName: string;
	/** First periods after a change of supply or of definition. */
	readonly breaks?: readonly string[];
	/** Other regions that a reader has put beside this one, each with a line of its own. */
	readonly others?: readonly { readonly name: string; readonly points: readonly LinePoint[] }[];
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
/** Height of a name at the end of a line. */
const NAME = 14;
/** Dashes tell lines apart for who sees no difference of colours. */
const OTHERS = [
	{ stroke: 'var(--other-1)', strokeDasharray: '6 3' },
	{ stroke: 'var(--other-2)', strokeDasharray: '2 3' },
	{ stroke: 'var(--other-3)', strokeDasharray: '8 3 2 3' }
] as const;

type Drawn = Pick<TrendInput, 'region' | 'reference' | 'others'>;

function topOf({ region, reference, others = [] }: Drawn): number {
	const lines = [reference, ...others.map(({ points }) => points)].flat();
	return Math.max(...region.map((p) => p.share + bands[0].z * p.se), ...lines.map((p) => p.share)) * 1.08;
}

/** Can a reader see the bands, or do they all hide behind the line? */
export function bandsShow(input: Drawn): boolean {
	const pixels = (HEIGHT - MARGIN.top - MARGIN.bottom) / topOf(input);
	return input.region.some((p) => bands[0].z * p.se * pixels > LINE);
}

/**
 * Share per period: a line through the published values on their 50, 80 and 95 % bands, against a thin grey line. No line or
 * band crosses a period without a figure. The whole column of a period answers to the pointer.
 */
export function trend(input: TrendInput): Plot.PlotOptions {
	const { region, missing = [], reference, breaks = [], others = [], locale, width = 440 } = input;
	const drawn = others.map((other, i) => ({ ...other, ...OTHERS[i % OTHERS.length]! }));
	const periods = periodsOf(region, missing, reference, ...others.map(({ points }) => points));
	const line = (points: readonly LinePoint[]) => withGaps(points, periods) as readonly Partial<TrendPoint>[];
	const top = topOf(input);
	const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
	const names = namesOf(input, top);
	const marginRight = names.length === 0 ? 16 : others.length === 0 ? 76 : 104;
	const { ticks, tickFormat, below } = periodAxis(periods, width - MARGIN.left - marginRight, locale);
	const column = (width - MARGIN.left - marginRight) / Math.max(1, periods.length - 1 + 2 * PADDING);
	return {
		width,
		height: HEIGHT + below,
		marginLeft: MARGIN.left,
		marginRight,
		marginTop: MARGIN.top,
		marginBottom: MARGIN.bottom + below,
		x: {
			type: 'point',
			domain: periods,
			label: null,
			padding: PADDING,
			tickSize: 0,
			ticks,
			tickFormat
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
			Plot.ruleX(
				breaks.filter((period) => periods.includes(period)),
				{
					dx: -column / 2,
					stroke: 'var(--warn)',
					strokeWidth: 1.5,
					strokeDasharray: '2 3',
					className: 'break'
				}
			),
			...bands.map(({ z, name }) =>
				Plot.areaY(line(region), {
					x: 'period',
					y1: ({ share = NaN, se = NaN }: Partial<TrendPoint>) => Math.max(0, share - z * se),
					y2: ({ share = NaN, se = NaN }: Partial<TrendPoint>) => share + z * se,
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
			Plot.lineY(line(reference), {
				x: 'period',
				y: 'share',
				stroke: 'var(--muted)',
				strokeWidth: 1.25,
				className: 'reference'
			}),
			...drawn.map(({ points, stroke, strokeDasharray }) =>
				Plot.lineY(line(points), {
					x: 'period',
					y: 'share',
					stroke,
					strokeDasharray,
					strokeWidth: LINE,
					className: 'other'
				})
			),
			Plot.text(names, {
				x: 'period',
				y: 'place',
				text: 'name',
				dx: 9,
				textAnchor: 'start',
				fill: 'colour',
				// One name has room for its words below each other; of several each has one line.
				...(others.length === 0 ? { lineWidth: 6 } : { lineWidth: 8, textOverflow: 'ellipsis' })
			}),
			Plot.lineY(line(region), {
				x: 'period',
				y: 'share',
				stroke: 'var(--mark)',
				strokeWidth: LINE,
				className: 'own'
			}),
			Plot.dot(region, {
				x: 'period',
				y: 'share',
				r: 4.5,
				fill: 'var(--mark)',
				stroke: 'var(--surface)',
				strokeWidth: 1.5,
				className: 'value'
			}),
			Plot.ruleX([...region, ...missing], {
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

/** A name at the end of each line but the region's own, where it does not lie over another. */
function namesOf({ reference, referenceName, others = [] }: TrendInput, top: number) {
	const lines = [
		{ name: referenceName, points: reference, colour: 'var(--muted)' },
		...others.map((other, i) => ({ ...other, colour: OTHERS[i % OTHERS.length]!.stroke }))
	];
	const names = lines.flatMap(({ name, points, colour }) => {
		const last = points.at(-1);
		return last === undefined ? [] : [{ name, colour, period: last.period, share: last.share }];
	});
	const plane = HEIGHT - MARGIN.top - MARGIN.bottom;
	const places = spread(
		names.map(({ share }) => (1 - share / top) * plane),
		NAME,
		[0, plane]
	);
	return names.map((name, i) => ({ ...name, place: (1 - places[i]! / plane) * top }));
}
