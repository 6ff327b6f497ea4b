import * as Plot from '@observablehq/plot';
import type { Reliability } from '../../../analytics/contract/figure.ts';

export interface DotRangeRow {
	readonly name: string;
	/** Fractions of 1; the share is null when the group is too small to show. */
	readonly share: number | null;
	readonly lower: number | null;
	readonly upper: number | null;
	readonly reliability: Reliability;
	/** What stands in the place of a share that is not shown. */
	readonly words: string;
	/** The figure in words, with its name. */
	readonly label: string;
}

export interface DotRangeInput {
	readonly kind: 'dot-range';
	readonly locale: string;
	/** Width in pixels when it is known: in the browser. */
	readonly width?: number;
	readonly rows: readonly DotRangeRow[];
	/** Share of everyone together: the dashed line. */
	readonly reference: number | null;
}

const ROW = 34;
const LABEL = 154;
const MARGIN = { top: 10, right: 16, bottom: 30 };
/** Between the axis and words in the place of a share, which are as high as `FONT` a line; a letter takes about half of that. */
const GAP = 6;
const FONT = 12;
const LETTER = 6.2;

/** One row per group: a dot for the share, a line for its 95 % interval; open dots are uncertain. The whole row answers to the pointer. */
export function dotRange({ rows, reference, locale, width = 440 }: DotRangeInput): Plot.PlotOptions {
	const shown = rows.filter((row) => row.share !== null);
	const missing = rows.filter((row) => row.share === null);
	const top = Math.max(0.01, reference ?? 0, ...shown.map((row) => row.upper ?? 0)) * 1.05;
	const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
	const room = width - LABEL - GAP - MARGIN.right;
	// On a phone the words take more lines than a row of usual height has.
	const lines = Math.max(1, ...missing.map(({ words }) => Math.ceil((words.length * LETTER) / room)));
	const rowHeight = Math.max(ROW, (lines + 1) * FONT);
	const unsure = (row: DotRangeRow) => row.reliability === 'C' || row.reliability === 'D';
	return {
		width,
		height: rows.length * rowHeight + MARGIN.top + MARGIN.bottom + 4,
		marginLeft: LABEL,
		marginRight: MARGIN.right,
		marginTop: MARGIN.top,
		marginBottom: MARGIN.bottom,
		x: {
			domain: [0, top],
			label: null,
			grid: true,
			ticks: 4,
			tickSize: 0,
			tickFormat: (v: number) => percent.format(v)
		},
		y: { type: 'band', padding: 0, domain: rows.map((row) => row.name), label: null, axis: null },
		marks: [
			// The line stands only beside shares: words in the place of a share must stay readable.
			Plot.ruleX(reference === null ? [] : shown, {
				x: () => reference,
				y1: 'name',
				y2: 'name',
				stroke: 'var(--muted)',
				strokeDasharray: '4 3',
				strokeWidth: 1.5
			}),
			Plot.text(rows, {
				y: 'name',
				frameAnchor: 'left',
				dx: -LABEL + 2,
				textAnchor: 'start',
				lineWidth: 12,
				text: 'name',
				fill: 'currentColor'
			}),
			Plot.ruleY(shown, {
				y: 'name',
				x1: 'lower',
				x2: 'upper',
				stroke: 'var(--mark)',
				strokeWidth: 3,
				strokeLinecap: 'round'
			}),
			Plot.dot(shown, {
				x: 'share',
				y: 'name',
				r: 6,
				fill: (row: DotRangeRow) => (unsure(row) ? 'var(--surface)' : 'var(--mark)'),
				stroke: 'var(--mark)',
				strokeWidth: 2,
				className: 'value'
			}),
			Plot.text(missing, {
				y: 'name',
				frameAnchor: 'left',
				dx: GAP,
				textAnchor: 'start',
				lineWidth: room / FONT,
				text: 'words',
				fill: 'var(--muted)'
			}),
			Plot.barX(rows, {
				y: 'name',
				x1: 0,
				x2: () => top,
				insetLeft: -LABEL,
				fill: 'transparent',
				pointerEvents: 'all',
				title: 'label',
				className: 'hit'
			})
		]
	};
}
