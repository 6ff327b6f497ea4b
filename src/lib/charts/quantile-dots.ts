import * as Plot from '@observablehq/plot';

export interface QuantileDotsInput {
	readonly kind: 'quantile-dots';
	readonly locale: string;
	/** Width in pixels when it is known: in the browser. */
	readonly width?: number;
	/** The published share and its standard error, as fractions of 1. */
	readonly share: number;
	readonly se: number;
	/** Share of the whole that the figure is compared with: the dashed line. */
	readonly reference: number | null;
	readonly referenceName: string;
	/** What the dots say, in words. */
	readonly label: string;
}

/**
 * Standard normal quantiles at 1/40, 3/40, ..., 39/40, so that each dot stands for one twentieth (Kay et al. 2016). They
 * describe the noise, whose law is known: a share so far below nothing is drawn at nothing.
 */
export const TWENTY = [
	-1.959964, -1.439531, -1.150349, -0.934589, -0.75542, -0.59776, -0.453762, -0.318639, -0.189118, -0.062707
]
	.flatMap((z) => [z, -z])
	.sort((a, b) => a - b);

const MARGIN = { top: 26, right: 20, bottom: 30, left: 20 };
/** Columns in which the dots are heaped, so that they read as a hill. */
const COLUMNS = 9;
const RADIUS = 8;

export interface QuantileDot {
	/** Middle of the column, and the share the dot stands for. */
	readonly x: number;
	readonly share: number;
	/** Place in the column, from below. */
	readonly level: number;
}

/** The twenty dots, in columns of one width. */
export function quantileDots(share: number, se: number): QuantileDot[] {
	const step = (2 * TWENTY.at(-1)! * se) / COLUMNS;
	const heights = new Map<number, number>();
	return TWENTY.map((z) => {
		const value = share + z * se;
		const column = Math.max(-(COLUMNS - 1) / 2, Math.min((COLUMNS - 1) / 2, Math.round((z * se) / step)));
		const level = heights.get(column) ?? 0;
		heights.set(column, level + 1);
		return { x: share + column * step, share: value, level };
	});
}

/** How many of the twenty dots are above a share: "17 of 20". */
export function dotsAbove(share: number, se: number, reference: number): number {
	return TWENTY.filter((z) => share + z * se > reference).length;
}

/** One figure as twenty equally likely values; those above the whole's share are filled. */
export function quantileDotsChart(input: QuantileDotsInput): Plot.PlotOptions {
	const { share, se, reference, referenceName, label, locale, width = 440 } = input;
	const dots = quantileDots(share, se);
	const tallest = Math.max(...dots.map((dot) => dot.level)) + 1;
	const ends = [...dots.map((dot) => dot.x), ...(reference === null ? [] : [reference])];
	const [first, last] = [Math.min(...ends), Math.max(...ends)];
	const room = Math.max((last - first) * 0.06, 1e-6);
	const percent = new Intl.NumberFormat(locale, {
		style: 'percent',
		maximumFractionDigits: last - first < 0.01 ? 2 : 1
	});
	const heap = tallest * 2 * RADIUS;
	const filled = (dot: QuantileDot) => reference === null || dot.share > reference;
	return {
		width,
		height: heap + MARGIN.top + MARGIN.bottom,
		marginTop: MARGIN.top,
		marginRight: MARGIN.right,
		marginBottom: MARGIN.bottom,
		marginLeft: MARGIN.left,
		x: {
			domain: [first - room, last + room],
			label: null,
			ticks: 4,
			tickSize: 0,
			tickFormat: (v: number) => (v < 0 ? '' : percent.format(v))
		},
		y: { domain: [0, tallest], axis: null },
		marks: [
			Plot.ruleY([0], { stroke: 'var(--line)' }),
			Plot.ruleX(reference === null ? [] : [reference], {
				stroke: 'var(--muted)',
				strokeDasharray: '4 3',
				strokeWidth: 1.5
			}),
			Plot.text(reference === null ? [] : [reference], {
				x: (value: number) => value,
				frameAnchor: 'top',
				dy: -18,
				text: () => referenceName,
				textAnchor: reference !== null && reference > (first + last) / 2 ? 'end' : 'start',
				fill: 'var(--muted)'
			}),
			Plot.dot(dots, {
				x: 'x',
				y: (dot: QuantileDot) => dot.level + 0.5,
				r: RADIUS - 1,
				fill: (dot: QuantileDot) => (filled(dot) ? 'var(--mark)' : 'var(--surface)'),
				stroke: 'var(--mark)',
				strokeWidth: 1.5,
				className: 'value'
			}),
			Plot.rect([label], {
				x1: first - room,
				x2: last + room,
				y1: 0,
				y2: tallest,
				fill: 'transparent',
				pointerEvents: 'all',
				title: (text: string) => text,
				className: 'hit'
			})
		]
	};
}
