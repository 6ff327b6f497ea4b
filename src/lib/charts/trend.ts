import * as Plot from '@observablehq/plot';

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

/** Share per period with 50, 80 and 95 % bands against a grey line; dots are the published values. */
export function trend({ region, reference, referenceName, locale, width }: TrendInput): Plot.PlotOptions {
	const periods = [...new Set([...region, ...reference].map((p) => p.period))].sort();
	const top = Math.max(...region.map((p) => p.share + bands[0].z * p.se), ...reference.map((p) => p.share)) * 1.08;
	const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
	const last = reference.at(-1);
	return {
		width: width ?? 440,
		height: 250,
		marginLeft: 46,
		marginRight: last === undefined ? 16 : 76,
		marginTop: 18,
		marginBottom: 30,
		x: { type: 'point', domain: periods, label: null, padding: 0.25, tickSize: 0 },
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
				strokeWidth: 2,
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
			Plot.dot(region, {
				x: 'period',
				y: 'share',
				r: 4.5,
				fill: 'var(--mark)',
				stroke: 'var(--surface)',
				strokeWidth: 1.5,
				title: 'label',
				className: 'value'
			})
		]
	};
}
