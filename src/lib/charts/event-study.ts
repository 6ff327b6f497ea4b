import * as Plot from '@observablehq/plot';

export interface EventStudyPoint {
	/** Years from the event: -1 is the year before it. */
	readonly k: number;
	/** Difference in percentage points, as a fraction of 1, with the ends of its 95 % interval. */
	readonly difference: number;
	readonly lower: number;
	readonly upper: number;
	/** The year and its figure in words. */
	readonly label: string;
}

export interface EventStudyInput {
	readonly kind: 'event-study';
	readonly locale: string;
	/** Width in pixels when it is known: in the browser. */
	readonly width?: number;
	readonly points: readonly EventStudyPoint[];
	/** What stands beside the line of the event. */
	readonly event: string;
}

const MARGIN = { top: 24, right: 16, bottom: 30, left: 46 };
/** Where the event stands: between the end of the year before it and the end of its own. */
const EVENT = -0.5;
/** The year that others are compared with: an open dot. */
const BASE = -1;

/**
 * Difference between two groups by year from an event, against the year before it: dots with their 95 % intervals, a line
 * where there is no difference, and a dashed one where the event falls. The whole column of a year answers to the pointer.
 */
export function eventStudyChart({ points, event, locale, width = 440 }: EventStudyInput): Plot.PlotOptions {
	const years = points.map(({ k }) => k);
	const first = Math.min(...years) - 0.5;
	const last = Math.max(...years) + 0.5;
	const low = Math.min(0, ...points.map((p) => p.lower)) * 100;
	const high = Math.max(0.001, ...points.map((p) => p.upper)) * 100;
	const room = (high - low) * 0.08;
	const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 1, signDisplay: 'exceptZero' });
	const signed = (format: Intl.NumberFormat) => (v: number) => format.format(v).replace('-', '\u2212');
	const year = new Intl.NumberFormat(locale, { signDisplay: 'exceptZero' });
	return {
		width,
		height: 250,
		marginLeft: MARGIN.left,
		marginRight: MARGIN.right,
		marginTop: MARGIN.top,
		marginBottom: MARGIN.bottom,
		x: { domain: [first, last], ticks: years, label: null, tickSize: 0, tickFormat: signed(year) },
		y: {
			domain: [low - room, high + room],
			label: null,
			grid: true,
			ticks: 5,
			tickSize: 0,
			tickFormat: signed(number)
		},
		marks: [
			Plot.ruleY([0], { stroke: 'var(--muted)', strokeWidth: 1.5 }),
			Plot.ruleX([EVENT], { stroke: 'var(--muted)', strokeDasharray: '4 3', strokeWidth: 1.5 }),
			Plot.text([EVENT], {
				x: (k: number) => k,
				frameAnchor: 'top',
				dy: -18,
				text: () => event,
				fill: 'var(--muted)'
			}),
			Plot.ruleX(points, {
				x: 'k',
				y1: (p: EventStudyPoint) => p.lower * 100,
				y2: (p: EventStudyPoint) => p.upper * 100,
				stroke: 'var(--mark)',
				strokeWidth: 3,
				strokeLinecap: 'round',
				className: 'interval'
			}),
			Plot.dot(points, {
				x: 'k',
				y: (p: EventStudyPoint) => p.difference * 100,
				r: 5,
				fill: (p: EventStudyPoint) => (p.k === BASE ? 'var(--surface)' : 'var(--mark)'),
				stroke: 'var(--mark)',
				strokeWidth: 2,
				className: 'value'
			}),
			Plot.ruleX(points, {
				x: 'k',
				stroke: 'transparent',
				strokeWidth: (width - MARGIN.left - MARGIN.right) / (last - first),
				pointerEvents: 'stroke',
				title: 'label',
				className: 'hit'
			})
		]
	};
}
