import * as Plot from '@observablehq/plot';

export interface InOrOutInput {
	readonly kind: 'in-or-out';
	readonly locale: string;
	/** Width in pixels when it is known: in the browser. */
	readonly width?: number;
	/** Every number that may be published, with its chance when the household is counted and when it is not. */
	readonly chances: readonly Chance[];
	/** Names of the two worlds, and of the axis. */
	readonly counted: string;
	readonly left: string;
	readonly axis: string;
}

export interface Chance {
	readonly published: number;
	readonly counted: number;
	readonly left: number;
	/** Both chances in words. */
	readonly label: string;
}

const MARGIN = { top: 26, right: 16, bottom: 40, left: 16 };

/** Two laws of one published number, one with a household and one without: an area and a line that nearly cover each other. */
export function inOrOut({ chances, counted, left, axis, locale, width = 520 }: InOrOutInput): Plot.PlotOptions {
	const first = chances[0]?.published ?? 0;
	const last = chances.at(-1)?.published ?? 0;
	const number = new Intl.NumberFormat(locale);
	const half = (sign: -1 | 1) => (d: Chance) => d.published + sign * 0.5;
	return {
		width,
		height: 230,
		marginTop: MARGIN.top,
		marginRight: MARGIN.right,
		marginBottom: MARGIN.bottom,
		marginLeft: MARGIN.left,
		x: {
			domain: [first - 0.5, last + 0.5],
			ticks: 7,
			tickSize: 0,
			tickFormat: (v: number) => number.format(v),
			label: null
		},
		y: { axis: null, domain: [0, Math.max(...chances.map((d) => d.counted)) * 1.05] },
		marks: [
			Plot.rectY(chances, {
				x1: half(-1),
				x2: half(1),
				y: 'counted',
				fill: 'var(--mark)',
				fillOpacity: 0.3,
				inset: 0,
				className: 'counted'
			}),
			Plot.line(
				chances.flatMap((d) => [
					[d.published - 0.5, d.left],
					[d.published + 0.5, d.left]
				]),
				{ stroke: 'var(--warn)', strokeWidth: 2, strokeDasharray: '6 3', className: 'left' }
			),
			Plot.ruleY([0], { stroke: 'var(--muted)' }),
			Plot.text([counted], {
				frameAnchor: 'top-right',
				dy: -20,
				text: (d: string) => `\u25a0 ${d}`,
				fill: 'var(--mark)'
			}),
			Plot.text([left], { frameAnchor: 'top-left', dy: -20, text: (d: string) => `- - ${d}`, fill: 'var(--warn)' }),
			Plot.text([axis], { frameAnchor: 'bottom-right', dy: 34, text: (d: string) => d, fill: 'var(--muted)' }),
			Plot.ruleX(chances, {
				x: 'published',
				stroke: 'transparent',
				strokeWidth: (width - MARGIN.left - MARGIN.right) / Math.max(1, chances.length),
				pointerEvents: 'stroke',
				title: 'label',
				className: 'hit'
			})
		]
	};
}
